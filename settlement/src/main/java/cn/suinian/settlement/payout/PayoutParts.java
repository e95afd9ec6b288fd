package cn.suinian.settlement.payout;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.settlement.businessday.Blocker;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayGate;
import cn.suinian.settlement.payout.account.BankAccounts;
import cn.suinian.settlement.payout.carried.PaidOfDayStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * What payouts work with.
 *
 * @param vault signs files, with the key that signs the denylist
 * @param blockers what other rooms have against paying a vendor
 * @param least how far a day has come that is paid; APPROVED in production
 */
public record PayoutParts(
        Transactions transactions,
        Seals seals,
        KeyVault vault,
        Approvals approvals,
        AuditLog audit,
        Clock clock,
        PayoutBlockers blockers,
        State least) {

    /** The accounts of the same house. */
    public BankAccounts accounts() {
        return new BankAccounts(transactions, seals, approvals, audit, clock);
    }

    /** Keeps a business day from being paid while something payable of it is neither ordered nor held by name. */
    public DayGate gate() {
        return new Gate(new Planning(this));
    }

    /** Under the lock of a day nobody asks of which days the money is: that may take the journal of years. */
    private record Gate(Planning planning) implements DayGate {
        @Override
        public List<Blocker> blockers(Connection transaction, LocalDate day, State next) throws SQLException {
            return find(transaction, day, next, false);
        }

        @Override
        public List<Blocker> told(Connection transaction, LocalDate day, State next) throws SQLException {
            return find(transaction, day, next, true);
        }

        private List<Blocker> find(Connection transaction, LocalDate day, State next, boolean withDays)
                throws SQLException {
            return switch (next) {
                case PAID -> planning.openUpTo(transaction, day, withDays);
                case CLEARED -> paid(transaction, day);
                case OPEN, CUT, RECONCILED, APPROVED, SEALED -> List.of();
            };
        }

        private static List<Blocker> paid(Connection transaction, LocalDate day) throws SQLException {
            return PaidOfDayStore.read(transaction, day)
                    .map(paid -> new Blocker("PAID", "已有款项交给银行", "money went to the bank", paid.payments(), paid.fen()))
                    .stream()
                    .toList();
        }
    }
}
