package cn.suinian.core.audit;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit trail for those who may: {@link Permission#AUDIT_VIEW}, and for the whole city only. Blocking: never
 * on an event loop.
 */
public final class AuditReader {

    private static final int LARGEST_PAGE = 1_000;
    private static final String SELECT = "SELECT " + AuditRow.COLUMNS + " FROM audit_log WHERE entry_no < ?";
    private static final String NEWEST_FIRST = " ORDER BY entry_no DESC LIMIT ?";

    private final Transactions transactions;
    private final AuditLog log;

    public AuditReader(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * A page of entries, the newest first.
     *
     * @param before the number of the last entry of the page before; 0 for the first page
     * @param limit at most 1,000
     */
    public List<AuditRow> page(Actor actor, AuditQuery query, long before, int limit) throws SQLException {
        require(actor);
        long below = before <= 0 ? Long.MAX_VALUE : before;
        int rows = Math.min(Math.max(1, limit), LARGEST_PAGE);
        return transactions.run(transaction -> read(transaction, query, below, rows));
    }

    /** One entry. */
    public Optional<AuditRow> find(Actor actor, long entryNo) throws SQLException {
        List<AuditRow> page =
                entryNo < 1 || entryNo == Long.MAX_VALUE ? List.of() : page(actor, AuditQuery.ALL, entryNo + 1, 1);
        return page.stream().filter(row -> row.entryNo() == entryNo).findFirst();
    }

    /**
     * Writes all entries as CSV, the newest first, page by page: whoever reads slowly holds no connection. The export
     * itself is in the trail before its first line is out.
     *
     * @param words says an entry in the reader's language
     * @return how many entries were written
     */
    public long export(
            Actor actor, AuditQuery query, String reason, Function<AuditRow, AuditWords> words, Appendable out)
            throws SQLException, IOException {
        require(actor);
        String why = StatedReason.of(reason, AuditRefusal.REASON_WANTED);
        AuditEntry entry = new AuditEntry("AUDIT_EXPORTED", null, null, Map.of(), query.asValues(), why);
        long below = transactions.run(transaction -> log.append(transaction, actor, entry)) + 1;
        out.append(AuditCsv.HEADER);
        long written = 0;
        while (true) {
            long from = below;
            List<AuditRow> page = transactions.run(transaction -> read(transaction, query, from, LARGEST_PAGE));
            for (AuditRow row : page) {
                out.append(AuditCsv.line(row, words.apply(row)));
            }
            written += page.size();
            if (page.size() < LARGEST_PAGE) {
                return written;
            }
            below = page.get(page.size() - 1).entryNo();
        }
    }

    /** Whoever may not read the trail is refused. */
    public static void require(Actor actor) {
        if (!actor.may(Permission.AUDIT_VIEW)) {
            throw new RefusedException(AuditRefusal.NOT_ALLOWED);
        }
        if (actor.scope().district() != null) {
            throw new RefusedException(AuditRefusal.ONLY_A_PART);
        }
    }

    private static List<AuditRow> read(Connection transaction, AuditQuery query, long below, int limit)
            throws SQLException {
        Conditions conditions = new Conditions(below);
        conditions.add(" AND at >= ?", timestamp(query.from()));
        conditions.add(" AND at < ?", timestamp(query.until()));
        conditions.add(" AND actor = ?", query.actor());
        conditions.add(" AND act = ?", query.act());
        conditions.add(" AND subject_kind = ?", query.subjectKind());
        conditions.add(" AND subject = ?", query.subject());
        conditions.add(" AND position(lower(?) IN lower(reason)) > 0", query.reason());
        try (PreparedStatement select = conditions.prepare(transaction, limit);
                ResultSet rows = select.executeQuery()) {
            List<AuditRow> page = new ArrayList<>();
            while (rows.next()) {
                page.add(AuditRow.read(rows));
            }
            return page;
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** The conditions that were asked for, with their values. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder(SELECT);
        private final List<Object> values = new ArrayList<>();

        Conditions(long below) {
            values.add(below);
        }

        void add(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(condition);
                values.add(value);
            }
        }

        PreparedStatement prepare(Connection transaction, int limit) throws SQLException {
            PreparedStatement select = transaction.prepareStatement(sql + NEWEST_FIRST);
            values.add(limit);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return select;
        }
    }
}
