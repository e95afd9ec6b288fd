/**
 * Who is owed how much old-age allowance in which month, as pure functions of what is known of a person (rules of 2020,
 * No. 3; DOMAIN A2).
 *
 * <p>{@link cn.suinian.settlement.allowance.policy.Entitlement} judges one month of one person: an amount with the
 * district that pays it, or the first reason in order of precedence why there is none. {@link
 * cn.suinian.settlement.allowance.policy.MonthlyRun} judges every month it looks back on and compares with what was
 * ordered before: what is missing is paid as arrears, what was too much is claimed back. So a check that comes late, a
 * payment that the bank returned, a death that is recorded late and a run that was skipped all need no rule of their
 * own, and running a month again finds nothing left to pay.
 *
 * <p>Rejected: a state machine per person (suspended, resumed, stopped). Each late report would need its own way back,
 * and the state would have to be kept right by every act that touches a holder.
 *
 * <p>Imports core's holder and the check of May and November, which taps are judged by too. No SQL, no clock.
 */
package cn.suinian.settlement.allowance.policy;
