package cn.suinian.core.attestation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Stores what authorities say. */
public final class Attestations {

    private static final String STORE = """
            INSERT INTO attestation (holder_id, kind, valid_from, valid_until, source)
            SELECT * FROM unnest($1::int8[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[])
            ON CONFLICT (holder_id, kind, valid_from) DO UPDATE
            SET valid_until = excluded.valid_until, source = excluded.source, received_at = clock_timestamp()
            WHERE (attestation.valid_until, attestation.source) <> (excluded.valid_until, excluded.source)
            """;

    private static final Comparator<Name> BY_HOLDER =
            Comparator.comparingLong(Name::holderId).thenComparing(Name::kind).thenComparing(Name::from);

    private record Name(long holderId, String kind, Instant from) {
        private static Name of(Statement statement) {
            return new Name(statement.holderId(), statement.kind(), statement.from());
        }
    }

    private final SqlClient database;
    private final int deadlineMillis;

    /**
     * Attestations in a database.
     *
     * @param deadlineMillis how long storing may take
     */
    public Attestations(SqlClient database, int deadlineMillis) {
        this.database = database;
        this.deadlineMillis = deadlineMillis;
    }

    /**
     * Stores all of them or none. Of several with the same holder, kind and first moment the last one counts. Fails as
     * the database does; storing the same again is always safe.
     */
    public Future<Void> store(List<Statement> statements) {
        Map<Name, Statement> last = new TreeMap<>(BY_HOLDER);
        statements.forEach(statement -> last.put(Name.of(statement), statement));
        Collection<Statement> rows = last.values();
        return rows.isEmpty()
                ? Future.succeededFuture()
                : database.preparedQuery(STORE)
                        .execute(arguments(rows))
                        .timeout(deadlineMillis, TimeUnit.MILLISECONDS)
                        .mapEmpty();
    }

    private static Tuple arguments(Collection<Statement> rows) {
        return Tuple.of(
                rows.stream().map(Statement::holderId).toArray(Long[]::new),
                rows.stream().map(Statement::kind).toArray(String[]::new),
                moments(rows, Statement::from),
                moments(rows, Statement::until),
                rows.stream().map(Statement::source).toArray(String[]::new));
    }

    private static OffsetDateTime[] moments(Collection<Statement> rows, Function<Statement, Instant> moment) {
        return rows.stream()
                .map(row -> moment.apply(row).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
