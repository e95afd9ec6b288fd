/**
 * The decision: one synchronous pure function from facts and a tap to a verdict.
 *
 * <p>Everything that could differ between two runs (the time, the rules, what the database holds) comes in as an
 * argument, so a decision can be tested with a table, run a million times in a simulator and repeated in an audit
 * years later. Declines are values of one enum, {@link cn.suinian.core.authorization.decision.DeclineReason}, whose
 * order is their precedence.
 *
 * <p>A tap that may have been seen before is not decided but sent back with {@code LookUpFirst}: reading is the lane's
 * work. The counter window makes that rare.
 *
 * <p>Imports account, card, entitlement with its policy, holder, money and terminal; no Vert.x, SQL, clock or logging.
 */
package cn.suinian.core.authorization.decision;
