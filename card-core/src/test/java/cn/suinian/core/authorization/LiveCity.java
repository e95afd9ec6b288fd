package cn.suinian.core.authorization;

import static cn.suinian.core.postgres.TestServers.ask;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Rulings;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.entitlement.CityRules;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.reference.Reference;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** People in a real database, as the {@code PersonBuilder} makes them, and nodes that authorise their taps. */
final class LiveCity {

    static final RuleBook RULES = new RuleBook(CityRules.ALL);
    private static final Reference REFERENCE = new Reference(Map.of(), Map.of(), RULES, Rulings.CITY.calendar());
    private static final String[] PEOPLE = {
        "DELETE FROM open_business_day",
        "INSERT INTO open_business_day (day) VALUES ('2026-11-25')",
        """
        INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
        SELECT id, '1950-05-01' FROM generate_series(1, %1$d) AS id""",
        """
        INSERT INTO holder_hukou (holder_id, district, valid_from)
        SELECT id, 2, '2010-01-01' FROM generate_series(1, %1$d) AS id""",
        """
        INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
        SELECT 1000000 + id, id, 'ACTIVE', '1970-01-01T00:00:00Z', '2036-01-01' FROM generate_series(1, %1$d) AS id""",
        "INSERT INTO account (holder_id, live_card) SELECT id, 1000000 + id FROM generate_series(1, %1$d) AS id",
        "ANALYZE"
    };

    final Database database;
    final Vertx vertx = Vertx.vertx();
    private final List<Authorizer> nodes = new ArrayList<>();

    LiveCity(Database database, int people) throws SQLException {
        this.database = database;
        for (String statement : PEOPLE) {
            ask(database, statement.formatted(people));
        }
    }

    Authorizer node(LaneConfig config) throws Exception {
        Authorizer node = get(Authorizer.open(
                vertx, database.connectOptions(), config, Rulings.LIMITS, () -> REFERENCE, new SimpleMeterRegistry()));
        nodes.add(node);
        return node;
    }

    PostgresLedger ledger() {
        return new PostgresLedger(vertx, database.connectOptions());
    }

    String sql(String statement) throws SQLException {
        return ask(database, statement);
    }

    static <T> T get(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** As a terminal does: the same tap again until it is answered. */
    static Answer authorizeUntilAnswered(Authorizer node, Tap tap) throws Exception {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return get(node.authorize(tap));
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof NotAuthorized)) {
                    throw refused;
                }
            }
        }
        throw new AssertionError("never answered: " + tap.key());
    }

    void close() throws Exception {
        for (Authorizer node : nodes) {
            get(node.stop());
        }
        get(vertx.close());
    }
}
