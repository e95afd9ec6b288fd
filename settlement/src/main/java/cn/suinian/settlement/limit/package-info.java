/**
 * What is judged by and may be changed: how far a vendor's statement may differ and how long it is waited for, how much
 * of open breaks does not stop a payment, and the limits of each check before payment.
 *
 * <p>A value is a row that is never changed. One person asks for another value, from a day on or at once; another
 * approves or rejects it; then it holds from that day, or from the day of the approval when that is later. What holds
 * on a day is what the database's {@code settlement_limit_on} says, so whoever judges reads it in the transaction of
 * the judgement, and what was judged before stays as it was.
 *
 * <p>Days are those of the judgement, not of the taps: a tolerance that is wider from today on also helps yesterday's
 * breaks when they are compared again, which is why somebody asks for it.
 *
 * <p>Rejected: a table for each room (four histories, four pages), settings of a node (two nodes would judge
 * differently, and nobody signs them), limits in the code (a change would wait for a release).
 *
 * <p>Imports core's approval, audit, postgres, refusal and staff.
 */
package cn.suinian.settlement.limit;
