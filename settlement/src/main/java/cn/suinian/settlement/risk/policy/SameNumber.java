package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.FlagKind.SEQUENCE_REUSED;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that gave one number to taps of two holders: it forgot where it was, or somebody sends in its name. Takes
 * taps sorted by terminal, number and time, those of one date.
 */
public final class SameNumber implements Consumer<RiskTap> {

    private static final int BOTH_APPROVED = 50;
    private static final int ONE_DECLINED = 25;

    private final Consumer<RiskFlag> flags;
    private @Nullable RiskTap first;

    public SameNumber(Consumer<RiskFlag> flags) {
        this.flags = flags;
    }

    @Override
    public void accept(RiskTap tap) {
        RiskTap earlier = first;
        if (earlier == null
                || earlier.key().terminalId() != tap.key().terminalId()
                || earlier.key().terminalSeq() != tap.key().terminalSeq()
                || !earlier.key().tapDate().equals(tap.key().tapDate())) {
            first = tap;
        } else if (earlier.key().holderId() != tap.key().holderId()) {
            boolean both = earlier.approved() && tap.approved();
            flags.accept(RiskFlag.ofTwo(SEQUENCE_REUSED, both ? BOTH_APPROVED : ONE_DECLINED, tap, earlier));
        }
    }
}
