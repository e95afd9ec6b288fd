package cn.suinian.settlement.seal;

import static cn.suinian.settlement.City.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeystoreVault;
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

/** Seals and verifies a day of this many taps; the system property {@code suinian.seal.taps} makes it 3,200,000. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SealSizeTest {
    private static final Logger LOG = LoggerFactory.getLogger(SealSizeTest.class);
    private static final int TAPS = Integer.getInteger("suinian.seal.taps", 20_000);

    private static final String PEOPLE = """
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1001, 1000 + %1$d) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1001, 1000 + %1$d) n;
            INSERT INTO account (holder_id, live_card, counter_high, counter_window)
                SELECT n, n, 4, 15 FROM generate_series(1001, 1000 + %1$d) n;
            ALTER TABLE tap DISABLE TRIGGER account_follows;
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, payer, line, station)
            SELECT 1001 + n %% %1$d, '2026-11-16', '2026-11-16', 1, 440300010001, n, 1 + n / %1$d, 7000000000 + n,
                   '2026-11-16T04:00:00Z', '2026-11-16T04:00:01Z', 1001 + n %% %1$d, 200, 200, 0, 1, 0, 0, 1, '1', 'A'
            FROM generate_series(0, 4 * %1$d - 1) n
            """;

    @Test
    void isDoneWithMemoryThatDoesNotGrow(Database database) throws Exception {
        City city = City.open(database);
        city.ask(PEOPLE.formatted(TAPS / 4));
        city.close(DAY_1);
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
        LOG.info(
                "{} taps: sealed in {} ms, verified in {} ms, peak heap {} MiB, chunks {} bytes",
                TAPS,
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
