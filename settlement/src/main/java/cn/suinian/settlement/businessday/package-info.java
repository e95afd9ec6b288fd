/**
 * The business day: which one is open, closing it, and everything that happens to it afterwards. A node closes it:
 * OPEN, CUT, CLEARED. People do the rest: RECONCILED, APPROVED with two signatures, PAID, SEALED.
 *
 * <p>The later steps are acts of staff ({@link cn.suinian.settlement.businessday.DayActs}), a transaction each, which
 * takes the same lock as a close, looks at the state of that moment and goes by the order of days. What has to be
 * settled first is known in rooms above this one; they hand in a {@link cn.suinian.settlement.businessday.DayGate}
 * each. A day that is reconciled or approved goes back with two signatures, the latest day first; one that is paid
 * never does. A request for a second signature is about one act of the day's history, not about the day: whatever
 * moved meanwhile makes it void. Rejected: a state per vendor and day, which would let a day be paid in parts, and ask
 * every figure twice whether it is final.
 *
 * <p>{@link cn.suinian.settlement.businessday.DayClose} cuts a day (taps from then on settle in the next one), waits
 * until no tap can join it any more, and clears it. Each step is one transaction that also moves the day's state, so a
 * close may be killed anywhere and simply run again. A session lock lets one node close at a time.
 *
 * <p>Why a cut day is final after the wait. Whoever posts taps does it at READ COMMITTED, with one statement that
 * inserts only if its own snapshot still shows the day open, and only on or after that day. A PostgreSQL statement
 * first locks the tables it names, then takes its snapshot, and the table locks stay until its commit is visible to
 * others. So once the cut is committed:
 *
 * <ul>
 *   <li>a statement that already holds its lock on {@code tap} may have the old snapshot: it is on the list of those
 *       that are waited for, and is gone from it only when its taps can be seen;
 *   <li>a statement that gets the lock later takes its snapshot later: it sees the next day open, moves nothing, and
 *       the lane decides again. A row version that another node replaced meanwhile changes nothing in this, for the
 *       open day is not read again when PostgreSQL rechecks a row; it is the snapshot's.
 * </ul>
 *
 * <p>Rejected: waiting until {@code pg_snapshot_xmin(pg_current_snapshot())} passes the cut's transaction id. A
 * statement has its snapshot before it has a transaction id, and may get one higher than the cut's: for a moment it is
 * invisible to that rule, and its taps would be in no day (a test holds a statement in just that moment). Adding
 * {@code backend_xmin} closes the hole and opens another: a dump or a report that only reads would hold up the close
 * for hours. A transaction id in a table also means nothing once the database has been restored from a dump. Rejected
 * too: a share lock on the open day's row in every posting (it writes), and LOCK TABLE on taps (they would queue).
 *
 * <p>Imports clearing, core's approval, audit and staff, and JDBC; a close takes no pool, for the session lock needs a
 * session.
 */
package cn.suinian.settlement.businessday;
