package cn.suinian.core.card.office;

import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.Usage;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardRecord.Renewed;
import cn.suinian.core.card.office.CardRecord.Replacement;
import cn.suinian.core.card.office.CardRecord.Stood;
import cn.suinian.core.card.office.Carried.Used;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is on record of a card and of its holder's use of it, in SQL. Takes no lock. */
final class RecordStore {

    private static final String STOOD = """
            SELECT status, since, recorded_at, listed, denylist_version FROM card_status
            WHERE card_serial = ? ORDER BY change_no DESC""";
    private static final String RENEWED = """
            SELECT expired_on, expires_on, renewed_at FROM card_renewal
            WHERE card_serial = ? ORDER BY expired_on DESC""";
    private static final String REPLACED =
            "SELECT old_serial, new_serial, cause, replaced_at FROM card_replacement WHERE ";
    private static final String ACCOUNT =
            "SELECT meal_last_day, meal_days, half_kind, usage FROM account WHERE holder_id = ?";
    private static final String BENEFITS = "SELECT benefit_no, service, zh, en FROM benefit ORDER BY benefit_no";
    private static final int VOUCHER = 5;

    private interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    private RecordStore() {}

    static List<Stood> stood(Connection transaction, int serial) throws SQLException {
        return list(
                transaction,
                STOOD,
                serial,
                row -> new Stood(
                        CardStatus.valueOf(row.getString(1)),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getBoolean(4),
                        row.getLong(5)));
    }

    static List<Renewed> renewed(Connection transaction, int serial) throws SQLException {
        return list(
                transaction,
                RENEWED,
                serial,
                row -> new Renewed(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getTimestamp(3).toInstant()));
    }

    static @Nullable Replacement replaces(Connection transaction, int serial) throws SQLException {
        return replacement(transaction, "new_serial = ?", serial);
    }

    static @Nullable Replacement replacedBy(Connection transaction, int serial) throws SQLException {
        return replacement(transaction, "old_serial = ?", serial);
    }

    private static @Nullable Replacement replacement(Connection transaction, String which, int serial)
            throws SQLException {
        return list(
                        transaction,
                        REPLACED + which,
                        serial,
                        row -> new Replacement(
                                row.getInt(1),
                                row.getInt(2),
                                ReplaceCause.valueOf(row.getString(3)),
                                row.getTimestamp(4).toInstant()))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** What the person used; nothing, when no card was ever theirs. */
    static Carried carried(Connection transaction, long holderId, LocalDate today) throws SQLException {
        Optional<Carried> carried = list(transaction, ACCOUNT, holderId, row -> {
                    MealDays meals = new MealDays(row.getInt(1), row.getLong(2));
                    byte[] usage = row.getBytes(4);
                    return new Carried(
                            meals.takenOn(today),
                            meals.takenInWeekOf(today),
                            row.getInt(3) != 0,
                            usage == null ? List.of() : used(transaction, Usage.of(usage), today));
                })
                .stream()
                .findFirst();
        return carried.orElse(new Carried(false, 0, false, List.of()));
    }

    private static List<Used> used(Connection transaction, Usage usage, LocalDate today) throws SQLException {
        List<Used> used = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(BENEFITS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                for (Usage.Period period : Usage.Period.values()) {
                    long amount = usage.of(rows.getInt("benefit_no"), period, today);
                    // A voucher's grant is money by the month; everything else is counted in times.
                    boolean fen = rows.getInt("service") == VOUCHER && period == Usage.Period.MONTH;
                    if (amount > 0) {
                        used.add(new Used(rows.getString("zh"), rows.getString("en"), period, amount, fen));
                    }
                }
            }
        }
        return used;
    }

    private static <T> List<T> list(Connection transaction, String sql, long key, Reader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement query = transaction.prepareStatement(sql)) {
            query.setLong(1, key);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.of(rows));
                }
            }
        }
        return found;
    }
}
