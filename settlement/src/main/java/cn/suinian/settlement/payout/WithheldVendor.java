package cn.suinian.settlement.payout;

import cn.suinian.settlement.payout.policy.Withholding;

/**
 * A reason why a vendor is not in a batch; a vendor may have several.
 *
 * @param fen what is payable to it; below zero: it owes
 * @param detail days, or the numbers of breaks and holds
 */
public record WithheldVendor(
        long batchNo, int vendorId, String vendorCode, String vendorName, Withholding code, long fen, String detail) {}
