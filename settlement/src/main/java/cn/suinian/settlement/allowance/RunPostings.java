package cn.suinian.settlement.allowance;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount;
import cn.suinian.settlement.ledger.LedgerAccount.Bank;
import cn.suinian.settlement.ledger.LedgerAccount.Holders;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;

/** What the books have of a run: totals, of which its lines are the sub-ledger. */
final class RunPostings {

    private static final LedgerAccount HOLDERS = new Holders();

    private final Ledger ledger;
    private final AllowanceRun run;
    private final LedgerAccount owing;
    private final LedgerAccount bank;

    RunPostings(Connection transaction, AllowanceRun run) {
        this.ledger = new Ledger(transaction);
        this.run = run;
        Payer payer = Payer.of(run.district());
        this.owing = new Owing(payer, Service.ALLOWANCE);
        this.bank = new Bank(payer);
    }

    /** The district owes it, the holders are to get it; claims the other way round. */
    void approved() throws SQLException {
        post(Kind.ALLOWANCE, owing, HOLDERS, run.payableFen() + run.withdrawnFen(), run.reference());
        post(Kind.ALLOWANCE_RECOVERY, HOLDERS, owing, run.recoveryFen(), run.reference());
    }

    /** It leaves the district's account. */
    void ordered() throws SQLException {
        post(Kind.ALLOWANCE_PAYMENT, HOLDERS, bank, run.payableFen(), run.reference());
    }

    /** It is back at the bank and not owed through this run any more: the next one lists it again. */
    void returned(long fen) throws SQLException {
        post(Kind.ALLOWANCE_RETURN, bank, HOLDERS, fen, run.reference() + ":returned");
        post(Kind.ALLOWANCE_RECOVERY, HOLDERS, owing, fen, run.reference() + ":returned");
    }

    /** A claim is settled. */
    void collected(long holderId, YearMonth month, long fen) throws SQLException {
        String reference = "allowance-claim:" + run.runNo() + ":" + holderId + ":" + month;
        post(Kind.ALLOWANCE_RETURN, bank, HOLDERS, fen, reference);
    }

    private void post(Kind kind, LedgerAccount debit, LedgerAccount credit, long fen, String reference)
            throws SQLException {
        if (fen > 0) {
            ledger.post(new Entry(kind, debit, credit, fen, reference));
        }
    }
}
