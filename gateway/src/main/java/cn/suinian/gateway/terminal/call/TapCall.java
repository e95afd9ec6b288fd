package cn.suinian.gateway.terminal.call;

import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.terminal.body.TapBodyParser;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;

/** POST /v1/taps. */
public final class TapCall implements Call {

    private final TapDesk desk;

    public TapCall(TapDesk desk) {
        this.desk = desk;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        long started = System.nanoTime();
        Terminal terminal = exchange.authenticate(body);
        exchange.requireJson();
        SentTap tap = desk.take(terminal, TapBodyParser.parse(body));
        exchange.noteDenylist(tap.body().context().denylistVersion(), tap.body().tappedAt());
        return exchange.hold(
                terminal,
                1,
                () -> desk.findCard(tap)
                        .compose(card -> desk.authorize(tap, card, started))
                        .map(Reply::json));
    }
}
