package cn.suinian.gateway.answers;

import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Cue;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapId;
import java.util.Objects;

/** A reversal as JSON: made only from what is stored, so whoever asks again gets the same bytes. */
public final class ReversalJson {

    private ReversalJson() {}

    /** The reversal of a tap that has one. */
    public static String of(StoredTap tap) {
        Reversal reversal = Objects.requireNonNull(tap.reversal(), "the tap was not undone");
        Grant grant = tap.answer().grant();
        return new Json()
                .text("tapId", TapId.of(tap))
                .text("outcome", "REVERSED")
                .text("reason", reversal.cause())
                .moment("reversedAt", reversal.receivedAt())
                .value("subsidy", -reversal.subsidyFen())
                .value("selfPay", -(reversal.amountFen() - reversal.subsidyFen()))
                .text("benefit", grant == null ? null : grant.benefit())
                .value("balanceLeft", reversal.balanceLeft())
                .display("已撤销，本次不计", "Undone. This tap does not count.")
                .text("cue", Cue.PASS)
                .toString();
    }
}
