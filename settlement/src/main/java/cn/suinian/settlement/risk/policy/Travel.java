package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.IMPOSSIBLE_TRAVEL;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A holder who was at two places with less time between than the way takes. */
final class Travel implements TrailPolicy {

    private static final double METRES_PER_SECOND_IN_KMH = 3.6;
    private static final int AT_THE_LIMIT = 50;

    private final RiskLimits limits;
    private @Nullable RiskTap before;

    Travel(RiskLimits limits) {
        this.limits = limits;
    }

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        if (tap.place() == null || tap.delivered() || !tap.cardWasThere()) {
            return;
        }
        if (before != null) {
            compare(before, tap, flags);
        }
        before = tap;
    }

    private void compare(RiskTap from, RiskTap tap, Consumer<RiskFlag> flags) {
        long metres = tap.metresTo(from).orElse(0);
        long seconds = Math.max(1, tap.secondsAfter(from) + limits.clockSlackSeconds());
        long kmh = Math.round(metres * METRES_PER_SECOND_IN_KMH / seconds);
        if (metres >= limits.travelMetres() && kmh > limits.travelKmh()) {
            // Twice as fast as possible is 75, three times 100.
            long score = AT_THE_LIMIT + 25 * (kmh - limits.travelKmh()) / limits.travelKmh();
            RiskFlag flag = RiskFlag.ofTwo(IMPOSSIBLE_TRAVEL, score, tap, from);
            flag.evidence()
                    .with("metres", metres)
                    .with("kmh", kmh)
                    .with("limitKmh", limits.travelKmh())
                    .with("slackSeconds", limits.clockSlackSeconds());
            flags.accept(flag);
        }
    }
}
