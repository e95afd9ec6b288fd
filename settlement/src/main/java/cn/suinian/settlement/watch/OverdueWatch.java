package cn.suinian.settlement.watch;

import cn.suinian.settlement.calendar.WorkingDays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at what settlement staff are late with: business days whose money is due, breaks that nobody resolves. */
public final class OverdueWatch {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String NOT_PAID =
            "SELECT day FROM business_day WHERE state NOT IN ('PAID', 'SEALED') AND day < ? ORDER BY day LIMIT 1000";

    /** What a vendor will state tomorrow is no break yet. Bands are by full days that a break has been open. */
    private static final String BREAKS = """
            SELECT least_days, count(b.break_no) AS breaks, coalesce(sum(b.risk_fen), 0) AS fen,
                   coalesce(extract(epoch FROM ?::timestamptz - min(b.opened_at)), 0)::bigint AS oldest
            FROM (VALUES (0, 1), (1, 3), (3, 7), (7, 36500)) AS band (least_days, below_days)
            LEFT JOIN settlement_break b
                ON b.status IN ('OPEN', 'ASKED') AND b.kind <> 'EXPECTED'
               AND b.opened_at <= ?::timestamptz - least_days * interval '24 hours'
               AND b.opened_at > ?::timestamptz - below_days * interval '24 hours'
            GROUP BY least_days ORDER BY least_days
            """;

    /**
     * Open breaks of an age.
     *
     * @param leastDays full days that they have been open at least, below that of the next band
     * @param riskFen money at risk
     * @param oldestSeconds how long the oldest has been open; 0: there is none
     */
    public record AgeBand(int leastDays, long breaks, long riskFen, long oldestSeconds) {}

    /**
     * What is late.
     *
     * @param days business days that are not paid though the working day that their money was due is over
     * @param oldestSeconds since that was over for the oldest of them; 0: there is none
     * @param breaks by age, every band
     */
    public record Overdue(long days, long oldestSeconds, List<AgeBand> breaks) {
        /** Nothing is. */
        public static final Overdue NOTHING = new Overdue(0, 0, List.of());

        public Overdue {
            breaks = List.copyOf(breaks);
        }

        /** How long the oldest open break has been open, in seconds; 0: there is none. */
        public long oldestBreakSeconds() {
            return breaks.stream().mapToLong(AgeBand::oldestSeconds).max().orElse(0);
        }
    }

    private final DataSource database;

    public OverdueWatch(DataSource database) {
        this.database = database;
    }

    /** As of now. */
    public Overdue look(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            WorkingDays calendar = WorkingDays.read(connection);
            LocalDate today = LocalDate.ofInstant(now, SHANGHAI);
            List<LocalDate> due = notPaid(connection, today).stream()
                    .map(calendar::payoutDue)
                    .filter(today::isAfter)
                    .toList();
            long oldest = due.isEmpty()
                    ? 0
                    : now.getEpochSecond()
                            - due.get(0).plusDays(1).atStartOfDay(SHANGHAI).toEpochSecond();
            return new Overdue(due.size(), oldest, breaks(connection, now));
        }
    }

    private static List<LocalDate> notPaid(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NOT_PAID)) {
            select.setObject(1, today);
            List<LocalDate> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject("day", LocalDate.class));
                }
            }
            return days;
        }
    }

    private static List<AgeBand> breaks(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BREAKS)) {
            for (int at = 1; at <= 3; at++) {
                select.setString(at, now.toString());
            }
            List<AgeBand> bands = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bands.add(new AgeBand(
                            row.getInt("least_days"),
                            row.getLong("breaks"),
                            row.getLong("fen"),
                            row.getLong("oldest")));
                }
            }
            return bands;
        }
    }
}
