package cn.suinian.gateway.terminal.call;

import cn.suinian.core.authorization.PresentedTap;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.terminal.body.TapBody;
import java.time.Instant;

/** A well-formed tap, the proven terminal that sent it, and when it was here. */
public record SentTap(Terminal terminal, TapBody body, Instant receivedAt) {

    public PresentedTap presented(CardNumber card) {
        return new PresentedTap(
                terminal,
                body.terminalSeq(),
                body.service(),
                card,
                body.cardCounter(),
                body.amountFen(),
                body.at(),
                body.tappedAt(),
                receivedAt,
                body.tac(),
                body.context());
    }
}
