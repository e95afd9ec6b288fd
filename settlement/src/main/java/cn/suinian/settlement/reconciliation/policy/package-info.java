/**
 * What a difference is, when a tap that is not stated is missing, and which breaks a rule may resolve: pure.
 *
 * <p>{@link cn.suinian.settlement.reconciliation.policy.ResolutionPolicy} spends the budget of each rule on the
 * smallest breaks first, and never moves money: what a rule may do is to leave a difference as it is or to refuse a
 * claim. Money moves with two signatures only.
 *
 * <p>Imports core's work calendar.
 */
package cn.suinian.settlement.reconciliation.policy;
