package cn.suinian.settlement.account;

import cn.suinian.core.money.Payer;

/** Whose statement. */
public sealed interface StatementOf {

    /** What one vendor is owed by all payers. */
    record OneVendor(int vendorId) implements StatementOf {}

    /** What one payer owes all vendors. */
    record OnePayer(Payer payer) implements StatementOf {}
}
