/**
 * The monthly old-age allowance: a run per month and district, from the list to the bank's answer.
 *
 * <p>{@link cn.suinian.settlement.allowance.AllowanceRuns} lists a district's month (by the 10th), lets one person
 * confirm and another approve it, orders the payments (by the 20th) and compares what the bank says with what was
 * confirmed, to the fen. What a run lists is frozen with the reason of each amount; a list that is made again is a new
 * run, and the old one stays as discarded. Who is owed what is decided by {@link
 * cn.suinian.settlement.allowance.policy.MonthlyRun}, from everything that earlier runs ordered: a month that is run
 * again, on any node, after any kill, orders nothing twice.
 *
 * <p>A district of 80,000 people is streamed through in one transaction, in the order of holders: a cursor on one side,
 * arrays of a few thousand lines on the other; the heap holds one batch. Rejected: the policy as one SQL statement
 * (fast for the plain case, and unreadable where a late check meets a move), and COPY, which ties the room to one
 * driver.
 *
 * <p>What staff look at is read by classes of their own, and never judged again: {@link
 * cn.suinian.settlement.allowance.AllowanceMonths} (how a month stands), {@link
 * cn.suinian.settlement.allowance.RunHistory}, {@link cn.suinian.settlement.allowance.RunReads}, {@link
 * cn.suinian.settlement.allowance.HolderLooks} (why somebody gets what they get) and {@link
 * cn.suinian.settlement.allowance.RunFigures} (a run added up again).
 *
 * <p>The books know totals per run and district; the lines are the sub-ledger. Bank accounts and names are opened only
 * while the pay file is written.
 *
 * <p>Imports the ledger, the calendar, core's holder, approval, audit and crypto; JDBC.
 */
package cn.suinian.settlement.allowance;
