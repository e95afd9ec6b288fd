package cn.suinian.settlement.payout.policy;

import java.time.LocalDate;

/**
 * Of which business days the money is that a payer did not pay a vendor.
 *
 * @param days how many there are between the first and the last, both counted
 */
public record Unpaid(String vendorName, LocalDate first, LocalDate last, int days) {}
