package cn.suinian.gateway.terminal;

import io.vertx.core.Future;

/** POST /v1/terminal/heartbeat. */
final class HeartbeatCall implements Call {

    private final StatusDesk desk;

    HeartbeatCall(StatusDesk desk) {
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
