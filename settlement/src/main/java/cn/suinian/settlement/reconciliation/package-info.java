/**
 * Reconciliation: what vendors state against the taps we have, and what has to be cleared up.
 *
 * <p>{@link cn.suinian.settlement.reconciliation.Reconciliation} compares one vendor and business day in the
 * database, set by set. A row and a tap with the same date, terminal, number and card belong together; that is the
 * join and is not written down, so there is no second truth that would have to follow when a tap, a reversal or a
 * statement comes later. Only what differs leaves the join, as a finding. Findings that belong together by rule (one
 * tap stated in two rows, one row for two taps, a row whose number is wrong) become a group, which is written down; a
 * group whose sums still differ is one finding.
 *
 * <p>Findings and breaks are then brought into line: a finding without a break opens one, one whose money or kind
 * changed moves it, a break whose finding is gone is healed, and a healed one whose cause comes back is open again. A
 * run that finds what the last one found changes nothing. What people resolved stays resolved while its money is the
 * same. What an adjustment moved counts as ours; when its cause is gone afterwards, the break is open again the other
 * way round, for what has to be taken back.
 *
 * <p>A tap is stated in time for any business day from the one it was made on to the one it was cleared in. A day
 * without a statement has no breaks: that is one blocker of the day ({@link
 * cn.suinian.settlement.reconciliation.ReconciliationGate}), not three million EXPECTED.
 *
 * <p>Each run also looks at the taps and rows about open and adjusted breaks of the vendor's other days, since today's
 * statement may explain yesterday's break. {@link cn.suinian.settlement.reconciliation.Recheck} does that alone, after
 * each clearing, since a tap that came late is paid by it, and before an adjustment is posted. Findings live in a
 * temporary table of the run.
 *
 * <p>{@link cn.suinian.settlement.reconciliation.VendorDays} reads a vendor's day for people: our figures beside
 * theirs, and breaks by kind. A vendor that has nothing to state is excused by two people ({@link
 * cn.suinian.settlement.reconciliation.Excuses}), since the day is then paid by our taps alone. Whatever is read here
 * by staff of a district is their own payer's part; a statement has none, so they see nothing of its sums.
 *
 * <p>{@link cn.suinian.settlement.reconciliation.IncomingBook} keeps how far a statement on its way in is, so that
 * whichever node is asked can tell; nothing is resumed from it.
 *
 * <p>Rejected: a status on each row or tap (a million updates a statement, and taps are append-only), stored matches,
 * comparing in Java (the heap would have to hold a day).
 *
 * <p>Imports {@code policy}, statement, businessday's gate, core's approval, audit, postgres, refusal
 * and staff; rows of statements and the journal are read in SQL.
 */
package cn.suinian.settlement.reconciliation;
