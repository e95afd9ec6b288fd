package cn.suinian.settlement.reconciliation.export;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.Worklist;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Order;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables to streams. Staff of a district get what their own payer would pay. Blocking; that somebody took one
 * away stands in the audit trail.
 */
public final class ReconciliationExport {
    private static final int AT_ONCE = 2_000;

    private static final List<String> BREAKS = List.of(
            "差错号 break",
            "商户代码 vendor code",
            "商户 vendor",
            "营业日 day",
            "类型 kind",
            "状态 status",
            "付款方 payer",
            "业务 service",
            "风险金额 at risk",
            "我方应付 ours",
            "对方申报 theirs",
            "我方金额 our amount",
            "对方金额 their amount",
            "刷卡日 tap date",
            "终端 terminal",
            "流水号 seq",
            "卡序号 card",
            "对账单 statement",
            "行号 line",
            "发现时间（深圳） opened, Shenzhen time",
            "版本 version",
            "处理人 resolved by",
            "处理原因 reason",
            "已调账金额 adjusted");
    private static final List<String> MATCHED = List.of(
            "商户代码 vendor code",
            "商户 vendor",
            "营业日 day",
            "清算日 cleared",
            "刷卡日 tap date",
            "终端 terminal",
            "流水号 seq",
            "卡序号 card",
            "金额 amount",
            "补贴 subsidy",
            "对账单 statement",
            "行号 line",
            "方式 how");

    private final Transactions transactions;
    private final Worklist worklist;
    private final AuditLog audit;

    public ReconciliationExport(Transactions transactions, Worklist worklist, AuditLog audit) {
        this.transactions = transactions;
        this.worklist = worklist;
        this.audit = audit;
    }

    /** Every break that fits, the newest first. */
    public long writeBreaks(Actor actor, BreakFilter filter, TableFile file, OutputStream out)
            throws SQLException, IOException {
        worklist.totals(actor, filter);
        record(
                actor,
                "BREAKS_EXPORTED",
                Map.of("filter", filter.text(), "format", file.format().name()));
        TableWords words = transactions.run(TableWords::read);
        Table table = file.to(out);
        table.names(BREAKS);
        long written = 0;
        @Nullable Break last = null;
        List<Break> page;
        do {
            page = worklist.page(actor, filter, Order.NEWEST, last, AT_ONCE);
            List<Long> numbers = page.stream().map(Break::breakNo).toList();
            Map<Long, Ending> endings = transactions.run(transaction -> Ending.read(transaction, numbers));
            for (Break each : page) {
                table.row(words.cells(each, endings.getOrDefault(each.breakNo(), Ending.NONE)));
                last = each;
            }
            written += page.size();
            table.flush();
        } while (page.size() == AT_ONCE);
        table.end();
        return written;
    }

    /** Every row of a vendor's statements for a day that belongs to a tap, by key or in a group. */
    public long writeMatched(Actor actor, int vendorId, LocalDate day, TableFile file, OutputStream out)
            throws SQLException, IOException {
        worklist.totals(actor, BreakFilter.OPEN.of(vendorId));
        record(
                actor,
                "MATCHED_EXPORTED",
                Map.of(
                        "vendor",
                        Integer.toString(vendorId),
                        "day",
                        day.toString(),
                        "format",
                        file.format().name()));
        TableWords words = transactions.run(TableWords::read);
        MatchedRows rows = new MatchedRows(vendorId, day, actor.scope().onlyPayer(), new MatchedRow.Place(0, 0));
        Table table = file.to(out);
        table.names(MATCHED);
        long written = 0;
        List<MatchedRow> page;
        do {
            page = transactions.run(transaction -> rows.next(transaction, AT_ONCE));
            for (MatchedRow each : page) {
                table.row(words.cells(each));
            }
            rows.moveTo(page);
            written += page.size();
            table.flush();
        } while (page.size() == AT_ONCE);
        table.end();
        return written;
    }

    /** A page of the same, to be looked at. */
    public List<MatchedRow> matched(Actor actor, int vendorId, LocalDate day, MatchedRow.Place after, int most)
            throws SQLException {
        worklist.totals(actor, BreakFilter.OPEN.of(vendorId));
        MatchedRows rows = new MatchedRows(vendorId, day, actor.scope().onlyPayer(), after);
        return transactions.run(transaction -> rows.next(transaction, most));
    }

    private void record(Actor actor, String act, Map<String, String> what) throws SQLException {
        transactions.run(transaction -> audit.append(
                transaction,
                actor,
                AuditEntry.of(act, "RECONCILIATION", "TABLE").with(what)));
    }
}
