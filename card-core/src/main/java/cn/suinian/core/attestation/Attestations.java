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
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Stores what authorities say. */
public final class Attestations {

    private static final String STORE = """
            INSERT INTO attestation (holder_id, kind, valid_from, valid_until, source, stated_at)
            SELECT * FROM unnest($1::int8[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[],
                $6::timestamptz[])
            ON CONFLICT (holder_id, kind, valid_from) DO UPDATE
            SET valid_until = excluded.valid_until, source = excluded.source, stated_at = excluded.stated_at,
                received_at = clock_timestamp()
            WHERE excluded.stated_at > attestation.stated_at
               OR excluded.stated_at = attestation.stated_at AND excluded.valid_until < attestation.valid_until
            """;

    private static final Comparator<Name> BY_HOLDER =
            Comparator.comparingLong(Name::holderId).thenComparing(Name::kind).thenComparing(Name::from);

    /** Of two that were made in the same moment, the one that takes more back stands. */
    private static final Comparator<Statement> BY_WEIGHT =
            Comparator.comparing(Statement::statedAt).thenComparing(Statement::until, Comparator.reverseOrder());

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
     * Stores all of them or none. Of several with the same holder, kind and first moment the one stands that was stated
     * last, in whatever order they come; so storing the same again is always safe. Fails as the database does.
     */
    public Future<Void> store(List<Statement> statements) {
        Map<Name, Statement> standing = new TreeMap<>(BY_HOLDER);
        statements.forEach(statement -> standing.merge(Name.of(statement), statement, BinaryOperator.maxBy(BY_WEIGHT)));
        Collection<Statement> rows = standing.values();
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
                rows.stream().map(Statement::source).toArray(String[]::new),
                moments(rows, Statement::statedAt));
    }

    private static OffsetDateTime[] moments(Collection<Statement> rows, Function<Statement, Instant> moment) {
        return rows.stream()
                .map(row -> moment.apply(row).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
