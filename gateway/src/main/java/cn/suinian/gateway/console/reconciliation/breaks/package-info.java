/**
 * Pages of breaks: the worklist with its filters, one break with both sides and its timeline, and what is done with
 * it.
 *
 * <p>A filter stands in the address, so it can be sent to a colleague, kept under a name, and exported as it is. What
 * is done with many is one of two acts: on those that were ticked, each with the version that the list showed, or on
 * all that fit, with the number that was confirmed. Either is done as a whole or not at all.
 *
 * <p>Whatever is done with one break has a page of its own with the reason, the version, and room for an attachment;
 * what moves money is only asked for here and decided by another person ({@code approval}). Keys j, k and x work
 * inside the list alone, so nobody who dictates or types elsewhere sets one off; everything is reachable by Tab.
 *
 * <p>Rejected: acts in a menu on each row (a reason has no room there), and a list that changes while it is read.
 *
 * <p>Imports word, form, page, route, today's reasons; the office of reconciliation.
 */
package cn.suinian.gateway.console.reconciliation.breaks;
