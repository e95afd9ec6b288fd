package cn.suinian.gateway.terminal.gate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Terminal status in SQL. Several nodes write at once: rows are taken in order, and the newest wins. */
public final class SightingStore {

    private static final int PATIENCE_SECONDS = 10;

    /** A terminal may have been taken out of the register since it was seen. */
    private static final String NOTE = """
            INSERT INTO terminal_status AS known (terminal_id, last_seen, clock_skew_millis, key_version, signed_in_at,
                                                  denylist_version, denylist_at, software, stored_taps)
            SELECT seen.*
            FROM unnest($1::bigint[], $2::timestamptz[], $3::bigint[], $4::smallint[], $5::timestamptz[],
                        $6::bigint[], $7::timestamptz[], $8::text[], $9::int[])
                 AS seen (terminal_id, last_seen, clock_skew_millis, key_version, signed_in_at,
                          denylist_version, denylist_at, software, stored_taps)
            JOIN terminal USING (terminal_id)
            ORDER BY seen.terminal_id
            ON CONFLICT (terminal_id) DO UPDATE SET
                last_seen = greatest(known.last_seen, EXCLUDED.last_seen),
                clock_skew_millis = CASE WHEN EXCLUDED.last_seen >= known.last_seen
                    THEN EXCLUDED.clock_skew_millis ELSE known.clock_skew_millis END,
                key_version = CASE WHEN EXCLUDED.last_seen >= known.last_seen
                    THEN EXCLUDED.key_version ELSE known.key_version END,
                signed_in_at = greatest(known.signed_in_at, EXCLUDED.signed_in_at),
                denylist_version = CASE WHEN known.denylist_at IS NULL OR EXCLUDED.denylist_at >= known.denylist_at
                    THEN EXCLUDED.denylist_version ELSE known.denylist_version END,
                denylist_at = greatest(known.denylist_at, EXCLUDED.denylist_at),
                software = CASE WHEN EXCLUDED.last_seen >= known.last_seen
                    THEN coalesce(EXCLUDED.software, known.software)
                    ELSE coalesce(known.software, EXCLUDED.software) END,
                stored_taps = CASE WHEN EXCLUDED.last_seen >= known.last_seen
                    THEN coalesce(EXCLUDED.stored_taps, known.stored_taps)
                    ELSE coalesce(known.stored_taps, EXCLUDED.stored_taps) END
            """;

    private final SqlClient database;

    public SightingStore(SqlClient database) {
        this.database = database;
    }

    /** Writes sightings of different terminals, sorted by terminal. */
    public Future<Void> write(List<Sighting> seen) {
        Tuple columns = Tuple.tuple();
        columns.addValue(column(seen, Long[]::new, Sighting::terminalId));
        columns.addValue(column(seen, OffsetDateTime[]::new, each -> time(each.lastSeen())));
        columns.addValue(column(seen, Long[]::new, Sighting::clockSkewMillis));
        columns.addValue(column(seen, Short[]::new, each -> (short) each.keyVersion()));
        columns.addValue(column(seen, OffsetDateTime[]::new, each -> time(each.signedInAt())));
        columns.addValue(column(
                seen,
                Long[]::new,
                each -> each.denylist() == null ? null : each.denylist().version()));
        columns.addValue(column(
                seen,
                OffsetDateTime[]::new,
                each -> each.denylist() == null ? null : time(each.denylist().at())));
        columns.addValue(column(seen, String[]::new, Sighting::software));
        columns.addValue(column(seen, Integer[]::new, Sighting::storedTaps));
        return database.preparedQuery(NOTE)
                .execute(columns)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .mapEmpty();
    }

    private static <T> T[] column(List<Sighting> seen, IntFunction<T[]> array, Function<Sighting, @Nullable T> value) {
        return seen.stream().map(value).toArray(array);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
