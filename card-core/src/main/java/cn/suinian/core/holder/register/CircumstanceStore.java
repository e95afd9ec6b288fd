package cn.suinian.core.holder.register;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes periods of hukou and categories, and what was said of them. */
final class CircumstanceStore {
    private static final String HUKOU =
            "SELECT district, valid_from, valid_to FROM holder_hukou WHERE holder_id = ? ORDER BY valid_from";
    private static final String SET_HUKOU = """
            INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (?, ?, ?)
            ON CONFLICT (holder_id, valid_from) DO UPDATE SET district = excluded.district, valid_to = NULL""";
    private static final String END_HUKOU =
            "UPDATE holder_hukou SET valid_to = ? WHERE holder_id = ? AND valid_from = ?";
    private static final String START_HUKOU =
            "UPDATE holder_hukou SET valid_from = ? WHERE holder_id = ? AND valid_from = ?";
    private static final String CATEGORY = """
            SELECT category, valid_from, valid_to FROM holder_category
            WHERE holder_id = ? AND category = ? ORDER BY valid_from""";
    private static final String ADD_CATEGORY =
            "INSERT INTO holder_category (holder_id, category, valid_from, valid_to) VALUES (?, ?, ?, ?)";
    private static final String END_CATEGORY = """
            UPDATE holder_category SET valid_to = ? WHERE holder_id = ? AND category = ? AND valid_from = ?""";
    private static final String STATE = """
            INSERT INTO holder_statement (statement_no, holder_id, act, district, category, grade, effective_on, until,
                evidence_sealed, recorded_at, staff_id, actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Seals seals;

    CircumstanceStore(Seals seals) {
        this.seals = seals;
    }

    List<Period<District>> listHukou(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(HUKOU)) {
            select.setLong(1, holderId);
            List<Period<District>> periods = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    periods.add(period(District.ofCode(row.getInt(1)), row));
                }
            }
            return periods;
        }
    }

    List<Period<Category>> listCategory(Connection transaction, long holderId, Category category) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(CATEGORY)) {
            select.setLong(1, holderId);
            select.setString(2, category.name());
            List<Period<Category>> periods = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    periods.add(period(category, row));
                }
            }
            return periods;
        }
    }

    /** A period without an end, in the place of one that began on the same day. */
    void setHukou(Connection transaction, long holderId, District district, LocalDate from) throws SQLException {
        setHukou(transaction, List.of(new Hukou(holderId, district, from)));
    }

    void setHukou(Connection transaction, List<Hukou> periods) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(SET_HUKOU)) {
            for (Hukou period : periods) {
                insert.setLong(1, period.holderId());
                insert.setInt(2, period.district().code());
                insert.setObject(3, period.from());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void endHukou(Connection transaction, long holderId, LocalDate from, LocalDate to) throws SQLException {
        update(transaction, END_HUKOU, holderId, from, to);
    }

    /** Another first day of the period that began on this one. */
    void startHukou(Connection transaction, long holderId, LocalDate from, LocalDate to) throws SQLException {
        update(transaction, START_HUKOU, holderId, from, to);
    }

    private static void update(Connection transaction, String sql, long holderId, LocalDate from, LocalDate to)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(sql)) {
            update.setObject(1, to);
            update.setLong(2, holderId);
            update.setObject(3, from);
            update.executeUpdate();
        }
    }

    void addCategory(Connection transaction, long holderId, CategoryClaim claim) throws SQLException {
        addCategories(transaction, List.of(new Claimed(holderId, claim)));
    }

    void addCategories(Connection transaction, List<Claimed> claims) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(ADD_CATEGORY)) {
            for (Claimed each : claims) {
                insert.setLong(1, each.holderId());
                insert.setString(2, each.claim().category().name());
                insert.setObject(3, each.claim().from());
                insert.setObject(4, each.claim().until(), Types.DATE);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void endCategory(Connection transaction, long holderId, Period<Category> period, LocalDate to) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(END_CATEGORY)) {
            update.setObject(1, to);
            update.setLong(2, holderId);
            update.setString(3, period.what().name());
            update.setObject(4, period.from());
            update.executeUpdate();
        }
    }

    /** Keeps what was said. */
    void state(Connection transaction, long holderId, Said said, Actor actor, Instant now) throws SQLException {
        state(transaction, List.of(new Stated(holderId, said)), actor, now);
    }

    void state(Connection transaction, List<Stated> statements, Actor actor, Instant now) throws SQLException {
        Sequence numbers = Sequence.take(transaction, "holder_statement", "statement_no", statements.size());
        try (PreparedStatement insert = transaction.prepareStatement(STATE)) {
            for (Stated each : statements) {
                bind(insert, numbers.next(), each, actor, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bind(PreparedStatement insert, long statementNo, Stated each, Actor actor, Instant now)
            throws SQLException {
        Said said = each.said();
        insert.setLong(1, statementNo);
        insert.setLong(2, each.holderId());
        insert.setString(3, said.act());
        insert.setObject(4, said.district() == null ? null : said.district().code(), Types.SMALLINT);
        insert.setString(5, said.category() == null ? null : said.category().name());
        insert.setString(6, said.grade() == null ? null : said.grade().name());
        insert.setObject(7, said.on());
        insert.setObject(8, said.until(), Types.DATE);
        insert.setBytes(9, seals.seal(SealedColumn.STATEMENT_EVIDENCE, statementNo, said.evidence()));
        insert.setTimestamp(10, Timestamp.from(now));
        insert.setObject(11, actor.staffId(), Types.BIGINT);
        insert.setString(12, actor.account());
    }

    private static <T> Period<T> period(T what, ResultSet row) throws SQLException {
        return new Period<>(
                what, row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    /** Where somebody's hukou is from a day on. */
    record Hukou(long holderId, District district, LocalDate from) {}

    /** A category and whose it is. */
    record Claimed(long holderId, CategoryClaim claim) {}

    /** What was said of somebody. */
    record Stated(long holderId, Said said) {}

    /** What was said of a hukou or a category. */
    record Said(
            String act,
            @Nullable District district,
            @Nullable Category category,
            CategoryClaim.@Nullable Grade grade,
            LocalDate on,
            @Nullable LocalDate until,
            String evidence) {}
}
