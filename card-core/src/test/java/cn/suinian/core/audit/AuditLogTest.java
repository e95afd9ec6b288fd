package cn.suinian.core.audit;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AuditLogTest {
    private static final Actor HOUSE = Actor.house("test");
    private static final String UNGUARDED = "SET session_replication_role = replica; ";

    private final MovableClock clock = new MovableClock();
    private final AuditLog log = new AuditLog(clock);
    private Transactions transactions;

    @BeforeEach
    void open(Database database) {
        transactions = Transactions.over(database, 8);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void actsThatHappenAtTheSameInstantStandOneAfterTheOther(Database database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> acts = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                int number = i;
                acts.add(() -> act(number));
            }
            for (Future<Long> done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ask(database, "SELECT count(*) || ' to ' || max(entry_no) FROM audit_log"))
                .isEqualTo("80 to 80");
        assertThat(breaches()).isEmpty();
    }

    @Test
    void anActThatIsUndoneLeavesNeitherEntryNorGap(Database database) throws SQLException {
        act(1);
        assertThatThrownBy(() -> transactions.run(transaction -> {
                    log.append(transaction, HOUSE, entry(2));
                    throw new IllegalStateException("it went wrong after all");
                }))
                .hasMessage("it went wrong after all");
        act(3);

        assertThat(ask(database, "SELECT string_agg(subject, ' ' ORDER BY entry_no) FROM audit_log"))
                .isEqualTo("1 3");
        assertThat(breaches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at           | at + interval '1 microsecond'
            staff_id     | 7
            actor        | $$other$$
            address      | $$10.9.9.9$$
            act          | $$OTHER$$
            subject_kind | $$CARD$$
            subject      | $$5$$
            before       | $$a=2$$
            after        | $$$$
            reason       | NULL
            hash         | decode(repeat('00', 32), 'hex')
            """)
    void anEditOfAnyColumnIsNamed(String column, String value, Database database) throws SQLException {
        fill(5);
        ask(database, UNGUARDED + "UPDATE audit_log SET " + column + " = " + value + " WHERE entry_no = 3");

        assertThat(breaches()).singleElement().asString().startsWith("entry 3 of 2026-11-23T");
        mend(database);
    }

    @Test
    void textThatMovesFromOneColumnToTheNextIsFound(Database database) throws SQLException {
        fill(3);
        ask(database, UNGUARDED + """
                UPDATE audit_log SET before = before || left(after, 1), after = substr(after, 2) WHERE entry_no = 2""");

        assertThat(breaches()).singleElement().asString().startsWith("entry 2 of");
        mend(database);
    }

    @Test
    void anEntryThatWasRemovedIsNamedWhereverItStood(Database database) throws SQLException {
        fill(5);
        ask(database, UNGUARDED + "CREATE TABLE kept AS SELECT * FROM audit_log");
        for (int removed = 1; removed <= 5; removed++) {
            ask(database, UNGUARDED + "DELETE FROM audit_log WHERE entry_no = " + removed);
            assertThat(breaches()).singleElement().asString().startsWith("entry " + removed + " is missing");
            ask(database, UNGUARDED + "INSERT INTO audit_log SELECT * FROM kept WHERE entry_no = " + removed);
        }
        assertThat(breaches()).isEmpty();
    }

    @Test
    void anEntryThatWasRemovedAndClosedUpOverIsNamed(Database database) throws SQLException {
        fill(5);
        ask(database, UNGUARDED + """
                DELETE FROM audit_log WHERE entry_no = 3;
                UPDATE audit_log SET entry_no = entry_no - 1 WHERE entry_no = 4;
                UPDATE audit_log SET entry_no = entry_no - 1 WHERE entry_no = 5;
                UPDATE audit_head SET entry_no = 4""");

        assertThat(breaches()).singleElement().asString().startsWith("entry 3 of");
        mend(database);
    }

    @Test
    void anEntryThatWasSlippedInIsNamed(Database database) throws SQLException {
        fill(3);
        ask(database, UNGUARDED + """
                INSERT INTO audit_log SELECT 4, at, staff_id, actor, address, act, subject_kind, subject, before, after,
                    reason, hash FROM audit_log WHERE entry_no = 3""");
        assertThat(breaches()).singleElement().asString().startsWith("entry 4 of");
        ask(database, UNGUARDED + "DELETE FROM audit_log WHERE entry_no = 4");
        ask(
                database,
                UNGUARDED
                        + "UPDATE audit_head SET entry_no = 2, hash = (SELECT hash FROM audit_log WHERE entry_no = 2)");

        assertThat(breaches())
                .singleElement()
                .asString()
                .startsWith("entry 3 was slipped in behind the head of the chain");
        mend(database);
    }

    @Test
    void aForgedHeadIsRefusedAndFoundAllTheSame(Database database) throws SQLException {
        fill(3);
        for (String forgery : List.of(
                "UPDATE audit_head SET hash = decode(repeat('ab', 32), 'hex')",
                "UPDATE audit_head SET entry_no = 2, hash = (SELECT hash FROM audit_log WHERE entry_no = 2)",
                "UPDATE audit_head SET entry_no = 4",
                "DELETE FROM audit_head")) {
            assertThatThrownBy(() -> ask(database, forgery)).isInstanceOf(SQLException.class);
        }
        ask(database, UNGUARDED + "UPDATE audit_head SET hash = decode(repeat('ab', 32), 'hex')");

        assertThat(breaches()).singleElement().asString().startsWith("the head of the chain has another hash");
        mend(database);
    }

    private void fill(int entries) throws SQLException {
        for (int i = 1; i <= entries; i++) {
            act(i);
        }
    }

    /** So that the checks after the test hold. */
    private static void mend(Database database) throws SQLException {
        ask(database, UNGUARDED + """
                DELETE FROM audit_log;
                UPDATE audit_head SET entry_no = 0, hash = decode(repeat('00', 32), 'hex')""");
    }

    private long act(int number) throws SQLException {
        clock.pass(Duration.ofNanos(1_234_567));
        return transactions.run(transaction -> log.append(transaction, HOUSE, entry(number)));
    }

    private static AuditEntry entry(int number) {
        return AuditEntry.of("TESTED", "HOLDER", number)
                .changed(Map.of("a", "1"), Map.of("a", "2", "b", "3"))
                .because("because of " + number);
    }

    private List<String> breaches() throws SQLException {
        return transactions.run(AuditChain::breaches);
    }
}
