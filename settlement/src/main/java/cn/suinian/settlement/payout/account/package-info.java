/**
 * The bank accounts of vendors and of payers: asked for by one person, confirmed by another, and every version kept.
 *
 * <p>A change of bank details is how money is stolen from whoever pays many, so it is the one act here that can only
 * slow things down: from the moment somebody asks until another person decides, the vendor is paid nothing, to the old
 * account as little as to the new one. A rejected change leaves the account before it in force.
 *
 * <p>The number is sealed for its row; lists show its last four digits. Whoever confirms sees the number in full, and
 * that is in the audit trail: a confirmation of four digits would be none. Rejected: editing the row in place with a
 * history beside it (what a payment was sent to must be one row that never changes), a payer's account in a
 * configuration file (nobody would have signed for it).
 *
 * <p>Imports core's approval, audit, crypto's seals, money, refusal and staff.
 */
package cn.suinian.settlement.payout.account;
