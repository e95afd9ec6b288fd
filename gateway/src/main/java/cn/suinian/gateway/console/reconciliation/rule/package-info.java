/**
 * The page of rules that resolve breaks without anybody looking: those in force, asking for a new one, and
 * the end of one.
 *
 * <p>A rule accepts or rejects up to a limit for each break and each vendor's day. It moves no money, but what it
 * resolves no longer stops a payment, so a second supervisor approves it among what waits; ending it takes one. It is
 * never changed: what it resolved names it.
 *
 * <p>Imports word, form, page, route; the office of reconciliation.
 */
package cn.suinian.gateway.console.reconciliation.rule;
