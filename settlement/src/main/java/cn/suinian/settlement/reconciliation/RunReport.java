package cn.suinian.settlement.reconciliation;

import java.time.LocalDate;

/**
 * What a comparison of one vendor and business day did.
 *
 * @param statements how many were compared; 0: there is none, and breaks of the day are healed
 * @param rows of those statements that count
 * @param opened breaks, with those opened again and changed in {@code changed}
 * @param healed breaks of any day whose cause is gone
 * @param resolved by rules
 * @param openBreaks of the day, afterwards
 * @param riskFen money at risk in those
 */
public record RunReport(
        int vendorId,
        LocalDate day,
        int statements,
        long rows,
        long grouped,
        long opened,
        long changed,
        long healed,
        long resolved,
        long openBreaks,
        long riskFen) {

    /** Whether anything is other than before. */
    public boolean changedAnything() {
        return grouped + opened + changed + healed + resolved > 0;
    }
}
