package cn.suinian.settlement.clearing;

import java.util.List;

/** Every account of the ledger with what was ever debited and credited to it, in order of name. */
public record TrialBalance(List<Account> accounts) {

    /** One account; amounts in fen. */
    public record Account(String name, long debitFen, long creditFen) {}

    public TrialBalance {
        accounts = List.copyOf(accounts);
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
