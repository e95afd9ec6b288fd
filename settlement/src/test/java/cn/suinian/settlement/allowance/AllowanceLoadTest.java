package cn.suinian.settlement.allowance;

import static cn.suinian.settlement.allowance.AllowanceCity.CHECKER;
import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All districts of a city through two months. {@code -Dsuinian.allowance.holders=800000} for its real size; the default
 * only
 * sees that it works. Says how long each step took and the most heap that was used.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AllowanceLoadTest {
    private static final Logger LOG = LoggerFactory.getLogger(AllowanceLoadTest.class);
    private static final int HOLDERS = Integer.getInteger("suinian.allowance.holders", 2_000);

    private static final String PEOPLE = """
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, date '1930-01-01' + (n::bigint * 7919 %% 9000)::int FROM generate_series(1, %1$d) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, %1$d) n;
            INSERT INTO account (holder_id, live_card, checked_on)
                SELECT n, n, '2026-05-02'::date - '1970-01-01'::date FROM generate_series(1, %1$d) n;
            INSERT INTO holder_hukou (holder_id, district, valid_from)
                SELECT n, 2 + n %% 10, '2000-01-01' FROM generate_series(1, %1$d) n;
            INSERT INTO allowance_application (holder_id, applied_on, actor)
                SELECT n, '2020-01-01', 'a test' FROM generate_series(1, %1$d) n;
            ANALYZE;
            """;

    private static final String REGISTER = """
            INSERT INTO holder_person (holder_id, name_sealed, name_index, bank_account_sealed, sex, district,
                                       consent_version, consent_at, registered_at, registered_by)
            SELECT n, p.name_sealed, p.name_index, p.bank_account_sealed, 'FEMALE', 2, '1', now(), now(), 'a test'
            FROM generate_series(2, %1$d) n, holder_person p WHERE p.holder_id = 1;
            INSERT INTO holder_document (holder_id, kind, number_sealed, person_index, recorded_at, recorded_by)
            SELECT n, 'RESIDENT_CARD', '', sha256(n::text::bytea), now(), 'a test' FROM generate_series(2, %1$d) n
            """;

    @Test
    void aCityThroughTwoMonths(Database database) throws Exception {
        try (AllowanceCity city = new AllowanceCity(database)) {
            city.ask(PEOPLE.formatted(HOLDERS));
            city.register(1, "6217007200001001");
            city.ask(REGISTER.formatted(HOLDERS));
            seal(city);
            city.ask("ANALYZE");
            peaks();
            month(city, "2026-05");
            city.today("2026-06-08");
            month(city, "2026-06");
            LOG.warn(
                    "{} holders, most heap {} MiB of {}",
                    HOLDERS,
                    peaks() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
            assertThat(city.ask("SELECT count(*) FROM allowance_payment")).isEqualTo(Integer.toString(2 * HOLDERS));
        }
    }

    /** What is sealed opens in its own row only. */
    private static void seal(AllowanceCity city) throws SQLException {
        Seals seals = new Seals(city.vault());
        city.transactions().run(transaction -> {
            try (PreparedStatement update = transaction.prepareStatement(
                    "UPDATE holder_person SET name_sealed = ?, bank_account_sealed = ? WHERE holder_id = ?")) {
                for (long n = 2; n <= HOLDERS; n++) {
                    update.setBytes(1, seals.seal(SealedColumn.NAME, n, "测试甲" + n));
                    update.setBytes(2, seals.seal(SealedColumn.BANK_ACCOUNT, n, "62170072" + (10_000_000 + n)));
                    update.setLong(3, n);
                    update.addBatch();
                    if (n % 2_000 == 0) {
                        update.executeBatch();
                    }
                }
                update.executeBatch();
            }
            return true;
        });
    }

    private static void month(AllowanceCity city, String month) throws SQLException {
        long list = 0;
        long pay = 0;
        for (District district : District.values()) {
            long began = System.nanoTime();
            AllowanceRun run = city.list(month, district);
            list += System.nanoTime() - began;
            began = System.nanoTime();
            city.runs().approve(CHECKER, city.runs().confirm(MAKER, run.runNo(), "list checked"));
            city.runs().order(MAKER, run.runNo());
            pay += System.nanoTime() - began;
            city.ask("INSERT INTO allowance_result (payment_no, outcome, actor)"
                    + " SELECT payment_no, 'PAID', 'a test' FROM allowance_payment WHERE run_no = " + run.runNo());
            city.runs().reconcile(MAKER, run.runNo());
        }
        LOG.warn(
                "{}: lists {} ms, approvals and orders {} ms",
                month,
                TimeUnit.NANOSECONDS.toMillis(list),
                TimeUnit.NANOSECONDS.toMillis(pay));
    }

    private static long peaks() {
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == java.lang.management.MemoryType.HEAP) {
                used += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return used;
    }
}
