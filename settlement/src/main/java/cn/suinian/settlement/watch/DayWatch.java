package cn.suinian.settlement.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Looks at where settlement stands. */
public final class DayWatch {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String LATE = """
            SELECT count(*) AS days, min(day) AS oldest FROM business_day WHERE state IN ('OPEN', 'CUT') AND day < ?
            """;

    /**
     * Vendors that usually have taps on this weekday (20 and more, in the mean of the last four weeks) and had less
     * than a tenth of that on the day that was cleared last.
     */
    private static final String SILENT = """
            WITH last AS (SELECT max(day) AS day FROM business_day WHERE cleared_at IS NOT NULL),
            before AS (
                SELECT l.vendor_id, sum(l.taps) / 4 AS usual
                FROM clearing_line l, last
                WHERE l.day IN (last.day - 7, last.day - 14, last.day - 21, last.day - 28)
                GROUP BY l.vendor_id HAVING sum(l.taps) >= 80),
            now AS (
                SELECT l.vendor_id, sum(l.taps) AS taps FROM clearing_line l, last WHERE l.day = last.day GROUP BY 1)
            SELECT v.code, before.usual
            FROM before JOIN vendor v USING (vendor_id) LEFT JOIN now USING (vendor_id)
            WHERE coalesce(now.taps, 0) * 10 < before.usual
            ORDER BY v.code
            """;

    /** Subsidy per subsidised person, against the mean of the same weekday; services that have both. */
    private static final String PER_HEAD = """
            WITH last AS (SELECT max(day) AS day FROM day_heads)
            SELECT now.service,
                   (now.subsidy_fen::float8 / now.heads) / (sum(b.subsidy_fen)::float8 / sum(b.heads)) AS ratio
            FROM last
            JOIN day_heads now ON now.day = last.day AND now.heads > 0
            JOIN day_heads b ON b.service = now.service
                AND b.day IN (last.day - 7, last.day - 14, last.day - 21, last.day - 28)
            GROUP BY now.service, now.subsidy_fen, now.heads
            HAVING sum(b.heads) > 0 AND sum(b.subsidy_fen) > 0
            """;

    /**
     * Where settlement stands.
     *
     * @param daysNotCleared business days that are over and not cleared
     * @param oldestSeconds since the oldest of them was over; 0: there is none
     * @param silentVendors by code, with the taps that they usually have
     * @param subsidyPerHead by number of service: 1 is as in the weeks before
     */
    public record Standing(
            long daysNotCleared,
            long oldestSeconds,
            Map<String, Long> silentVendors,
            Map<Integer, Double> subsidyPerHead) {
        public Standing {
            silentVendors = Map.copyOf(silentVendors);
            subsidyPerHead = Map.copyOf(subsidyPerHead);
        }
    }

    private final DataSource database;

    public DayWatch(DataSource database) {
        this.database = database;
    }

    /** As of now. */
    public Standing look(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            LocalDate today = LocalDate.ofInstant(now, SHANGHAI);
            long days;
            LocalDate oldest;
            try (PreparedStatement late = connection.prepareStatement(LATE)) {
                late.setObject(1, today);
                try (ResultSet row = late.executeQuery()) {
                    row.next();
                    days = row.getLong("days");
                    oldest = row.getObject("oldest", LocalDate.class);
                }
            }
            return new Standing(
                    days,
                    oldest == null ? 0 : now.getEpochSecond() - over(oldest),
                    silent(connection),
                    perHead(connection));
        }
    }

    private static long over(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toEpochSecond();
    }

    private static Map<String, Long> silent(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SILENT);
                ResultSet row = select.executeQuery()) {
            Map<String, Long> silent = new TreeMap<>();
            while (row.next()) {
                silent.put(row.getString("code"), row.getLong("usual"));
            }
            return silent;
        }
    }

    private static Map<Integer, Double> perHead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PER_HEAD);
                ResultSet row = select.executeQuery()) {
            Map<Integer, Double> ratios = new TreeMap<>();
            while (row.next()) {
                ratios.put(row.getInt("service"), row.getDouble("ratio"));
            }
            return ratios;
        }
    }
}
