package cn.suinian.settlement.lens.item;

import cn.suinian.settlement.lens.item.ItemRef.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Flags, findings and answers in SQL. */
final class ItemStore {

    private static final String COLUMNS = """
            SELECT source, number, day, vendor_id, kind, score, evidence, seen_at, verdict, disposition_no
            FROM lens_item
            """;
    private static final String FIND = COLUMNS + " WHERE source = ? AND number = ?";
    private static final String PAGE = COLUMNS + """
             WHERE vendor_id = ? AND day BETWEEN ? AND ? AND (source, number) > (?, ?) AND (NOT ? OR verdict IS NULL)
            ORDER BY source, number LIMIT ?
            """;
    private static final String ANSWERS = """
            SELECT disposition_no, verdict, reason, staff_id, actor, at FROM lens_disposition
            WHERE %s = ? ORDER BY disposition_no
            """;
    private static final String ANSWER = """
            INSERT INTO lens_disposition (flag_id, finding_no, verdict, reason, staff_id, actor, at, follows)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT one_follows_one DO NOTHING
            """;

    private ItemStore() {}

    static Optional<LensItem> find(Connection transaction, ItemRef ref) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(FIND)) {
            query.setString(1, ref.source().name());
            query.setLong(2, ref.number());
            return read(query).stream().findFirst();
        }
    }

    static List<LensItem> page(Connection transaction, Items.Of of, @Nullable ItemRef after, int limit)
            throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(PAGE)) {
            query.setInt(1, of.vendorId());
            query.setObject(2, of.from());
            query.setObject(3, of.to());
            query.setString(4, after == null ? "" : after.source().name());
            query.setLong(5, after == null ? 0 : after.number());
            query.setBoolean(6, of.waitingOnly());
            query.setInt(7, limit);
            return read(query);
        }
    }

    static List<Answer> answers(Connection transaction, ItemRef ref) throws SQLException {
        String column = ref.source() == Source.FLAG ? "flag_id" : "finding_no";
        try (PreparedStatement query = transaction.prepareStatement(ANSWERS.formatted(column))) {
            query.setLong(1, ref.number());
            List<Answer> answers = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    answers.add(new Answer(
                            row.getLong("disposition_no"),
                            Verdict.valueOf(row.getString("verdict")),
                            row.getString("reason"),
                            row.getLong("staff_id"),
                            row.getString("actor"),
                            row.getTimestamp("at").toInstant()));
                }
            }
            return answers;
        }
    }

    /** False when another answer came in between. */
    static boolean answer(Connection transaction, LensItem item, Answer answer) throws SQLException {
        boolean flag = item.ref().source() == Source.FLAG;
        try (PreparedStatement insert = transaction.prepareStatement(ANSWER)) {
            insert.setObject(1, flag ? item.ref().number() : null, java.sql.Types.BIGINT);
            insert.setObject(2, flag ? null : item.ref().number(), java.sql.Types.BIGINT);
            insert.setString(3, answer.verdict().name());
            insert.setString(4, answer.reason());
            insert.setLong(5, answer.staffId());
            insert.setString(6, answer.actor());
            insert.setTimestamp(7, Timestamp.from(answer.at()));
            insert.setObject(8, item.answers() == 0 ? null : item.answers(), java.sql.Types.BIGINT);
            return insert.executeUpdate() == 1;
        }
    }

    private static List<LensItem> read(PreparedStatement query) throws SQLException {
        List<LensItem> items = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String verdict = row.getString("verdict");
                items.add(new LensItem(
                        new ItemRef(Source.valueOf(row.getString("source")), row.getLong("number")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("vendor_id"),
                        row.getString("kind"),
                        row.getInt("score"),
                        row.getString("evidence"),
                        row.getTimestamp("seen_at").toInstant(),
                        verdict == null ? null : Verdict.valueOf(verdict),
                        row.getLong("disposition_no")));
            }
        }
        return items;
    }
}
