package cn.suinian.gateway.terminal.call;

import cn.suinian.gateway.terminal.body.ReportBody;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Caller;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;

/**
 * POST /v1/terminal/sign-in. Answered whatever the time of the request, so that a terminal whose clock is wrong learns
 * the right one; but a request that may be an old one, sent again by anybody, counts for nothing and costs nothing.
 */
public final class SignInCall implements Call {

    private final StatusDesk desk;

    public SignInCall(StatusDesk desk) {
        this.desk = desk;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Caller caller = exchange.prove(body);
        boolean inTime = exchange.inTime();
        if (inTime) {
            exchange.admit();
        } else {
            exchange.requireTrusted();
        }
        exchange.requireJson();
        ReportBody report = ReportBody.parse(body);
        if (inTime) {
            exchange.note(report.sighting(caller).signedIn());
        }
        return desk.answer(caller, report, inTime);
    }
}
