package cn.suinian.core.holder.timeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Makes the index by which a holder's taps are found, on each day that is cut: an open day has none, since each tap on
 * its way would pay for it. Taps of a day that come while its index is made wait for it, so a large day that taps may
 * still come late to is left for the small hours. Blocking; any number of nodes, of which one makes an index at a time.
 */
public final class TapsByHolder {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime QUIET_FROM = LocalTime.of(2, 0);
    private static final LocalTime QUIET_TO = LocalTime.of(5, 0);

    /** What is made within a tenth of a second or two. */
    private static final long SMALL_BYTES = 32L << 20;

    /** As long ago as a tap may be late at most. */
    private static final int LATE_DAYS = 35;

    private static final String MISSING = """
            SELECT d.day, pg_relation_size(d.oid) AS bytes, d.day < o.day - ? AS settled
            FROM (SELECT c.oid, to_date(substring(c.relname FROM 5), 'YYYYMMDD') AS day
                  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                  WHERE i.inhparent = 'tap'::regclass AND c.relname ~ '^tap_[0-9]{8}$') AS d
                 JOIN open_business_day o ON d.day < o.day
            WHERE NOT EXISTS (
                SELECT FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[0]
                WHERE x.indrelid = d.oid AND x.indisvalid AND a.attname = 'holder_id')
            ORDER BY d.day DESC
            """;
    private static final String MAKE = "SELECT index_taps_of_day(?)";

    private final DataSource database;

    public TapsByHolder(DataSource database) {
        this.database = database;
    }

    /** A day that has no index yet. */
    private record Missing(LocalDate day, long bytes, boolean settled) {
        boolean mayBeMade(LocalTime now) {
            boolean quiet = !now.isBefore(QUIET_FROM) && now.isBefore(QUIET_TO);
            return quiet || settled || bytes <= SMALL_BYTES;
        }
    }

    /** Days that are cut and have no index, the newest first; their taps are found by reading the whole day. */
    public static List<LocalDate> listMissing(Connection connection) throws SQLException {
        return missing(connection).stream().map(Missing::day).toList();
    }

    /**
     * Makes the index of the newest day that lacks it and may have it now.
     *
     * @return that day; empty: none is left for this hour
     * @throws SQLException with state 55P03 when a transaction under way holds the day; it may be tried again
     */
    public Optional<LocalDate> makeNext(Instant now) throws SQLException {
        LocalTime time = LocalTime.ofInstant(now, SHANGHAI);
        try (Connection connection = database.getConnection()) {
            Optional<LocalDate> next = missing(connection).stream()
                    .filter(day -> day.mayBeMade(time))
                    .map(Missing::day)
                    .findFirst();
            if (next.isPresent()) {
                try (PreparedStatement make = connection.prepareStatement(MAKE)) {
                    make.setObject(1, next.get());
                    make.execute();
                }
            }
            return next;
        }
    }

    private static List<Missing> missing(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MISSING)) {
            select.setInt(1, LATE_DAYS);
            List<Missing> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(new Missing(
                            row.getObject("day", LocalDate.class), row.getLong("bytes"), row.getBoolean("settled")));
                }
            }
            return days;
        }
    }
}
