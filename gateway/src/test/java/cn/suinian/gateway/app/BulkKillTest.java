package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.bulk.BulkRegistration;
import cn.suinian.core.holder.bulk.People;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A node is a process of its own here, and is killed with signal 9 while it registers a list of people. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class BulkKillTest {
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final int ROWS = 4_000;
    private static final Actor CLERK = new Actor(1L, "clerk-1", Role.COUNTER_CLERK.permissions(), Scope.CITY, "");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path data;

    private Process node;

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        if (node != null) {
            node.destroyForcibly().waitFor();
        }
    }

    @Test
    void aNodeThatIsKilledInTheMiddleGoesOnAtItsNextStartAndDoesEachRowOnce(Database database) throws Exception {
        KeystoreVault vault =
                KeystoreVault.create(data.resolve("keys.bcfks"), PASSPHRASE.toCharArray(), new SecureRandom());
        employTheClerk(database);
        List<Map<String, String>> people = People.many(ROWS);
        try (Transactions transactions = Transactions.over(database, 2)) {
            AuditLog audit = new AuditLog(CLOCK);
            BulkRegistration lists = new BulkRegistration(
                    transactions, vault, new HolderRegister(transactions, vault, audit, CLOCK), audit, CLOCK);
            long fileNo = lists.receive(CLERK, "名单", People.csv(people)).fileNo();
            startNode(database);
            awaitAtLeast(database, "passed", 1);
            kill();
            assertThat(stage(database)).as("killed while it checked").isEqualTo("CHECKING");
            startNode(database);
            awaitState(database, "CHECKED");
            lists.start(CLERK, fileNo);
            for (int registered : List.of(1, ROWS / 2)) {
                awaitAtLeast(database, "registered", registered);
                kill();
                assertThat(stage(database)).as("killed while it registered").isEqualTo("RUNNING");
                startNode(database);
            }
            awaitState(database, "DONE");
        }
        assertThat(TestServers.ask(database, "SELECT registered FROM bulk_file"))
                .isEqualTo("" + ROWS);
        assertThat(registeredByRow(database)).isEqualTo(byRow(people, new Seals(vault)));
    }

    /** Whom each row is about, as the register would find them. */
    private static Map<Integer, String> byRow(List<Map<String, String>> people, Seals seals) {
        Map<Integer, String> rows = new TreeMap<>();
        for (Map<String, String> person : people) {
            IdDocument document = IdDocument.read(DocumentKind.RESIDENT_CARD, person.get("证件号码"), "number");
            rows.put(
                    rows.size() + 2,
                    HexFormat.of().formatHex(seals.personIndex(document.kind().name(), document.personKey())));
        }
        return rows;
    }

    /** Every holder there is, by the row they came from. */
    private static Map<Integer, String> registeredByRow(Database database) throws SQLException {
        String all = TestServers.ask(database, """
                SELECT string_agg(coalesce(r.row_no, -h.holder_id) || '=' || encode(d.person_index, 'hex'), ' ')
                FROM holder h LEFT JOIN holder_document d USING (holder_id)
                     LEFT JOIN bulk_registration r USING (holder_id) JOIN holder_hukou k USING (holder_id)""");
        return List.of(all.split(" ", -1)).stream()
                .map(row -> row.split("=", 2))
                .collect(Collectors.toMap(row -> Integer.valueOf(row[0]), row -> row[1]));
    }

    private static void employTheClerk(Database database) throws SQLException {
        TestServers.ask(
                database,
                "INSERT INTO staff (staff_id, account, display_name, roles, password_hash, password_changed_at,"
                        + " must_change_password, created_at) OVERRIDING SYSTEM VALUE"
                        + " VALUES (1, 'clerk-1', 'x', '{COUNTER_CLERK}', 'x', now(), false, now())");
    }

    private void startNode(Database database) throws IOException {
        ProcessBuilder start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "serve",
                "--roles",
                "console");
        start.environment()
                .putAll(Map.of(
                        "SUINIAN_DATA_DIR",
                        data.toString(),
                        "SUINIAN_DB_URL",
                        database.urlWithPassword(),
                        "SUINIAN_KEYSTORE_PASSPHRASE",
                        PASSPHRASE,
                        "SUINIAN_CONSOLE_PORT",
                        "0",
                        "SUINIAN_METRICS_PORT",
                        "0"));
        Path log = data.resolve("node.log");
        node = start.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void kill() throws InterruptedException {
        node.destroyForcibly().waitFor();
    }

    private static String stage(Database database) throws SQLException {
        return TestServers.ask(database, "SELECT state FROM bulk_file");
    }

    private void awaitState(Database database, String state) throws Exception {
        await(database, "SELECT state = '" + state + "' FROM bulk_file");
    }

    private void awaitAtLeast(Database database, String column, int rows) throws Exception {
        await(database, "SELECT " + column + " >= " + rows + " FROM bulk_file");
    }

    private void await(Database database, String condition) throws Exception {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!"t".equals(TestServers.ask(database, condition))) {
            assertThat(System.nanoTime()).as(this::said).isLessThan(patience);
            assertThat(node.isAlive()).as(this::said).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private String said() {
        try {
            return Files.readString(data.resolve("node.log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
