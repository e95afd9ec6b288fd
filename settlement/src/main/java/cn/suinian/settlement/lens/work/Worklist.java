package cn.suinian.settlement.lens.work;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.csv.CsvRow;
import cn.suinian.settlement.lens.item.LensRefusal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vendors' days that something speaks about, the worst first. Blocks; refusals are {@link LensRefusal}. */
public final class Worklist {

    private static final int EXPORTED_AT_ONCE = 200;
    private static final String HEADER = CsvRow.of(
            "营业日 day",
            "商户代码 vendor code",
            "商户 vendor",
            "商户类别 vendor kind",
            "分数 score",
            "提示与发现 items",
            "其中发现 findings",
            "待处理 waiting",
            "暂缓 held",
            "商户类别（文字） vendor kind in words",
            "暂缓（文字） held in words");

    private final Transactions transactions;
    private final AuditLog audit;

    public Worklist(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * A page of the list.
     *
     * @param after the last row of the page before; null: the first page
     * @param limit 1 to 200
     */
    public List<WorkRow> list(Actor actor, WorkFilter filter, WorkRow.@Nullable Key after, int limit)
            throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        LensRefusal.page(limit);
        return transactions.run(transaction -> WorkStore.page(transaction, filter, after, limit));
    }

    /** The whole list together. */
    public WorkTotals totals(Actor actor, WorkFilter filter) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> WorkStore.totals(transaction, filter));
    }

    /**
     * Writes the whole list as CSV, a page at a time: whoever reads slowly holds no connection. The audit trail has it
     * before the first row.
     *
     * @return how many rows
     */
    public long export(Actor actor, WorkFilter filter, String reason, Appendable out) throws SQLException, IOException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        AuditEntry entry = new AuditEntry("LENS_EXPORTED", null, null, Map.of(), filter.asValues(), why);
        transactions.run(transaction -> audit.append(transaction, actor, entry));
        out.append(CsvRow.BYTE_ORDER_MARK).append(HEADER);
        WorkRow.Key after = null;
        long written = 0;
        while (true) {
            WorkRow.Key from = after;
            List<WorkRow> page =
                    transactions.run(transaction -> WorkStore.page(transaction, filter, from, EXPORTED_AT_ONCE));
            for (WorkRow row : page) {
                out.append(line(row));
            }
            written += page.size();
            if (page.size() < EXPORTED_AT_ONCE) {
                return written;
            }
            after = page.get(page.size() - 1).key();
        }
    }

    private static String line(WorkRow row) {
        return CsvRow.of(
                row.day(),
                row.vendorCode(),
                row.vendorName(),
                row.vendorKind(),
                row.score(),
                row.items(),
                row.findings(),
                row.waiting(),
                row.held(),
                row.vendorKind().zh() + " " + row.vendorKind().en(),
                row.held() ? "已暂缓 held" : "未暂缓 not held");
    }
}
