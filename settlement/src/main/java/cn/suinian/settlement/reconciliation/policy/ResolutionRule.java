package cn.suinian.settlement.reconciliation.policy;

/**
 * What is resolved without anybody looking; amounts in fen.
 *
 * @param vendorId null: any vendor's
 * @param mostFen money at risk of one break
 * @param mostDayFen money at risk of all of this kind that rules resolve for one vendor and business day
 * @param basis who decided so, and where it is written
 */
public record ResolutionRule(
        int ruleId,
        @org.jspecify.annotations.Nullable Integer vendorId,
        BreakKind kind,
        Act act,
        long mostFen,
        long mostDayFen,
        String basis) {

    /** The most that a rule may say for one break; a term's tolerance has the same bound. */
    public static final long HIGHEST_FEN = 10_000;

    /** The most that a rule may say for one vendor and business day. */
    public static final long HIGHEST_DAY_FEN = 100_000;

    /** What a rule may do; neither moves money. */
    public enum Act {
        /** The difference is known and stays. */
        ACCEPT,
        /** The vendor's claim is refused. */
        REJECT
    }

    boolean fits(OpenItem item) {
        return kind == item.kind() && (vendorId == null || vendorId == item.vendorId()) && item.riskFen() <= mostFen;
    }
}
