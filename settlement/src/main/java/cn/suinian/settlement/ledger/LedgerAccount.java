package cn.suinian.settlement.ledger;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;

/** An account of the ledger, by what it is for; it is opened when it is first posted to. */
public sealed interface LedgerAccount {

    /** The name in the books, which is unique. */
    String name();

    /** What a payer owes for a service. */
    record Owing(Payer payer, Service service) implements LedgerAccount {
        @Override
        public String name() {
            return "payer:" + payer.label() + ":" + service.name();
        }
    }

    /**
     * What is payable to a vendor.
     *
     * @param code as in its register
     */
    record Payable(int vendorId, String code) implements LedgerAccount {
        @Override
        public String name() {
            return "vendor:" + code + ":payable";
        }
    }

    /** What left a payer's settlement account at the bank. */
    record Bank(Payer payer) implements LedgerAccount {
        @Override
        public String name() {
            return "bank:" + payer.label();
        }
    }

    /** Allowances payable to holders, all of them together: who gets what is in the allowance run. */
    record Holders() implements LedgerAccount {
        @Override
        public String name() {
            return "holders:allowance";
        }
    }
}
