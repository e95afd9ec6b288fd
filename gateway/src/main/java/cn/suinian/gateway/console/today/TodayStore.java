package cn.suinian.gateway.console.today;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.CardNumber;
import cn.suinian.gateway.console.page.Figures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console's questions about one day's taps. Each reads one partition, from a time of receipt on. */
final class TodayStore {

    private static final String COUNT = """
            SELECT service, reason, payer, received_at < $3 AS before_mark,
                   count(*) AS taps, sum(subsidy)::int8 AS subsidy, max(received_at) AS newest
            FROM tap
            WHERE tap_date = $1 AND received_at >= $2
            GROUP BY 1, 2, 3, 4
            """;

    private static final String LATEST = """
            SELECT t.tapped_at, t.received_at, t.service, t.direction, v.name AS vendor, t.card_serial, t.amount,
                   t.subsidy, t.reason, t.journey, t.tap_date, t.terminal_id, t.terminal_seq, t.tac,
                   EXISTS (SELECT FROM tap_reversal r
                           WHERE r.tap_date = t.tap_date AND r.terminal_id = t.terminal_id
                             AND r.terminal_seq = t.terminal_seq AND r.holder_id = t.holder_id) AS undone
            FROM tap t LEFT JOIN vendor v USING (vendor_id)
            WHERE t.tap_date = $1 AND t.received_at >= $2
            ORDER BY t.received_at DESC, t.tapped_at DESC, t.terminal_id, t.terminal_seq DESC
            LIMIT $3
            """;

    private static final String UNDONE = """
            SELECT service, payer, count(*) AS taps, sum(subsidy)::int8 AS subsidy
            FROM tap_reversal
            WHERE tap_date = $1
            GROUP BY 1, 2
            """;

    /** A tap older than this many days is not found late any more; its partition may be gone. */
    private static final int LATEST_DAYS = 35;

    private static final String LATE = """
            SELECT count(*) AS taps FROM tap WHERE tap_date >= $1 AND tap_date < $2 AND received_at >= $3
            """;

    private static final String OPEN_DAY = "SELECT day FROM open_business_day";

    /** As the board of business days has it: taps that were approved, and money less what was taken back. */
    private static final String LAST_CLOSED = """
            SELECT d.day, sum(l.taps)::int8 AS taps, sum(l.subsidy)::int8 AS subsidy,
                   sum(l.operator_subsidy)::int8 AS operator_subsidy
            FROM (SELECT day FROM business_day WHERE cleared_at IS NOT NULL ORDER BY day DESC LIMIT 1) d
                 LEFT JOIN (SELECT day, taps, subsidy, operator_subsidy FROM clearing_line
                            UNION ALL
                            SELECT day, 0, -subsidy, -operator_subsidy FROM clearing_reversal) l USING (day)
            GROUP BY d.day
            """;

    private final SqlClient database;

    TodayStore(SqlClient database) {
        this.database = database;
    }

    /**
     * Taps counted.
     *
     * @param before received before the mark
     * @param since received at the mark or later
     * @param newest the latest time of receipt among both; null when there are none
     */
    record Counted(Tally before, Tally since, @Nullable Instant newest) {}

    /** Counts a day's taps received from a moment on, those before the mark and those after it apart. */
    Future<Counted> count(LocalDate day, Instant from, Instant mark) {
        return database.preparedQuery(COUNT)
                .execute(Tuple.of(day, utc(from), utc(mark)))
                .map(TodayStore::counted);
    }

    /** A day's taps that were undone since, by what they were; their subsidies as positive amounts. */
    Future<Tally> countUndone(LocalDate day) {
        return database.preparedQuery(UNDONE).execute(Tuple.of(day)).map(rows -> {
            Map<Tally.Kind, Tally.Sum> sums = new HashMap<>();
            rows.forEach(row -> sums.put(
                    new Tally.Kind(row.getShort("service"), 0, orNull(row.getShort("payer"))),
                    new Tally.Sum(row.getLong("taps"), row.getLong("subsidy"))));
            return new Tally(sums);
        });
    }

    /** A day's latest taps received from a moment on, the latest first. */
    Future<List<LatestTap>> listLatest(LocalDate day, Instant from, int limit) {
        return database.preparedQuery(LATEST)
                .execute(Tuple.of(day, utc(from), limit))
                .map(rows -> {
                    List<LatestTap> taps = new ArrayList<>();
                    rows.forEach(row -> taps.add(tap(row)));
                    return taps;
                });
    }

    /** How many taps of earlier days were received on this one. */
    Future<Long> countLate(LocalDate day) {
        OffsetDateTime midnight = day.atStartOfDay(Figures.ZONE).toOffsetDateTime();
        return database.preparedQuery(LATE)
                .execute(Tuple.of(day.minusDays(LATEST_DAYS), day, midnight))
                .map(rows -> rows.iterator().next().getLong("taps"));
    }

    /** The first business day that is not yet cut. */
    Future<Optional<LocalDate>> findOpenDay() {
        return database.preparedQuery(OPEN_DAY).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(row.getLocalDate("day"));
            }
            return Optional.empty();
        });
    }

    /** The last business day whose clearing is done, with its totals. */
    Future<Optional<ClosedDay>> findLastClosed() {
        return database.preparedQuery(LAST_CLOSED).execute().map(rows -> {
            for (Row row : rows) {
                return Optional.of(new ClosedDay(
                        row.getLocalDate("day"),
                        orZero(row.getLong("taps")),
                        orZero(row.getLong("subsidy")),
                        orZero(row.getLong("operator_subsidy"))));
            }
            return Optional.empty();
        });
    }

    private static Counted counted(Iterable<Row> rows) {
        Map<Tally.Kind, Tally.Sum> before = new HashMap<>();
        Map<Tally.Kind, Tally.Sum> since = new HashMap<>();
        Instant newest = null;
        for (Row row : rows) {
            Tally.Kind kind =
                    new Tally.Kind(row.getShort("service"), row.getShort("reason"), orNull(row.getShort("payer")));
            Tally.Sum sum = new Tally.Sum(row.getLong("taps"), row.getLong("subsidy"));
            (row.getBoolean("before_mark") ? before : since).put(kind, sum);
            Instant received = row.getOffsetDateTime("newest").toInstant();
            newest = newest == null || received.isAfter(newest) ? received : newest;
        }
        return new Counted(new Tally(before), new Tally(since), newest);
    }

    private static LatestTap tap(Row row) {
        String vendor = row.getString("vendor");
        return new LatestTap(
                TapId.of(
                        row.getLocalDate("tap_date"),
                        row.getLong("terminal_id"),
                        row.getLong("terminal_seq"),
                        row.getLong("tac")),
                row.getOffsetDateTime("tapped_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getShort("service"),
                vendor == null ? "" : vendor,
                new CardNumber(row.getInteger("card_serial")),
                row.getInteger("amount"),
                row.getInteger("subsidy"),
                row.getShort("reason"),
                row.getShort("journey"),
                orNull(row.getShort("direction")),
                row.getBoolean("undone"));
    }

    private static @Nullable Integer orNull(@Nullable Short code) {
        return code == null ? null : Integer.valueOf(code);
    }

    private static long orZero(@Nullable Long sum) {
        return sum == null ? 0 : sum;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
