/**
 * Who is paid in a batch and who is not, and why not: pure, from facts that the room beside it reads.
 *
 * <p>A vendor is paid all that a payer owes it up to a day, or nothing. Whatever speaks against it is listed, not the
 * first thing only: whoever wants the vendor paid mends all of it in one go. A batch is decided by the same function
 * when it is made, when it is approved and when it is sent, and {@link
 * cn.suinian.settlement.payout.policy.Plan#changes} says what became different in between.
 *
 * <p>Rejected: paying the part of a vendor's money that no break speaks of (which part that is would be a question of
 * its own, and the next batch answers it), a score instead of reasons.
 *
 * <p>Imports core's refusal.
 */
package cn.suinian.settlement.payout.policy;
