/**
 * What speaks about a vendor's day, one by one: flags of single taps from the risk scan, findings about a whole day
 * from the lens, and what staff said became of each.
 *
 * <p>Neither a flag nor a finding is ever changed. What somebody says of one is a row of its own behind the last one,
 * and names the one it follows: two people who answer the same flag at once cannot both be the last without having
 * seen the other. The newest row holds, so a word can be taken back by another.
 *
 * <p>Rejected: a status column in {@code risk_flag} (its history would be in the audit trail only, and the scan's
 * table would stop being append-only), deleting flags that were explained.
 *
 * <p>Imports core's acts (audit, refusal, staff, postgres).
 */
package cn.suinian.settlement.lens.item;
