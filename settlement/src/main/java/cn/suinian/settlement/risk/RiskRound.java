package cn.suinian.settlement.risk;

import cn.suinian.settlement.risk.policy.FlagKind;
import java.util.Map;

/**
 * What one look at the taps came to.
 *
 * @param taps how many taps were newly received, or settle in the day
 * @param flags how many flags are new, by kind
 * @param caughtUp whether nothing older is left for another round
 */
public record RiskRound(long taps, Map<FlagKind, Integer> flags, boolean caughtUp) {

    /** Nothing to look at. */
    static final RiskRound NOTHING = new RiskRound(0, Map.of(), true);

    public RiskRound {
        flags = Map.copyOf(flags);
    }

    /** All kinds together. */
    public int newFlags() {
        return flags.values().stream().mapToInt(Integer::intValue).sum();
    }
}
