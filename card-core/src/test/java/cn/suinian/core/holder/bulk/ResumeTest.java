package cn.suinian.core.holder.bulk;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.CLOCK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.register.Counter;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.RawDump;
import cn.suinian.core.postgres.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills, several nodes, counters that register the same people meanwhile, and what is forgotten when. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ResumeTest {
    private static final String KILL_SESSIONS = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'""";

    /** Sessions of the database are killed in the middle of chunks; another node goes on each time. */
    @Test
    void aRunThatIsKilledAnywhereGoesOnAtAnotherNodeAndDoesEachRowOnce(Database database) throws Exception {
        List<Map<String, String>> people = People.many(3_000);
        long fileNo;
        try (BulkDesk first = new BulkDesk(database)) {
            fileNo = first.received(People.csv(people));
        }
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger kills = new AtomicInteger();
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
            // Ever more seldom: a machine on which a node needs longer than this to begin would never get to the end.
            for (double pause = 0.15; !over.get(); pause = Math.min(1.1 * pause, 5)) {
                kills.addAndGet(Integer.parseInt(ask(database, KILL_SESSIONS)));
                ask(database, "SELECT 1 FROM pg_sleep(" + pause + ")");
            }
        });
        Clock clock = CLOCK;
        int lost = 0;
        while (!finished(database, fileNo)) {
            // Files that failed wait a while: each node is a minute further.
            clock = Clock.offset(clock, Duration.ofMinutes(1));
            try (BulkDesk desk = new BulkDesk(database, clock)) {
                while (desk.rounds.step() && !finished(database, fileNo)) {
                    startWhenChecked(desk, fileNo);
                }
            } catch (java.sql.SQLException killed) {
                lost++;
            }
        }
        over.set(true);
        killer.join();
        assertThat(kills.get()).as("sessions killed, and nodes lost " + lost).isPositive();
        try (BulkDesk desk = new BulkDesk(database)) {
            assertThat(desk.files.file(CLERK, fileNo).tally()).isEqualTo(new Tally(0, 3_000, 0, 0, 0, 0, 0));
            assertThat(ask(database, "SELECT count(*) || ' ' || count(DISTINCT row_no) FROM bulk_registration"))
                    .isEqualTo("3000 3000");
            assertThat(ask(database, "SELECT count(*) FROM holder")).isEqualTo("3000");
        }
    }

    private static void startWhenChecked(BulkDesk desk, long fileNo) throws Exception {
        BulkState state = desk.files.file(CLERK, fileNo).state();
        if (state == BulkState.CHECKED || state == BulkState.STOPPED) {
            desk.files.start(CLERK, fileNo);
        }
    }

    private static boolean finished(Database database, long fileNo) {
        return "DONE".equals(patiently(database, "SELECT state FROM bulk_file WHERE file_no = " + fileNo));
    }

    /** The killer kills whoever asks, too. */
    private static String patiently(Database database, String sql) {
        while (true) {
            try {
                return TestServers.ask(database, sql);
            } catch (java.sql.SQLException killed) {
                Thread.onSpinWait();
            }
        }
    }

    /** Two nodes at two files, and a counter where the same people queue. */
    @Test
    void twoNodesAndACounterRegisterEachPersonOnce(Database database) throws Exception {
        List<Map<String, String>> people = People.many(1_200);
        try (BulkDesk one = new BulkDesk(database);
                BulkDesk two = new BulkDesk(database)) {
            List<Map<String, String>> mixed = new ArrayList<>(people);
            java.util.Collections.shuffle(mixed, new java.util.Random(5));
            long first = one.received(People.csv(people));
            long second = one.received(People.csv(mixed));
            one.work();
            one.files.start(CLERK, first);
            one.files.start(CLERK, second);
            CompletableFuture<Void> nodeOne = CompletableFuture.runAsync(() -> work(one));
            CompletableFuture<Void> nodeTwo = CompletableFuture.runAsync(() -> work(two));
            int atCounter = 0;
            for (int i = people.size() - 1; i > people.size() - 200; i -= 2) {
                Registered outcome = one.counter.register.register(
                        CLERK,
                        Counter.with(
                                new GivenDocument(
                                        DocumentKind.RESIDENT_CARD,
                                        people.get(i).get("证件号码")),
                                people.get(i).get("姓名")));
                atCounter += outcome instanceof Registered.NewHolder ? 1 : 0;
            }
            nodeOne.join();
            nodeTwo.join();
            Tally a = one.files.file(CLERK, first).tally();
            Tally b = one.files.file(CLERK, second).tally();
            assertThat(a.registered() + b.registered() + atCounter).isEqualTo(1_200);
            assertThat(a.registered() + a.known()).isEqualTo(1_200);
            assertThat(b.registered() + b.known()).isEqualTo(1_200);
            assertThat(ask(database, "SELECT count(*) FROM holder")).isEqualTo("1200");
        }
    }

    private static void work(BulkDesk desk) {
        try {
            while (ask(desk).contains("RUNNING")) {
                desk.rounds.step();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String ask(BulkDesk desk) throws Exception {
        return desk.counter.ask("SELECT string_agg(state, ' ') FROM bulk_file");
    }

    @Test
    void aFileThatCannotBeDoneIsStoppedAndGoesOnWhenAClerkLetsIt(Database database) throws Exception {
        long fileNo;
        try (BulkDesk desk = new BulkDesk(database)) {
            fileNo = desk.received(People.csv(People.many(3)));
        }
        ask(database, "CREATE TABLE kept AS SELECT * FROM bulk_row");
        ask(
                database,
                "UPDATE bulk_row SET content_sealed = set_byte(content_sealed, 9, 255 - get_byte(content_sealed, 9))");
        Clock clock = CLOCK;
        for (int i = 0; i < 8; i++) {
            clock = Clock.offset(clock, Duration.ofMinutes(2));
            try (BulkDesk desk = new BulkDesk(database, clock)) {
                desk.rounds.step();
            }
        }
        try (BulkDesk desk = new BulkDesk(database, clock)) {
            assertThat(desk.files.file(CLERK, fileNo).state()).isEqualTo(BulkState.STOPPED);
            assertThat(desk.rounds.step()).isFalse();
            ask(
                    database,
                    "UPDATE bulk_row r SET content_sealed = k.content_sealed FROM kept k WHERE r.row_id = k.row_id");
            ask(database, "DROP TABLE kept");
            desk.files.start(CLERK, fileNo);
            desk.work();
            assertThat(desk.files.file(CLERK, fileNo).tally().fit()).isEqualTo(3);
        }
    }

    @Test
    void whatWasSentIsForgottenInTime(Database database) throws Exception {
        byte[] content = People.csv(List.of(People.somebody(), People.with(People.somebody(), "联系电话", "1")));
        long done;
        long abandoned;
        try (BulkDesk desk = new BulkDesk(database)) {
            done = desk.through(content).fileNo();
            abandoned = desk.received(People.csv(People.many(4)));
            desk.work();
        }
        try (BulkDesk week = new BulkDesk(database, Clock.offset(CLOCK, Duration.ofDays(8)))) {
            week.work();
            assertThat(week.files.file(CLERK, abandoned).state()).isEqualTo(BulkState.CANCELLED);
            assertThat(ask(database, "SELECT count(*) FROM bulk_row")).isEqualTo("0");
            assertThat(ask(database, "SELECT count(*) FROM bulk_fault")).isEqualTo("1");
            assertThat(week.files.receive(CLERK, "x", content).again()).isTrue();
        }
        try (BulkDesk month = new BulkDesk(database, Clock.offset(CLOCK, Duration.ofDays(39)))) {
            month.work();
            assertThat(ask(database, "SELECT count(*) FROM bulk_fault")).isEqualTo("0");
            assertThat(month.files.file(CLERK, done).purged()).isTrue();
            assertThat(month.files.receive(CLERK, "x", content).again()).isFalse();
            assertThat(ask(database, "SELECT count(*) FROM bulk_registration")).isEqualTo("1");
        }
    }

    /** What somebody with a copy of the whole database reads while a file waits: nothing. */
    @Test
    void nothingOfAFileStandsInClear(Database database) throws Exception {
        Map<String, String> person = People.with(People.somebody(), "银行账号", "622299887766");
        person = People.with(person, "户籍依据", "证号甲字第七七七号");
        Map<String, String> wrong = People.with(People.somebody(), "联系电话", "139876543");
        try (BulkDesk desk = new BulkDesk(database)) {
            desk.files.receive(CLERK, "批量老人甲的名单.csv", People.csv(List.of(person, wrong)));
            dumpHoldsNothingOf(database, person, wrong);
            desk.work();
            dumpHoldsNothingOf(database, person, wrong);
            desk.files.start(CLERK, 1);
            desk.work();
            assertThat(desk.files.file(CLERK, 1).tally().registered()).isEqualTo(1);
            dumpHoldsNothingOf(database, person, wrong);
        }
    }

    @SafeVarargs
    private static void dumpHoldsNothingOf(Database database, Map<String, String>... people) throws Exception {
        String dump = RawDump.of(database);
        assertThat(dump).contains("BULK_FILE_RECEIVED").doesNotContain("批量老人甲");
        for (Map<String, String> person : people) {
            for (String head : List.of("姓名", "证件号码", "联系电话", "银行账号", "户籍依据")) {
                String secret = person.getOrDefault(head, "户口簿");
                if (!secret.equals("户口簿")) {
                    assertThat(dump)
                            .doesNotContain(secret)
                            .doesNotContain(java.util.HexFormat.of().formatHex(secret.getBytes(UTF_8)));
                }
            }
        }
    }

    private static String ask(Database database, String sql) {
        try {
            return TestServers.ask(database, sql);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
