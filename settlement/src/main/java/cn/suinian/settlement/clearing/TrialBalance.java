package cn.suinian.settlement.clearing;

import java.util.List;
import java.util.Map;

/**
 * Every account of the ledger, or those that one payer's entries touch, with what was ever debited and credited to it
 * there, in order of name.
 *
 * @param vendorNames by the code that a vendor's account is named after
 */
public record TrialBalance(List<Account> accounts, Map<String, String> vendorNames) {

    /** One account; amounts in fen. */
    public record Account(String name, long debitFen, long creditFen) {}

    public TrialBalance {
        accounts = List.copyOf(accounts);
        vendorNames = Map.copyOf(vendorNames);
    }

    /** All debits, fen. */
    public long debitFen() {
        return accounts.stream().mapToLong(Account::debitFen).reduce(0, Math::addExact);
    }

    /** All credits, fen. */
    public long creditFen() {
        return accounts.stream().mapToLong(Account::creditFen).reduce(0, Math::addExact);
    }
}
