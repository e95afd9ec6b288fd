/**
 * What waits for a second signature in reconciliation: adjustments, excuses and rules, one of them, and
 * its decision.
 *
 * <p>All are requests of one table, so one page shows each by its number. Whoever asked sees that somebody else
 * has to decide; whoever decides sees both sides as they are now, and what was asked for when it no longer is so:
 * then it can only be refused. {@link cn.suinian.gateway.console.reconciliation.approval.Inbox} lists the same for
 * the inbox of the whole console.
 *
 * <p>Imports word, rule, form, page, route; the office of reconciliation; approval of core.
 */
package cn.suinian.gateway.console.reconciliation.approval;
