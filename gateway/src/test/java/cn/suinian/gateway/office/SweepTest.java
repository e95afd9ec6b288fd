package cn.suinian.gateway.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.core.staff.client.IdempotentCalls;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SweepTest {

    private static final String LEFT = """
            SELECT (SELECT count(*) FROM staff_session) || ' ' || (SELECT count(*) FROM api_token)
                   || ' ' || (SELECT count(*) FROM api_idempotency)""";

    @Test
    void dropsWhatIsOverWithoutBeingAsked(Database database) throws SQLException {
        Vertx vertx = Vertx.vertx();
        try (StaffDesk desk = new StaffDesk(database)) {
            desk.settle("sweeper", Role.ADMINISTRATOR);
            AuditLog audit = new AuditLog(desk.clock);
            TestServers.ask(database, """
                    INSERT INTO api_client (client_id, name, roles, secret_hash, created_at)
                    VALUES ('bank', 'Bank', '{COUNTER_CLERK}', sha256('x'), now())""");
            String over = "'" + desk.clock.instant().plusSeconds(60) + "'";
            TestServers.ask(database, "INSERT INTO api_token VALUES (sha256('t'), 'bank', " + over + ")");
            TestServers.ask(
                    database,
                    "INSERT INTO api_idempotency (client_id, key, request_hash, expires_at)"
                            + " VALUES ('bank', 'k', sha256('r'), " + over + ")");
            assertThat(TestServers.ask(database, LEFT)).isEqualTo("1 1 1");

            Sweep sweep = Sweep.start(
                    vertx,
                    desk.sessions,
                    new ApiClients(desk.transactions, audit, desk.random, desk.clock),
                    new IdempotentCalls(desk.transactions, desk.seal, desk.clock),
                    5);
            desk.clock.pass(Duration.ofMinutes(16));
            awaitLeft(database, "0 0 0");
            sweep.stop();
        } finally {
            vertx.close().await();
        }
    }

    private static void awaitLeft(Database database, String wanted) throws SQLException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!TestServers.ask(database, LEFT).equals(wanted)) {
            assertThat(System.nanoTime()).as("never " + wanted).isLessThan(patience);
        }
    }
}
