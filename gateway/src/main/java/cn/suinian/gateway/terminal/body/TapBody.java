package cn.suinian.gateway.terminal.body;

import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The body of a tap, well-formed.
 *
 * @param card empty for a card of another issuer
 * @param at on the clocks of Asia/Shanghai
 */
public record TapBody(
        long terminalSeq,
        Service service,
        Optional<CardNumber> card,
        long cardCounter,
        int amountFen,
        LocalDateTime at,
        Instant tappedAt,
        long tac,
        Tap.Context context) {}
