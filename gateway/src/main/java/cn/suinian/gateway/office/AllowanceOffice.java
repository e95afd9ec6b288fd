package cn.suinian.gateway.office;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.settlement.allowance.AllowanceMonths;
import cn.suinian.settlement.allowance.AllowanceRuns;
import cn.suinian.settlement.allowance.BankResults;
import cn.suinian.settlement.allowance.HolderLooks;
import cn.suinian.settlement.allowance.PayFile;
import cn.suinian.settlement.allowance.ResultCheck;
import cn.suinian.settlement.allowance.RunExports;
import cn.suinian.settlement.allowance.RunFigures;
import cn.suinian.settlement.allowance.RunHistory;
import cn.suinian.settlement.allowance.RunReads;
import cn.suinian.settlement.allowance.enrolment.Enrolment;
import cn.suinian.settlement.allowance.kept.KeptAccounts;
import cn.suinian.settlement.allowance.kept.KeptReturns;
import cn.suinian.settlement.allowance.late.LateReturns;
import cn.suinian.settlement.allowance.outcome.ClaimReads;
import cn.suinian.settlement.allowance.outcome.FailedMessages;
import cn.suinian.settlement.allowance.outcome.WithheldReads;
import cn.suinian.settlement.allowance.refund.RefundReads;
import cn.suinian.settlement.allowance.refund.Refunds;

/** Everything that staff do with the old-age allowance. All of it is blocking and safe for any number of threads. */
public record AllowanceOffice(
        AllowanceMonths months,
        AllowanceRuns runs,
        RunReads reads,
        RunHistory history,
        ClaimReads claims,
        FailedMessages failedMessages,
        WithheldReads withheld,
        RunFigures figures,
        HolderLooks looks,
        RunExports exports,
        PayFile payFile,
        ResultCheck resultCheck,
        BankResults results,
        Refunds refunds,
        RefundReads refundReads,
        LateReturns lateReturns,
        KeptAccounts keptAccounts,
        KeptReturns keptReturns,
        Enrolment enrolment,
        HolderRegister holders) {

    /** All of it, over one database. */
    public static AllowanceOffice of(Offices.Means means) {
        Transactions transactions = means.transactions();
        AuditLog audit = means.audit();
        return new AllowanceOffice(
                new AllowanceMonths(transactions, means.clock()),
                new AllowanceRuns(transactions, means.vault(), audit, means.clock()),
                new RunReads(transactions),
                new RunHistory(transactions),
                new ClaimReads(transactions),
                new FailedMessages(transactions, audit, means.clock()),
                new WithheldReads(transactions),
                new RunFigures(transactions),
                new HolderLooks(transactions, audit),
                new RunExports(transactions, audit),
                new PayFile(transactions, means.vault(), audit),
                new ResultCheck(transactions),
                new BankResults(transactions, audit),
                new Refunds(transactions, audit, means.clock()),
                new RefundReads(transactions),
                new LateReturns(transactions, audit, means.clock()),
                new KeptAccounts(transactions, audit, means.clock()),
                new KeptReturns(transactions, audit, means.clock()),
                new Enrolment(transactions, means.vault(), audit, means.clock()),
                new HolderRegister(transactions, means.vault(), audit, means.clock()));
    }
}
