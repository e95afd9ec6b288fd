package cn.suinian.gateway.office;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.gateway.office.Offices.Means;
import cn.suinian.settlement.account.Accounts;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.calendar.CalendarBook;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.recovery.Recoveries;
import cn.suinian.settlement.lens.work.VendorCases;
import cn.suinian.settlement.lens.work.Worklist;
import cn.suinian.settlement.payout.BankAnswers;
import cn.suinian.settlement.payout.OtherRooms;
import cn.suinian.settlement.payout.PaymentReturns;
import cn.suinian.settlement.payout.PayoutFiles;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.PayoutParts;
import cn.suinian.settlement.payout.Payouts;
import cn.suinian.settlement.payout.account.BankAccounts;
import cn.suinian.settlement.payout.disproof.Disproofs;
import java.time.Clock;

/**
 * What can be done about paying vendors: the look before, holds, batches, bank accounts, the bank's answers, and
 * statements of account, with the calendar that banks work by. All of it is blocking and safe for any number of
 * threads.
 */
public record PayoutOffice(
        Payouts payouts,
        PayoutLists lists,
        PayoutFiles files,
        BankAnswers answers,
        PaymentReturns returns,
        Disproofs disproofs,
        BankAccounts accounts,
        Accounts statements,
        Worklist worklist,
        VendorCases cases,
        Items items,
        Holds holds,
        CalendarBook calendar,
        Recoveries recoveries) {

    /** All of it, over one database. */
    public static PayoutOffice of(Means means) {
        Transactions transactions = means.transactions();
        AuditLog audit = means.audit();
        Clock clock = means.clock();
        PayoutParts parts = new PayoutParts(
                transactions,
                new Seals(means.vault()),
                means.keys(),
                new Approvals(clock),
                audit,
                clock,
                OtherRooms.all(),
                State.APPROVED);
        Items items = new Items(transactions, audit, clock);
        return new PayoutOffice(
                new Payouts(parts),
                new PayoutLists(parts),
                new PayoutFiles(parts),
                new BankAnswers(parts),
                new PaymentReturns(parts),
                new Disproofs(parts),
                parts.accounts(),
                new Accounts(transactions, audit),
                new Worklist(transactions, audit),
                new VendorCases(transactions, audit, items),
                items,
                new Holds(transactions, audit, clock),
                new CalendarBook(transactions),
                new Recoveries(transactions, audit, clock));
    }
}
