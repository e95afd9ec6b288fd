package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.settlement.City;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole day end in a process of its own that is killed with signal 9 at random, again and again, comes to the same
 * books as one that nobody disturbed. It takes minutes: {@code -Dsuinian.dayend.kills=10} runs ten rounds of it.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@EnabledIfSystemProperty(named = "suinian.dayend.kills", matches = "[1-9][0-9]*")
@Breaks("an account's window holds the counters of the stored taps") // planted, not tapped
class DayEndKilledTest {
    private static final Logger LOG = LoggerFactory.getLogger(DayEndKilledTest.class);
    private static final int ROUNDS = Integer.getInteger("suinian.dayend.kills", 0);
    private static final int MOST_KILLS = 8;
    private static final int TAPS = 20_000;
    private static final int FAULT_EVERY = 500;
    private static final String PLANT = """
            ALTER TABLE tap DISABLE TRIGGER ALL;
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT 1 + n %% 200, d, d, 1, 440300010001, n, 1 + (n - 1) / 200, 7,
                   (d + time '06:00' + n * interval '1 s') AT TIME ZONE 'Asia/Shanghai', now(),
                   1 + n %% 200, 300, 300, 0, 0, 1, 0, 0, 1
            FROM generate_series(1, %d) n, (SELECT date '%s') AS made (d);
            ALTER TABLE tap ENABLE TRIGGER ALL;
            UPDATE account SET counter_window = -1, version = version + 1, counter_high = %d;
            INSERT INTO staff (staff_id, account, display_name, roles, password_hash, password_changed_at,
                               must_change_password, created_at) OVERRIDING SYSTEM VALUE
            SELECT n, 'person-' || n, 'n', '{SETTLEMENT_CLERK}', 'x', now(), false, now()
            FROM generate_series(101, 102) n
            """;

    /** All that money depends on, and each act once; numbers may have gaps where something was undone. */
    private static final List<String> BOOKS = List.of(
            "SELECT string_agg(l::text, ' ' ORDER BY l::text) FROM clearing_line l",
            "SELECT string_agg(concat_ws(' ', t.day, t.kind, d.name, c.name, t.amount_fen), ', ' ORDER BY t.kind,"
                    + " c.name, t.amount_fen) FROM journal_transfer t"
                    + " JOIN ledger_account d ON d.account_id = t.debit_account"
                    + " JOIN ledger_account c ON c.account_id = t.credit_account",
            "SELECT string_agg(concat_ws(' ', state, rows_good, rows_bad, amount_fen), ', ') FROM vendor_statement",
            "SELECT count(*) FROM statement_row",
            "SELECT string_agg(concat_ws(' ', kind, status, terminal_seq, ours_fen, theirs_fen), ', ' ORDER BY"
                    + " terminal_seq, kind) FROM settlement_break",
            "SELECT string_agg(concat_ws(' ', vendor_id, fen, state), ', ' ORDER BY fen) FROM payment",
            "SELECT string_agg(concat_ws(' ', day, state), ', ' ORDER BY day) FROM business_day",
            "SELECT string_agg(concat_ws(' ', section, rows), ', ' ORDER BY section) FROM day_seal_section",
            "SELECT string_agg(act, ' ' ORDER BY act) FROM audit_log WHERE act ~ '^(DAY|PAYOUT|STATEMENT)_'");

    @TempDir
    private Path directory;

    @Test
    void comesToTheSameBooksWhereverItIsKilled(Database database) throws Exception {
        Path statement = directory.resolve("statement.csv");
        plant(database, statement);
        Database calm = copy(database, "calm");
        Process undisturbed = start(calm, statement);
        long began = System.nanoTime();
        assertThat(undisturbed.waitFor()).as("nobody disturbed it").isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        List<String> books = books(calm);
        assertThat(books).doesNotContainNull();
        Random random = new Random(ROUNDS);
        Map<String, Integer> kills = new TreeMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Database disturbed = copy(database, "killed" + round);
            List<String> killed = disturb(disturbed, statement, random, millis);
            killed.forEach(step -> kills.merge(step, 1, Integer::sum));
            assertThat(books(disturbed))
                    .as("round %d, killed in %s", round, killed)
                    .isEqualTo(books);
            drop(disturbed);
        }
        drop(calm);
        LOG.warn("{} day ends, killed in {}; undisturbed one takes {} ms", ROUNDS, kills, millis);
        assertThat(kills).isNotEmpty();
    }

    private void plant(Database database, Path statement) throws Exception {
        try (PayoutCity pay = new PayoutCity(database)) {
            pay.openAccounts(Payer.CITY);
            pay.city.ask(PLANT.formatted(TAPS, DAY_1, TAPS / 200));
        }
        List<String> lines = new ArrayList<>();
        lines.add("H,%s,%s".formatted(City.VENDORS.get(0), DAY_1));
        lines.add("tap_time,terminal,seq,card,service,amount,subsidy");
        long amount = 0;
        for (int n = 1; n <= TAPS; n++) {
            int stated = n % FAULT_EVERY == 0 ? 310 : 300;
            amount += stated;
            lines.add("%sT%s+08:00,440300010001,%d,%08d,1,%d,%d"
                    .formatted(DAY_1, java.time.LocalTime.of(6, 0).plusSeconds(n), n, 1 + n % 200, stated, stated));
        }
        lines.add("T,%d,%d,%d".formatted(TAPS, amount, amount));
        Files.write(statement, lines);
    }

    /** Kills it at random until it gets to its end, or is let go on; in which steps. */
    private List<String> disturb(Database database, Path statement, Random random, long millis) throws Exception {
        List<String> killed = new ArrayList<>();
        while (killed.size() < MOST_KILLS) {
            Process run = start(database, statement);
            if (run.waitFor(random.nextLong(millis * 2 / 3), TimeUnit.MILLISECONDS)) {
                assertThat(run.exitValue()).as("killed in %s", killed).isZero();
                return killed;
            }
            run.toHandle().destroyForcibly(); // that of the process itself would close what it said
            run.waitFor();
            killed.add(run.inputReader(StandardCharsets.US_ASCII).lines().reduce("ready", (step, next) -> next));
        }
        assertThat(start(database, statement).waitFor()).isZero();
        return killed;
    }

    /** It has said that it begins. */
    private Process start(Database database, Path statement) throws IOException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DayEndRun.class.getName(),
                        database.urlWithPassword(),
                        statement.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("run.log").toFile()))
                .start();
        String first = run.inputReader(StandardCharsets.US_ASCII).readLine();
        assertThat(first).as(Files.readString(directory.resolve("run.log"))).isEqualTo("ready");
        return run;
    }

    private static List<String> books(Database database) throws SQLException {
        List<String> books = new ArrayList<>();
        for (String question : BOOKS) {
            books.add(TestServers.ask(database, question));
        }
        return books;
    }

    private static Database copy(Database database, String name) throws SQLException {
        String other = database.database() + "_" + name;
        TestServers.ask(database.named("postgres"), "CREATE DATABASE " + other + " TEMPLATE " + database.database());
        return database.named(other);
    }

    private static void drop(Database database) throws SQLException {
        TestServers.ask(database.named("postgres"), "DROP DATABASE " + database.database() + " WITH (FORCE)");
    }
}
