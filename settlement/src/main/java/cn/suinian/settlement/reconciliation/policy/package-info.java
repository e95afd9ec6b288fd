/**
 * What a difference is, when a tap that is not stated is missing, and which breaks a rule may resolve: pure.
 *
 * <p>{@link cn.suinian.settlement.reconciliation.policy.ResolutionPolicy} spends what rules may resolve of one
 * vendor, day and kind on the smallest breaks first, and never moves money: what a rule may do is to leave a
 * difference as it is or to refuse a claim. Money moves with two signatures only, and a rule has them too, because
 * what it resolves stops no payment any more.
 *
 * <p>Imports core's work calendar.
 */
package cn.suinian.settlement.reconciliation.policy;
