package cn.suinian.core.reference;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReferenceRowsTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2027, 3, 3);

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void allTablesAreReadAsOfOneMoment(Database database) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Pool pool = PgBuilder.pool()
                    .connectingTo(database.connectOptions())
                    .using(vertx)
                    .build();
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE vendor IN ACCESS EXCLUSIVE MODE");
            Future<Reference> reading = ReferenceRows.read(pool);
            awaitItAtTheVendors(database);
            statement.execute(
                    "INSERT INTO calendar_day (day, kind, name) VALUES ('" + WEDNESDAY + "', 'HOLIDAY', 'x')");
            other.commit();

            assertThat(get(reading).calendar().isWorkday(WEDNESDAY))
                    .as("as it was when the terminals were read")
                    .isTrue();
            assertThat(get(ReferenceRows.read(pool)).calendar().isWorkday(WEDNESDAY))
                    .isFalse();
        } finally {
            get(vertx.close());
        }
    }

    private static void awaitItAtTheVendors(Database database) throws SQLException {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'vendor'::regclass";
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!"1".equals(ask(database, waiting))) {
            assertThat(System.nanoTime()).isLessThan(patience);
        }
    }
}
