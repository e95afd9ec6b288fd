package cn.suinian.settlement.allowance;

/**
 * Something about a person that a run tells: left out, or different from the month before.
 *
 * @param reason NO_BANK_ACCOUNT, ACCOUNT_REFUSED, MOVED_DISTRICT, TURNED_70, APPLIED, CHECK_LATE, RESUMED, TIER, or the
 *     name of a {@link cn.suinian.settlement.allowance.policy.NotDue}
 * @param beforeFen what the month before paid
 * @param afterFen what this month pays; for who is left out, what waits for them
 */
public record Note(long holderId, Kind kind, String reason, long beforeFen, long afterFen) {

    /** What it tells; the names are stored. */
    public enum Kind {
        /** Old enough, and not paid. */
        EXCLUDED,
        /** Paid, and not so the month before. */
        NEW,
        /** Paid the month before, and not any more. */
        STOPPED,
        /** Paid another amount than the month before. */
        CHANGED
    }
}
