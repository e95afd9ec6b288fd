package cn.suinian.settlement.figures;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.DayRefusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what cleared days came to, for charts. Blocks for milliseconds: no tap is read. */
public final class DayFigures {

    /** A quarter: more is a report and not a picture. */
    public static final int MOST_DAYS = 92;

    private static final String SUMS = """
            sum(l.taps) AS taps, sum(l.taps) FILTER (WHERE l.service = 2) AS meals,
            sum(l.subsidy + l.operator_subsidy + l.delivery_subsidy) AS subsidy
            """;

    private static final String OF = "WHERE l.day BETWEEN ? AND ? AND (? < 0 OR l.payer = ?)";

    private static final String BY_DAY = """
            SELECT l.day::text AS key, l.day::text AS name, %s FROM clearing_line l %s GROUP BY l.day ORDER BY l.day
            """.formatted(SUMS, OF);

    private static final String BY_DISTRICT = """
            SELECT l.payer::text AS key, l.payer::text AS name, %s FROM clearing_line l %s
            GROUP BY l.payer ORDER BY l.payer
            """.formatted(SUMS, OF);

    private static final String BY_CANTEEN = """
            SELECT v.code AS key, v.name, %s
            FROM clearing_line l JOIN vendor v ON v.vendor_id = l.vendor_id AND v.kind = 'CANTEEN' %s
            GROUP BY v.code, v.name ORDER BY subsidy DESC, v.code
            """.formatted(SUMS, OF);

    private static final String BY_HOUR = """
            SELECT h.hour::text AS key, h.hour::text AS name, coalesce(sum(l.taps), 0) AS taps,
                   sum(l.taps) FILTER (WHERE l.service = 2) AS meals, coalesce(sum(l.subsidy_fen), 0) AS subsidy
            FROM generate_series(0, 23) AS h (hour)
            LEFT JOIN day_hour l ON l.hour = h.hour AND l.day BETWEEN ? AND ? AND (? < 0 OR l.payer = ?)
            GROUP BY h.hour ORDER BY h.hour
            """;

    private static final String NOT_COUNTED = """
            SELECT count(*) FROM business_day d
            WHERE d.day BETWEEN ? AND ? AND d.cleared_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM day_hours_counted c WHERE c.day = d.day)
            """;

    /**
     * A row: what was approved, with what was taken back later still in it.
     *
     * @param key an hour, a day, the code of a payer or of a canteen
     * @param name of a canteen; else the key
     * @param payableFen what payers owe: subsidy, operator's and delivery subsidy together
     */
    public record Row(String key, String name, long taps, long meals, long payableFen) {}

    /**
     * Rows in their order: hours, days and districts as they follow each other, canteens by subsidy.
     *
     * @param daysNotCounted cleared days whose hours nobody has counted yet; 0 but for hours
     */
    public record Answer(Asked asked, List<Row> rows, long daysNotCounted) {
        public Answer {
            rows = List.copyOf(rows);
        }
    }

    private final Transactions transactions;

    public DayFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Answers; days that are not cleared are left out. */
    public Answer answer(Actor actor, Asked asked) throws SQLException {
        if (!actor.may(Permission.DAY_VIEW)) {
            throw new RefusedException(DayRefusal.NOT_ALLOWED);
        }
        return transactions.run(transaction -> new Answer(
                asked, rows(transaction, asked), asked.by() == Asked.By.HOUR ? notCounted(transaction, asked) : 0));
    }

    private static List<Row> rows(Connection transaction, Asked asked) throws SQLException {
        String sql =
                switch (asked.by()) {
                    case HOUR -> BY_HOUR;
                    case DAY -> BY_DAY;
                    case DISTRICT -> BY_DISTRICT;
                    case CANTEEN -> BY_CANTEEN;
                };
        int payer = asked.payer().map(Payer::code).orElse(-1);
        try (PreparedStatement select = transaction.prepareStatement(sql)) {
            select.setObject(1, asked.from());
            select.setObject(2, asked.to());
            select.setInt(3, payer);
            select.setInt(4, payer);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString("key"),
                            row.getString("name"),
                            row.getLong("taps"),
                            row.getLong("meals"),
                            row.getLong("subsidy")));
                }
            }
            return rows;
        }
    }

    private static long notCounted(Connection transaction, Asked asked) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(NOT_COUNTED)) {
            select.setObject(1, asked.from());
            select.setObject(2, asked.to());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
