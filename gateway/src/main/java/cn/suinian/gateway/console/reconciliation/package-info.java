/**
 * Reconciliation in the console: business days, statements, breaks, second signatures, rules and formats.
 *
 * <p>{@link cn.suinian.gateway.console.reconciliation.ReconciliationPages} joins the routes of its rooms, in an order
 * in which words of an address come before numbers. It has one section in the head of every page; the ways within it
 * are a row of links on each of its pages, so that the head stays short for those who do other work too.
 *
 * <p>Imports its own rooms, page and route; the office of reconciliation.
 */
package cn.suinian.gateway.console.reconciliation;
