/**
 * What staff work through before a payment: the list of vendors' days that something speaks about, the worst first,
 * and the case of one vendor with its evidence and the money it is about.
 *
 * <p>The list is counted from flags, findings and answers at every look, so that it is never behind them; it reads at
 * most the days it is asked for. A case shows the taps themselves: who looks at a finding about hours gets the taps
 * outside hours, who looks at one about a canteen's share its subsidised meals. Money is counted once for a tap,
 * however many flags and findings are about it, and what was explained is not in it.
 *
 * <p>Rejected: a table of cases with a state of its own (it would say "closed" while a late flag comes in), money in
 * the list (it would read each flagged tap of a month to sort a page).
 *
 * <p>Imports lens.item, lens.hold, lens.policy, csv and core's acts.
 */
package cn.suinian.settlement.lens.work;
