/**
 * The page of rules that resolve breaks without anybody looking: those in force, a new one, and the end of one.
 *
 * <p>A rule accepts or rejects up to a limit for each break and each vendor's day, and never moves money, so one
 * supervisor makes it and says where it is written. It is never changed, only ended: what it resolved names it.
 *
 * <p>Imports word, form, page, route; the office of reconciliation.
 */
package cn.suinian.gateway.console.reconciliation.rule;
