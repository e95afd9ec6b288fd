package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.TapRow.lunch;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.settlement.City;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A day that waits for its end, and processes that do it and are killed. */
final class DayEndStand {
    /** How many rows of the vendor's statement differ. */
    private static final int FAULTS = 40;

    private static final String PLANT = """
            ALTER TABLE tap DISABLE TRIGGER ALL;
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT 1 + n %% 200, d, d, 1, 440300010001, n, 9 + (n - 1) / 200, 7,
                   (d + time '06:00' + n * interval '1 s') AT TIME ZONE 'Asia/Shanghai', now(),
                   1 + n %% 200, 300, 300, 0, 0, 1, 0, 0, 1
            FROM generate_series(1, %d) n, (SELECT date '%s') AS made (d);
            ALTER TABLE tap ENABLE TRIGGER ALL;
            UPDATE account SET counter_window = -1, version = version + 1, counter_high = 8 + %d;
            INSERT INTO staff (staff_id, account, display_name, roles, password_hash, password_changed_at,
                               must_change_password, created_at) OVERRIDING SYSTEM VALUE
            SELECT n, 'person-' || n, 'n', '{SETTLEMENT_CLERK}', 'x', now(), false, now()
            FROM generate_series(101, 102) n
            """;

    /** All that money depends on, and each act once; numbers may have gaps where something was undone. */
    private static final List<String> BOOKS = List.of(
            "SELECT string_agg(l::text, ' ' ORDER BY l::text) FROM clearing_line l",
            "SELECT string_agg(concat_ws(' ', t.day, t.kind, d.name, c.name, t.amount_fen), ', ' ORDER BY t.kind,"
                    + " c.name, d.name, t.amount_fen) FROM journal_transfer t"
                    + " JOIN ledger_account d ON d.account_id = t.debit_account"
                    + " JOIN ledger_account c ON c.account_id = t.credit_account",
            "SELECT string_agg(concat_ws(' ', state, rows_good, rows_bad, amount_fen), ', ') FROM vendor_statement",
            "SELECT count(*) FROM statement_row",
            "SELECT string_agg(concat_ws(' ', kind, status, terminal_seq, ours_fen, theirs_fen), ', ' ORDER BY"
                    + " terminal_seq, kind) FROM settlement_break",
            "SELECT string_agg(concat_ws(' ', vendor_id, fen, state, settled, bank_status, bank_reason), ', ' ORDER BY"
                    + " vendor_id, state) FROM payment",
            "SELECT string_agg(concat_ws(' ', original, bytes > 0, rows), ', ') FROM (SELECT f.bytes, b.through_day"
                    + " AS original, string_agg(concat_ws(' ', r.scope, r.status, r.reason, p.vendor_id, r.effect),"
                    + " ', ' ORDER BY r.row_no) AS rows FROM bank_status_file f JOIN bank_status_row r USING (file_no)"
                    + " JOIN payment p USING (payment_no) JOIN payout_batch b USING (batch_no)"
                    + " GROUP BY f.file_no, b.through_day) AS answers",
            "SELECT string_agg(concat_ws(' ', p.vendor_id, p.fen, r.turn, r.kind, r.bank_reason, r.resolved_as,"
                    + " r.resolution), ', ') FROM payment_return r JOIN payment p USING (payment_no)",
            "SELECT string_agg(concat_ws(' ', day, state), ', ' ORDER BY day) FROM business_day",
            "SELECT string_agg(concat_ws(' ', section, rows), ', ' ORDER BY section) FROM day_seal_section",
            // Without the seal, which has hashes over the moments of postings.
            "SELECT string_agg(concat_ws(' ', day, regexp_replace(convert_from(content, 'UTF8'),"
                    + " '\"seal\": .*?\\},\\n', '')), ' ') FROM day_publication",
            "SELECT string_agg(act, ' ' ORDER BY act) FROM audit_log"
                    + " WHERE act ~ '^(DAY|PAYOUT|PAYMENT|STATEMENT|BANK_STATUS)_'");

    private final Path statement;
    private final Path log;

    /** Keeps the vendor's statement, and what processes complain about, in this directory. */
    DayEndStand(Path directory) {
        this.statement = directory.resolve("statement.csv");
        this.log = directory.resolve("run.log");
    }

    /**
     * A day of rides with their statement, and a lunch in each canteen; the city pays for all.
     *
     * @param rides a multiple of 200, one for each holder and round
     */
    void plant(Database database, int rides) throws SQLException, IOException {
        try (PayoutCity pay = new PayoutCity(database)) {
            pay.openAccounts(Payer.CITY);
            pay.city.tap(
                    lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, Payer.CITY.code()),
                    lunch(DAY_1, CANTEEN_B, 3, 900, 700, Payer.CITY.code()));
            pay.city.ask(PLANT.formatted(rides, DAY_1, rides / 200));
        }
        List<String> lines = new ArrayList<>();
        lines.add("H,%s,%s".formatted(City.VENDORS.get(0), DAY_1));
        lines.add("tap_time,terminal,seq,card,service,amount,subsidy");
        long amount = 0;
        for (int n = 1; n <= rides; n++) {
            int stated = n % (rides / FAULTS) == 0 ? 310 : 300;
            amount += stated;
            lines.add("%sT%s+08:00,440300010001,%d,%08d,1,%d,%d"
                    .formatted(DAY_1, LocalTime.of(6, 0).plusSeconds(n), n, 1 + n % 200, stated, stated));
        }
        lines.add("T,%d,%d,%d".formatted(rides, amount, amount));
        Files.write(statement, lines);
    }

    /** Another database with all that is in this one, to which nobody may be connected. */
    static Database copy(Database database, String name) throws SQLException {
        String other = database.database() + "_" + name;
        TestServers.ask(database.named("postgres"), "CREATE DATABASE " + other + " TEMPLATE " + database.database());
        return database.named(other);
    }

    static void drop(Database database) throws SQLException {
        TestServers.ask(database.named("postgres"), "DROP DATABASE " + database.database() + " WITH (FORCE)");
    }

    /** Does the day's end in this process, which nobody kills. */
    void doHere(Database database) throws SQLException, IOException {
        DayEndRun.from(database, step -> {}, statement);
    }

    /** A process of its own that does the day's end; it has said that it begins. */
    Process start(Database database) throws IOException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DayEndRun.class.getName(),
                        database.urlWithPassword(),
                        statement.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        String first = run.inputReader(StandardCharsets.US_ASCII).readLine();
        assertThat(first).as(complaints()).isEqualTo("ready");
        return run;
    }

    /** What processes said that went wrong. */
    String complaints() throws IOException {
        return Files.readString(log);
    }

    /**
     * Kills it with signal 9.
     *
     * @return in which step that was
     */
    static String kill(Process run) throws InterruptedException {
        run.toHandle().destroyForcibly(); // that of the process itself would close what it said
        run.waitFor();
        return run.inputReader(StandardCharsets.US_ASCII).lines().reduce("ready", (step, next) -> next);
    }

    /** Waits until the server has noticed that a process is gone, and has undone what it left half-done. */
    static void awaitNobody(Database database) throws SQLException {
        String others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
        while (!TestServers.ask(database, others).equals("0")) {
            Thread.onSpinWait();
        }
    }

    static List<String> books(Database database) throws SQLException {
        List<String> books = new ArrayList<>();
        for (String question : BOOKS) {
            books.add(TestServers.ask(database, question));
        }
        return books;
    }
}
