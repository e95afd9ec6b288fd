package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.TERMINAL_BURST;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cards in the order of issue, one after the other at one terminal: people do not queue by card number. */
final class SerialRun implements TrailPolicy {

    private static final int SCORE = 70;

    private final RiskLimits limits;
    private @Nullable RiskTap first;
    private @Nullable RiskTap last;
    private int step;
    private int length;
    private Doubling doubling;

    SerialRun(RiskLimits limits) {
        this.limits = limits;
        this.doubling = new Doubling(limits.serialRun());
    }

    @Override
    public void next(RiskTap tap, Consumer<RiskFlag> flags) {
        RiskTap before = last;
        last = tap;
        if (before == null || first == null || tap.secondsAfter(before) > limits.serialGapSeconds()) {
            startAt(tap);
            return;
        }
        int difference = tap.cardSerial() - before.cardSerial();
        if (Math.abs(difference) != 1) {
            startAt(tap);
            return;
        }
        if (length > 1 && difference != step) {
            startAt(before);
        }
        step = difference;
        length++;
        if (doubling.reachedBy(length)) {
            RiskFlag flag = RiskFlag.ofTwo(TERMINAL_BURST, SCORE, tap, first);
            flag.evidence().with("how", "SERIALS").with("cards", length);
            flags.accept(flag);
        }
    }

    private void startAt(RiskTap tap) {
        first = tap;
        length = 1;
        doubling = new Doubling(limits.serialRun());
    }
}
