package cn.suinian.gateway.office;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.settlement.reconciliation.Excuses;
import cn.suinian.settlement.reconciliation.IncomingBook;
import cn.suinian.settlement.reconciliation.Reconciliation;
import cn.suinian.settlement.reconciliation.ResolutionRules;
import cn.suinian.settlement.reconciliation.VendorDays;
import cn.suinian.settlement.reconciliation.breaks.Adjustments;
import cn.suinian.settlement.reconciliation.breaks.Attachments;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk;
import cn.suinian.settlement.reconciliation.breaks.SavedFilters;
import cn.suinian.settlement.reconciliation.breaks.TickedBreaks;
import cn.suinian.settlement.reconciliation.breaks.Worklist;
import cn.suinian.settlement.reconciliation.export.ReconciliationExport;
import cn.suinian.settlement.statement.StatementMappings;
import cn.suinian.settlement.statement.Statements;
import java.time.Clock;

/** Everything that can be done with vendors' statements and breaks. Blocking, and safe for any number of threads. */
public record ReconciliationOffice(
        VendorRegister vendors,
        Statements statements,
        IncomingBook incoming,
        StatementMappings mappings,
        Reconciliation reconciliation,
        VendorDays days,
        Excuses excuses,
        ResolutionRules rules,
        BreakDesk desk,
        TickedBreaks ticked,
        Adjustments adjustments,
        Attachments attachments,
        Worklist worklist,
        SavedFilters filters,
        ReconciliationExport export) {

    /** All of it, over the database of these offices. */
    public static ReconciliationOffice of(Offices offices) {
        Transactions transactions = offices.means().transactions();
        AuditLog audit = offices.means().audit();
        Clock clock = offices.means().clock();
        Approvals approvals = new Approvals(clock);
        Statements statements = new Statements(transactions, audit, clock);
        Attachments attachments = new Attachments(transactions, offices.means().vault(), audit, clock);
        Worklist worklist = new Worklist(transactions, clock);
        return new ReconciliationOffice(
                offices.vendors(),
                statements,
                new IncomingBook(transactions, statements, clock),
                new StatementMappings(transactions, audit, clock),
                new Reconciliation(transactions, audit, clock),
                new VendorDays(transactions, clock),
                new Excuses(transactions, approvals, audit, clock),
                new ResolutionRules(transactions, approvals, audit, clock),
                new BreakDesk(transactions, attachments, audit, clock),
                new TickedBreaks(transactions, audit, clock),
                new Adjustments(transactions, attachments, approvals, audit, clock),
                attachments,
                worklist,
                new SavedFilters(transactions, clock),
                new ReconciliationExport(transactions, worklist, audit));
    }
}
