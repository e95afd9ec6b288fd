package cn.suinian.settlement.payout.account;

import org.jspecify.annotations.Nullable;

/**
 * A vendor and the account that it is paid to.
 *
 * @param numberTail last four digits of the account in force; null: it has none and is paid nothing
 * @param bankName of its branch
 * @param changeWaits whether another account waits for a second person
 */
public record VendorAccount(
        int vendorId,
        String code,
        String name,
        @Nullable String numberTail,
        @Nullable String bankName,
        boolean changeWaits) {}
