/**
 * What became of a holder's cards and taps, as a counter looks at it: "it was refused this morning, why?"
 *
 * <p>Where somebody was is sensitive (PIPL, Art. 28), so every look at taps is in the audit trail and asks for its own
 * permission. Days are named, and with them the partitions. A day that is cut has an index by holder, which
 * {@link cn.suinian.core.holder.timeline.TapsByHolder} makes; the open day has none, since each tap would pay for it
 * and a look is rare: of that day the primary key is walked. A look that takes too long is broken off and said to be
 * so; it must not hold the disk that taps are written to.
 *
 * <p>Rejected: showing taps out of the account (it remembers limits, not places), a copy of taps by holder (a second
 * truth of 3 million rows a day), and CREATE INDEX CONCURRENTLY, for which nodes would have to own the tables.
 *
 * <p>Imports audit, authorization.decision, card with its office, holder, postgres, refusal and staff.
 */
package cn.suinian.core.holder.timeline;
