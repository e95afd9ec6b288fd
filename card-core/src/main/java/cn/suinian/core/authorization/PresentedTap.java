package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.TacMessage;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A tap as a proven terminal presents it; whether the card is ours and the TAC is right is still open.
 *
 * @param at when it was made, on the clocks of Asia/Shanghai
 * @param tappedAt the same moment
 * @param receivedAt when it reached us
 * @param tac eight bytes as a number
 */
public record PresentedTap(
        Terminal terminal,
        long terminalSeq,
        Service service,
        CardNumber card,
        long cardCounter,
        int amountFen,
        LocalDateTime at,
        Instant tappedAt,
        Instant receivedAt,
        long tac,
        Tap.Context context) {

    TacMessage tacMessage() {
        return new TacMessage(card.digits(), cardCounter, terminal.id(), terminalSeq, service.code(), amountFen, at);
    }
}
