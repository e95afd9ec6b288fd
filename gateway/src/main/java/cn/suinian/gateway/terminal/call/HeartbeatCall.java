package cn.suinian.gateway.terminal.call;

import cn.suinian.gateway.terminal.body.ReportBody;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Caller;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;

/** POST /v1/terminal/heartbeat. */
public final class HeartbeatCall implements Call {

    private final StatusDesk desk;

    public HeartbeatCall(StatusDesk desk) {
        this.desk = desk;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        exchange.authenticate(body);
        exchange.requireJson();
        ReportBody report = ReportBody.parse(body);
        Caller caller = exchange.caller();
        exchange.note(report.sighting(caller));
        return desk.answer(caller, report, true);
    }
}
