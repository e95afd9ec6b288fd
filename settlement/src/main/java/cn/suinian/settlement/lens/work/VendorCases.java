package cn.suinian.settlement.lens.work;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.csv.CsvRow;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.LensRefusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The case of a vendor: a day, or some days in a row. Blocks; refusals are {@link LensRefusal}. */
public final class VendorCases {

    private static final int EXPORTED_AT_ONCE = 200;
    private static final String HEADER = CsvRow.of(
            "商户代码 vendor code",
            "营业日 day",
            "来源 source",
            "编号 number",
            "类型 kind",
            "分数 score",
            "处理 answer",
            "发现时间（深圳） seen, Shenzhen time",
            "依据 evidence",
            "来源（文字） source in words",
            "类型（文字） kind in words",
            "处理（文字） answer in words",
            "依据（文字） evidence in words");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** What codes of a flag or finding are called, each in both languages. */
    public interface Words {
        String source(LensItem item);

        String kind(LensItem item);

        String verdict(LensItem item);

        String evidence(LensItem item);
    }

    private final Transactions transactions;
    private final AuditLog audit;
    private final Items items;

    public VendorCases(Transactions transactions, AuditLog audit, Items items) {
        this.transactions = transactions;
        this.audit = audit;
        this.items = items;
    }

    /** What speaks about a vendor from one business day to another, at most 366 of them. */
    public VendorCase get(Actor actor, int vendorId, LocalDate from, LocalDate to) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        WorkFilter.of(from, to);
        return transactions.run(transaction -> new CaseStore(transaction)
                .find(vendorId, from, to)
                .orElseThrow(() -> new RefusedException(LensRefusal.VENDOR_UNKNOWN, "vendor")));
    }

    /**
     * The taps that a flag or a finding is about: of a flag the later one first, of a finding in order of time.
     *
     * @param limit 1 to 200
     */
    public List<EvidenceRow> evidence(Actor actor, ItemRef ref, int limit) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        LensRefusal.page(limit);
        return transactions.run(transaction -> new CaseStore(transaction).evidence(ref, limit));
    }

    /** All of them, for an act that moves their money. */
    public static List<EvidenceRow> evidence(Connection transaction, ItemRef ref) throws SQLException {
        return new CaseStore(transaction).evidence(ref, Integer.MAX_VALUE);
    }

    /**
     * Writes all flags and findings of a case as CSV, a page at a time. The audit trail has it before the first row.
     *
     * @return how many rows
     */
    public long export(Actor actor, Items.Of of, String reason, Words words, Appendable out)
            throws SQLException, IOException {
        String vendor = get(actor, of.vendorId(), of.from(), of.to()).vendorCode();
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        AuditEntry entry = AuditEntry.of("LENS_EXPORTED", "VENDOR", of.vendorId())
                .with(Map.of("days", of.from() + "/" + of.to()))
                .because(why);
        transactions.run(transaction -> audit.append(transaction, actor, entry));
        out.append(CsvRow.BYTE_ORDER_MARK).append(HEADER);
        ItemRef after = null;
        long written = 0;
        while (true) {
            List<LensItem> page = items.list(actor, of, after, EXPORTED_AT_ONCE);
            for (LensItem item : page) {
                out.append(line(vendor, item, words));
            }
            written += page.size();
            if (page.size() < EXPORTED_AT_ONCE) {
                return written;
            }
            after = page.get(page.size() - 1).ref();
        }
    }

    private static String line(String vendor, LensItem item, Words words) {
        return CsvRow.of(
                vendor,
                item.day(),
                item.ref().source(),
                item.ref().number(),
                item.kind(),
                item.score(),
                item.verdict(),
                TIME.format(item.seenAt()),
                item.evidence(),
                words.source(item),
                words.kind(item),
                words.verdict(item),
                words.evidence(item));
    }
}
