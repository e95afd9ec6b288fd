package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.Entitlements;
import cn.suinian.core.authorization.decision.Preview;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.answers.PreviewJson;
import cn.suinian.gateway.http.body.Query;
import cn.suinian.gateway.terminal.body.FieldValues;
import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;

/** GET /v1/entitlements/{cardNo}. */
public final class PreviewCall implements Call {

    /** It needs no card in the hand: at the price of a tap, a terminal could ask through the whole city in an hour. */
    private static final int COST = 10;

    private final Entitlements entitlements;
    private final Clock clock;

    public PreviewCall(Entitlements entitlements, Clock clock) {
        this.entitlements = entitlements;
        this.clock = clock;
    }

    @Override
    public Future<Reply> answer(Exchange exchange, byte[] body) {
        Terminal terminal = exchange.authenticate(body);
        exchange.owe(terminal, COST - 1);
        Query.of(exchange.request()).nothingElse();
        Optional<CardNumber> card = FieldValues.card("cardNo", exchange.variable());
        Future<Preview.OfCard> preview = card.isEmpty()
                ? Future.succeededFuture(Entitlements.unknown(terminal))
                : entitlements.preview(terminal, card.get(), clock.instant());
        return preview.map(found -> Reply.json(PreviewJson.of(found)));
    }
}
