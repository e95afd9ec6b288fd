package cn.suinian.gateway.terminal.call;

import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.terminal.body.TapBody;
import cn.suinian.gateway.terminal.body.TapBodyParser;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import cn.suinian.gateway.terminal.gate.TapMeters;
import io.vertx.core.Future;

/** POST /v1/taps. */
public final class TapCall implements Call {

    private final TapDesk desk;
    private final TapMeters meters;

    public TapCall(TapDesk desk, TapMeters meters) {
        this.desk = desk;
        this.meters = meters;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        exchange.requireJson();
        long proven = System.nanoTime();
        TapBody read = TapBodyParser.parse(body);
        meters.parsed(System.nanoTime() - proven, 1);
        meters.verified(exchange.proofNanos(), 1);
        SentTap tap = desk.take(terminal, read);
        exchange.noteDenylist(tap.body().context().denylistVersion(), tap.body().tappedAt());
        return exchange.hold(
                terminal, 1, () -> desk.authorize(tap, exchange.arrivedNanos()).map(Reply::json));
    }
}
