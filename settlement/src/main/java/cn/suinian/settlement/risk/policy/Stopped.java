package cn.suinian.settlement.risk.policy;

import cn.suinian.core.authorization.decision.DeclineReason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Taps of the dead and of cards that had been stopped: each speaks for itself. */
final class Stopped implements TrailPolicy {

    private static final int GOOD_FAITH = 30;
    private static final int DEAD_AND_PAID = 90;
    private static final int DEAD_AND_DECLINED = 60;

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        LocalDate died = tap.deceasedOn();
        boolean dead = tap.reason() == DeclineReason.HOLDER_DECEASED
                || (died != null && tap.key().tapDate().isAfter(died));
        if (dead) {
            RiskFlag flag =
                    RiskFlag.ofOne(FlagKind.TAP_AFTER_DEATH, tap.approved() ? DEAD_AND_PAID : DEAD_AND_DECLINED, tap);
            outcome(flag, tap);
            if (died != null) {
                flag.evidence()
                        .with(
                                "daysAfter",
                                ChronoUnit.DAYS.between(died, tap.key().tapDate()));
            }
            flags.accept(flag);
        }
        int score = scoreOfStop(tap.reason());
        if (score > 0) {
            RiskFlag flag = RiskFlag.ofOne(FlagKind.TAP_AFTER_STOP, score, tap);
            outcome(flag, tap);
            flags.accept(flag);
        }
        if (tap.approved() && tap.goodFaith()) {
            RiskFlag flag = RiskFlag.ofOne(FlagKind.GOOD_FAITH_TAP, GOOD_FAITH, tap);
            flag.evidence().with("subsidyFen", tap.subsidyFen());
            flags.accept(flag);
        }
    }

    private static void outcome(RiskFlag flag, RiskTap tap) {
        DeclineReason reason = tap.reason();
        flag.evidence().with("outcome", reason == null ? "APPROVED" : reason.name());
        flag.evidence().with("subsidyFen", tap.subsidyFen());
    }

    /** A replaced card may simply have been kept in the old wallet; a lost one was found by somebody. */
    private static int scoreOfStop(@org.jspecify.annotations.Nullable DeclineReason reason) {
        if (reason == DeclineReason.CARD_LOST) {
            return 60;
        }
        if (reason == DeclineReason.CARD_CANCELLED) {
            return 50;
        }
        return reason == DeclineReason.CARD_REPLACED ? 40 : 0;
    }
}
