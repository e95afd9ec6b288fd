package cn.suinian.settlement.seal;

import static cn.suinian.settlement.City.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.City;
import cn.suinian.settlement.businessday.BusinessDay.State;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Closes, seals and verifies a day of this many taps of 400 vendors; {@code -Dsuinian.day.taps=3200000} makes it a day
 * of the city.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks("an account's lunches are the subsidised lunches stored") // planted, not tapped
class DaySizeTest {
    private static final Logger LOG = LoggerFactory.getLogger(DaySizeTest.class);
    private static final int TAPS = Integer.getInteger("suinian.day.taps", 20_000);

    private static final int VENDORS = 400;

    private static final String MADE = """
            INSERT INTO vendor (code, name, kind)
                SELECT 'V-' || n, 'vendor ' || n, CASE WHEN n %% 10 = 0 THEN 'METRO' ELSE 'CANTEEN' END
                FROM generate_series(4, %2$d) n;
            INSERT INTO terminal (terminal_id, vendor_id, services)
                SELECT 440300020000 + n, n, 3 FROM generate_series(1, %2$d) n;
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1001, 1000 + %1$d) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1001, 1000 + %1$d) n;
            INSERT INTO account (holder_id, live_card, counter_high, counter_window)
                SELECT n, n, 4, 15 FROM generate_series(1001, 1000 + %1$d) n;
            """;

    /** One of four is a lunch, paid by one of the districts; the others are rides. */
    private static final String TAPPED = """
            ALTER TABLE tap DISABLE TRIGGER account_follows;
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, payer)
            SELECT 1001 + n %% %1$d, '2026-11-16', '2026-11-16', 1 + n %% %2$d, 440300020001 + n %% %2$d, n,
                   1 + n / %1$d, 7000000000 + n, '2026-11-16T04:00:00Z', '2026-11-16T04:00:01Z', 1001 + n %% %1$d,
                   CASE WHEN n < %1$d THEN 1500 ELSE 200 END, CASE WHEN n < %1$d THEN 500 ELSE 200 END, 0,
                   CASE WHEN n < %1$d THEN 2 ELSE 1 END, 0, 0, CASE WHEN n < %1$d THEN 2 + n %% 10 ELSE 1 END
            FROM generate_series(0, 4 * %1$d - 1) n
            """;

    @Test
    void isDoneWithMemoryThatDoesNotGrow(Database database) throws Exception {
        City city = City.open(database);
        city.ask(MADE.formatted(TAPS / 4, VENDORS));
        city.ask(TAPPED.formatted(TAPS / 4, VENDORS));
        resetPeaks();
        long open = System.nanoTime();
        city.close(DAY_1);
        long closed = System.nanoTime();
        long closing = peak() >> 20;
        assertThat(city.ask("SELECT count(DISTINCT vendor_id) FROM clearing_line"))
                .isEqualTo("" + VENDORS);
        byte[] key = new byte[32];
        key[31] = 7;
        KeystoreVault vault = KeystoreVault.inMemory(Map.of(1, new byte[16]), Map.of(1, new byte[16]), Map.of(1, key));
        Clock clock = Clock.systemUTC();
        Sealing sealing =
                new Sealing(database.dataSource(), vault, new AuditLog(clock), clock, State.CLEARED, "process 1");
        resetPeaks();
        long started = System.nanoTime();
        DaySeal seal = sealing.seal(DAY_1, SealListener.SILENT);
        long sealed = System.nanoTime();
        assertThat(sealing.verify(DAY_1, SealListener.SILENT)).isEmpty();
        long verified = System.nanoTime();
        assertThat(seal.sections().get(0).rows()).isEqualTo(TAPS - TAPS % 4);
        LOG.atLevel(TAPS > 20_000 ? Level.WARN : Level.INFO)
                .log(
                        "{} taps: closed in {} ms, {} MiB of heap; sealed in {} ms, verified in {} ms,"
                                + " {} MiB; chunks {} bytes",
                        TAPS,
                        (closed - open) / 1_000_000,
                        closing,
                        (sealed - started) / 1_000_000,
                        (verified - sealed) / 1_000_000,
                        peak() >> 20,
                        city.ask("SELECT pg_total_relation_size('seal_chunk')"));
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
