/**
 * Returns that were none: the bank rejected or returned a payment by its answer and says later that it had paid.
 *
 * <p>The money that the return made payable again is taken back by an entry of its own, the payment counts as paid, and
 * the vendor is no longer blocked. That takes two people, neither of whom took the bank's answer, and only while nobody
 * resolved the return: after that the money may have been paid again, and what is too much is for an adjustment.
 * Rejected: taking a later status file at its word, for a bank's system that errs once is no witness against itself,
 * and one person with a file could have taken a vendor's money.
 *
 * <p>Imports {@code payout}, which knows nothing of this, {@code ledger} and core.
 */
package cn.suinian.settlement.payout.disproof;
