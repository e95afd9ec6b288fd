package cn.suinian.gateway.terminal;

import cn.suinian.core.terminal.Terminal;
import io.vertx.core.Future;

/** POST /v1/taps. */
final class TapCall implements Call {

    private final TapDesk desk;

    TapCall(TapDesk desk) {
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
