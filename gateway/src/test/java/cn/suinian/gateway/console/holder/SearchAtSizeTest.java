package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.TapPartitions;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.timeline.TapsByHolder;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finding somebody in a full register, through the pages: every look goes by its index and reads no table whole, as the
 * server itself has counted. With {@code -Dsuinian.holders=800000} it also tells how long it takes; 20,000 in the
 * suite, since a smaller table is read whole more cheaply than twenty people are looked up.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class SearchAtSizeTest {
    private static final Logger LOG = LoggerFactory.getLogger(SearchAtSizeTest.class);
    private static final int HOLDERS = Integer.getInteger("suinian.holders", 20_000);
    private static final boolean TIMED = HOLDERS > 100_000;
    private static final int LOOKS = TIMED ? 200 : 20;
    private static final int NAMESAKES = Math.min(3_000, HOLDERS / 10);
    private static final int RIDES_A_DAY = TIMED ? 4 : 1;
    private static final Instant AT_NIGHT = Instant.parse("2026-11-22T19:00:00Z");

    private static final String OTHERS = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()""";

    private static final List<String> FULL_TABLES = List.of(
            "holder",
            "holder_person",
            "holder_document",
            "holder_statement",
            "holder_hukou",
            "card",
            "card_status",
            "account",
            "tap_20261121",
            "tap_20261122");

    private final Random random = new Random(20261123);
    private Crowd crowd;
    private HolderDesk desk;

    @Test
    void everyLookGoesByItsIndex(Database database) throws Exception {
        DataVault vault = KeystoreVault.ofColumns(Map.of(1, new byte[16]), new byte[32]);
        crowd = Crowd.of(database, vault, HOLDERS, NAMESAKES, RIDES_A_DAY);
        TestServers.ask(database, "INSERT INTO open_business_day (day) VALUES ('" + Crowd.OPEN_DAY + "')");
        new TapPartitions(database.dataSource()).makeAround(Crowd.OPEN_DAY);
        crowd.plant();
        indexClosedDays(database);
        awaitNobodyElse(database);
        String readWhole = readWhole(database);
        desk = new HolderDesk(database, vault);
        try {
            look("card", holder -> found(crowd.card(holder).digits(), holder));
            look("document", holder -> found(crowd.number(holder), holder));
            look("phone", holder -> found(crowd.phone(holder), holder));
            look("name", holder -> found(crowd.name(holder), holder));
            look("name that " + NAMESAKES + " share", this::namesakes);
            look(
                    "page",
                    holder -> shown("/holders/" + holder, crowd.card(holder).masked()));
            look("timeline", holder -> shown("/holders/" + holder + "/timeline", "示例巴士"));
        } finally {
            desk.close();
        }
        awaitNobodyElse(database);
        assertThat(readWhole(database)).as("full tables that were read whole").isEqualTo(readWhole);
        for (String index : List.of(
                "card_pkey",
                "one_holder_per_document",
                "holder_person_phone",
                "holder_person_name",
                "tap_20261121_by_holder",
                "tap_20261122_by_holder")) {
            assertThat(usesOf(database, index)).as("uses of " + index).isGreaterThanOrEqualTo(LOOKS);
        }
    }

    /** The open day has none: there is no primary key but the lanes'. */
    private void indexClosedDays(Database database) throws SQLException {
        TapsByHolder indexes = new TapsByHolder(database.dataSource());
        long began = System.nanoTime();
        for (LocalDate day = Crowd.OPEN_DAY;
                day != null;
                day = indexes.makeNext(AT_NIGHT).orElse(null)) {
            if (TIMED && day.isBefore(Crowd.OPEN_DAY)) {
                LOG.warn("taps of {} by holder: {} ms", day, (System.nanoTime() - began) / 1_000_000);
            }
            began = System.nanoTime();
        }
        if (TIMED) {
            LOG.warn(
                    "a day of taps: {}; its primary key {}, its index by holder {}",
                    TestServers.ask(database, size("table", "tap_20261122")),
                    TestServers.ask(database, size("relation", "tap_20261122_pkey")),
                    TestServers.ask(database, size("relation", "tap_20261122_by_holder")));
        }
        assertThat(TestServers.ask(database, "SELECT to_regclass('tap_20261123_by_holder')"))
                .isNull();
    }

    private static String size(String of, String name) {
        return "SELECT pg_size_pretty(pg_" + of + "_size('" + name + "'))";
    }

    private interface Look {
        void at(int holder) throws Exception;
    }

    /** As often as wanted, at people of the clerk's district; the first ones warm the pages up. */
    private void look(String what, Look look) throws Exception {
        long[] nanos = new long[LOOKS];
        for (int i = -LOOKS / 10; i < LOOKS; i++) {
            int holder = 10 * (1 + NAMESAKES / 10 + random.nextInt((HOLDERS - NAMESAKES) / 10 - 1));
            long began = System.nanoTime();
            look.at(holder);
            nanos[Math.max(0, i)] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        if (TIMED) {
            LOG.warn(
                    "{} of {} holders: p50 {} ms, p95 {} ms, longest {} ms",
                    what,
                    HOLDERS,
                    millis(nanos[LOOKS / 2]),
                    millis(nanos[LOOKS * 95 / 100]),
                    millis(nanos[LOOKS - 1]));
        }
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 100_000.0) / 10.0;
    }

    private void found(String text, int holder) throws Exception {
        assertThat(searched(text)).contains("找到 1 人", "href=\"/holders/" + holder + "\"");
    }

    private void namesakes(int unused) throws Exception {
        assertThat(searched(Crowd.SHARED_NAME)).contains("还有更多，只显示前 20 人");
    }

    private String searched(String text) throws Exception {
        HttpResponse<String> page = desk.console.post(desk.clerk, "/holders", Map.of("q", text));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private void shown(String path, String text) throws Exception {
        assertThat(desk.page(desk.clerk, path)).contains(text);
    }

    /** How often each of the full tables was read whole. */
    private static String readWhole(Database database) throws SQLException {
        return TestServers.ask(
                database,
                "SELECT string_agg(relname || ' ' || seq_scan, ', ' ORDER BY relname) FROM pg_stat_user_tables"
                        + " WHERE relname IN ('"
                        + String.join("', '", FULL_TABLES) + "')");
    }

    private static long usesOf(Database database, String index) throws SQLException {
        return Long.parseLong(TestServers.ask(
                database, "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'"));
    }

    /** A session tells what it did at its end, and not before. */
    private static void awaitNobodyElse(Database database) throws SQLException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!"0".equals(TestServers.ask(database, OTHERS))) {
            assertThat(System.nanoTime()).as("sessions end").isLessThan(patience);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
