package cn.suinian.settlement.payout;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayGate;
import cn.suinian.settlement.payout.account.BankAccounts;
import java.time.Clock;
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
        Planning planning = new Planning(this);
        return (transaction, day, next) -> switch (next) {
            case PAID -> planning.openUpTo(transaction, day);
            case CLEARED -> PaymentStore.paidThrough(transaction, day).stream().toList();
            case OPEN, CUT, RECONCILED, APPROVED, SEALED -> List.of();
        };
    }
}
