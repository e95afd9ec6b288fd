/**
 * What became of what a run lists, for whoever looks at it: who is on the list and gets nothing by it, in which
 * districts claims are open, and which are settled and on what evidence; and whose message of it was given up, which
 * is the one thing here that can be asked for again.
 *
 * <p>Read when a page asks and judged by nobody: what is refused, each act asks again in its own transaction. Rejected:
 * sums kept beside the runs, since a death that becomes known changes them on any day.
 *
 * <p>Imports the runs of the allowance and core's holder, staff and transactions.
 */
package cn.suinian.settlement.allowance.outcome;
