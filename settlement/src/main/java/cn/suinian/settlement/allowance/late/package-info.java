/**
 * Payments of the allowance that the bank returned after it had said that they were paid: the account was closed days
 * later, or the name on it was found to be another's.
 *
 * <p>One person records it from the bank's word, another who did not take in that it was paid agrees. From there it is
 * like any other return: the journal takes the payment back by entries of its own, whether the run was settled or not,
 * and what is still owed is paid as arrears once the account is changed or good. What the bank had said before, who
 * took that in and when stays with the result. Rejected: letting a later file overwrite an earlier one, for whoever
 * makes a file could then have anybody paid twice; and an adjustment by hand, which no list would know of.
 *
 * <p>Imports {@code allowance}, which knows nothing of this but its columns, {@code ledger} and core.
 */
package cn.suinian.settlement.allowance.late;
