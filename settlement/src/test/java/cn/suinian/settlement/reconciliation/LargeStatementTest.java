package cn.suinian.settlement.reconciliation;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.statement.IngestProgress;
import cn.suinian.settlement.statement.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A large statement: {@code -Dsuinian.statement.rows=1000000} for the figures of docs/performance.md. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("an account's window holds the counters of the stored taps") // planted, not tapped
class LargeStatementTest {
    private static final Logger LOG = LoggerFactory.getLogger(LargeStatementTest.class);
    private static final long ROWS = Long.getLong("suinian.statement.rows", 2_000);
    private static final long FAULT_EVERY = 1_000;

    private static final String TAPS = """
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT 1 + n %% 200, d, d, 1, 440300010001, n, 1 + (n - 1) / 200, 7,
                   d + time '12:00' + n %% 40000 * interval '1 s', now(),
                   1 + n %% 200, 300, 300, 0, 0, 1, 0, 0, 1
            FROM generate_series(1, %d) n, (SELECT date '%s') AS made (d)
            """;

    @Test
    void isTakenInAndComparedWithinBounds(Database database, @TempDir Path directory) throws Exception {
        Path large = directory.resolve("large.csv");
        write(large);
        City city = City.open(database);
        city.ask("ALTER TABLE tap DISABLE TRIGGER ALL");
        city.ask(TAPS.formatted(ROWS, DAY_1));
        city.ask("ALTER TABLE tap ENABLE TRIGGER ALL");
        city.ask("UPDATE account SET counter_window = -1, version = version + 1, counter_high = " + ROWS / 200);
        city.close(DAY_1);
        city.ask("ANALYZE tap");
        try (Stand stand = new Stand(city);
                InputStream file = Files.newInputStream(large)) {
            // Without statistics, as it is right after the first ingest.
            city.ask("ALTER TABLE statement_row SET (autovacuum_enabled = off)");
            resetPeaks();
            long began = System.nanoTime();
            Statement statement = stand.statements
                    .take(CLERK, METRO, "large", file, IngestProgress.SILENT)
                    .statement();
            long taken = System.nanoTime();
            RunReport report = stand.run(METRO, DAY_1);
            long compared = System.nanoTime();
            LOG.warn(
                    "{} rows: ingest {} ms, compare {} ms, again {} ms, peak heap {} MiB",
                    ROWS,
                    (taken - began) / 1_000_000,
                    (compared - taken) / 1_000_000,
                    again(stand),
                    peakMebibytes());
            assertThat(statement.state()).isEqualTo(Statement.State.READY);
            assertThat(statement.counts().good()).isEqualTo(ROWS);
            assertThat(report.openBreaks()).isEqualTo(ROWS / FAULT_EVERY);
            assertThat(report.riskFen()).isEqualTo(ROWS / FAULT_EVERY * 10);
        }
    }

    private static long again(Stand stand) throws Exception {
        long began = System.nanoTime();
        assertThat(stand.run(METRO, DAY_1).changedAnything()).isFalse();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("H,METRO-1," + DAY_1 + "\ntap_time,terminal,seq,card,service,amount,subsidy\n");
            long fen = 0;
            for (long n = 1; n <= ROWS; n++) {
                out.write(row(n));
                fen += fen(n);
            }
            out.write("T,%d,%d,%d\n".formatted(ROWS, fen, fen));
        }
    }

    private static long fen(long n) {
        return n % FAULT_EVERY == 0 ? 310 : 300;
    }

    private static String row(long n) {
        long second = 43_200 + n % 40_000;
        return DAY_1 + "T" + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60)
                + "+08:00,440300010001," + n + "," + (1 + n % 200) + ",1," + fen(n) + "," + fen(n) + "\n";
    }

    private static String two(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakMebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
