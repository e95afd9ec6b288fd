package cn.suinian.settlement.allowance.policy;

import cn.suinian.core.holder.District;
import org.jspecify.annotations.Nullable;

/**
 * What one month of one person comes to: paid by a district, or not due for a reason.
 *
 * @param fen 0 when it is not due
 * @param fromAge of the tier; 0 when it is not due
 * @param payer null when it is not due
 * @param why null when it is due
 */
public record MonthDue(
        long fen,
        int fromAge,
        @Nullable District payer,
        @Nullable NotDue why) {

    static MonthDue due(Tiers.Tier tier, District payer) {
        return new MonthDue(tier.fen(), tier.fromAge(), payer, null);
    }

    static MonthDue notDue(NotDue why) {
        return new MonthDue(0, 0, null, why);
    }

    /** Whether something is paid for it. */
    public boolean isDue() {
        return why == null;
    }
}
