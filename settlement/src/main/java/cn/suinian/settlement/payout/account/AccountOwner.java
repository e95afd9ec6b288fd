package cn.suinian.settlement.payout.account;

import cn.suinian.core.money.Payer;

/** Whose account it is. */
public sealed interface AccountOwner {

    /** A vendor, which is paid. */
    record OfVendor(int vendorId) implements AccountOwner {
        @Override
        public String toString() {
            return "vendor " + vendorId;
        }
    }

    /** A payer, from whose settlement account is paid. */
    record OfPayer(Payer payer) implements AccountOwner {
        @Override
        public String toString() {
            return "payer " + payer.label();
        }
    }
}
