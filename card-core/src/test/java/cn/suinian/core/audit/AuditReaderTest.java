package cn.suinian.core.audit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.MovableClock;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AuditReaderTest {
    private static final Actor AUDITOR = new Actor(5L, "auditor", Role.AUDITOR.permissions(), Scope.CITY, "10.1.1.1");
    private static final Actor CLERK = new Actor(6L, "clerk", Role.COUNTER_CLERK.permissions(), Scope.CITY, "10.1.1.2");

    private final MovableClock clock = new MovableClock();
    private final AuditLog log = new AuditLog(clock);
    private Transactions transactions;
    private AuditReader reader;

    @BeforeEach
    void open(Database database) {
        transactions = Transactions.over(database, 2);
        reader = new AuditReader(transactions, log);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void onlyWhoeverMayReadsAnything() {
        assertThatThrownBy(() -> reader.page(CLERK, AuditQuery.ALL, 0, 10)).hasMessage("NOT_ALLOWED");
        assertThatThrownBy(() ->
                        reader.export(CLERK, AuditQuery.ALL, "why not", AuditReaderTest::words, new StringBuilder()))
                .hasMessage("NOT_ALLOWED");
    }

    @Test
    void pagesThroughEveryEntryOnceWithTheNewestFirst() throws SQLException {
        for (int i = 1; i <= 25; i++) {
            act(CLERK, AuditEntry.of("CARD_ISSUED", "CARD", i));
        }
        List<Long> seen = new ArrayList<>();
        long before = 0;
        while (true) {
            List<AuditRow> page = reader.page(AUDITOR, AuditQuery.ALL, before, 10);
            page.forEach(row -> seen.add(row.entryNo()));
            if (page.size() < 10) {
                break;
            }
            before = page.get(9).entryNo();
        }
        assertThat(seen).hasSize(25).startsWith(25L).endsWith(1L).doesNotHaveDuplicates();
    }

    @Test
    void findsByTimeActorActSubjectAndTextOfTheReason() throws SQLException {
        act(CLERK, AuditEntry.of("CARD_LOST", "CARD", 7).because("Left it on the 100% electric bus"));
        clock.pass(Duration.ofHours(1));
        Instant later = clock.instant();
        act(AUDITOR, AuditEntry.of("CARD_LOST", "CARD", 8));
        act(CLERK, AuditEntry.of("CARD_FOUND", "CARD", 7).because("在公交车上找到"));

        assertThat(numbers(new AuditQuery(later, null, null, null, null, null, null)))
                .containsExactly(3L, 2L);
        assertThat(numbers(new AuditQuery(null, later, null, null, null, null, null)))
                .containsExactly(1L);
        assertThat(numbers(new AuditQuery(null, null, "clerk", null, null, null, null)))
                .containsExactly(3L, 1L);
        assertThat(numbers(new AuditQuery(null, null, null, "CARD_LOST", null, null, null)))
                .containsExactly(2L, 1L);
        assertThat(numbers(AuditQuery.about("CARD", 7))).containsExactly(3L, 1L);
        assertThat(numbers(AuditQuery.about("HOLDER", 7))).isEmpty();
        assertThat(numbers(new AuditQuery(null, null, null, null, null, null, "the 100% ELECTRIC")))
                .containsExactly(1L);
        assertThat(numbers(new AuditQuery(null, null, null, null, null, null, "公交车")))
                .containsExactly(3L);
        assertThat(numbers(new AuditQuery(null, null, "' OR true --", null, null, null, "_")))
                .isEmpty();
    }

    @Test
    void anExportDoesNothingInASpreadsheetAndIsInTheTrailItself() throws Exception {
        for (String typed :
                List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "say \"no\", then go")) {
            act(CLERK, AuditEntry.of("NOTED", "CARD", 1).because(typed));
        }
        act(CLERK, AuditEntry.of("NOTED", "CARD", 1).with(Map.of("a", "1", "b", "2")));
        StringBuilder csv = new StringBuilder();

        long written = reader.export(AUDITOR, AuditQuery.ALL, "yearly audit", AuditReaderTest::words, csv);

        assertThat(written).isEqualTo(9);
        assertThat(csv.toString())
                .startsWith(AuditCsv.HEADER
                        + "9,2026-11-23T09:00:00+08:00,5,auditor,10.1.1.1,AUDIT_EXPORTED,,,,,yearly audit")
                .contains(
                        ",'=cmd|' /C calc'!A0,NOTED in words",
                        ",'=1+1\r\n",
                        ",'+1,NOTED in words",
                        ",'-1,NOTED in words",
                        ",'@SUM(A1),NOTED in words",
                        ",'\tx,NOTED in words",
                        ",\"'\rx\",NOTED in words",
                        ",\"say \"\"no\"\", then go\",NOTED in words",
                        ",\"a=1\nb=2\",,NOTED in words");
        assertThatThrownBy(() -> reader.export(AUDITOR, AuditQuery.ALL, " ", AuditReaderTest::words, csv))
                .isInstanceOf(RefusedException.class)
                .hasMessage("REASON_WANTED at reason");
    }

    @Test
    void anExportOfMoreThanAPageHasEveryEntryOnce() throws Exception {
        transactions.run(transaction -> {
            for (int i = 1; i <= 2_500; i++) {
                log.append(transaction, CLERK, AuditEntry.of("NOTED", "CARD", i));
            }
            return null;
        });
        StringBuilder csv = new StringBuilder();

        assertThat(reader.export(
                        AUDITOR,
                        new AuditQuery(null, null, "clerk", null, null, null, null),
                        "all",
                        AuditReaderTest::words,
                        csv))
                .isEqualTo(2_500);
        assertThat(csv.toString()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", 2)[0])
                        .distinct())
                .hasSize(2_500);
    }

    @Test
    void findsOneEntryByItsNumber() throws SQLException {
        act(CLERK, AuditEntry.of("NOTED", "HOLDER", 1));
        act(CLERK, AuditEntry.of("NOTED", "HOLDER", 2));

        assertThat(reader.find(AUDITOR, 1)).map(AuditRow::subject).contains("1");
        for (long none : new long[] {0, 3, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(reader.find(AUDITOR, none)).isEmpty();
        }
        assertThatThrownBy(() -> reader.find(CLERK, 1)).hasMessage("NOT_ALLOWED");
    }

    @Test
    void anAuditorOfADistrictReadsNothingOfTheWholeCitysTrail() throws SQLException {
        act(CLERK, AuditEntry.of("NOTED", "HOLDER", 1));
        Scope district = new Scope(District.FUTIAN, null);
        Actor auditor = new Actor(6L, "part", Role.AUDITOR.permissions(), district, "10.1.1.1");

        assertThatThrownBy(() -> reader.page(auditor, AuditQuery.ALL, 0, 10)).hasMessage("ONLY_A_PART");
        assertThatThrownBy(() -> reader.find(auditor, 1)).hasMessage("ONLY_A_PART");
        assertThatThrownBy(() ->
                        reader.export(auditor, AuditQuery.ALL, "all", AuditReaderTest::words, new StringBuilder()))
                .hasMessage("ONLY_A_PART");
        ChainInspection chain = new ChainInspection(transactions, log, clock);
        assertThatThrownBy(() -> chain.head(auditor)).hasMessage("ONLY_A_PART");
        assertThatThrownBy(() -> chain.inspect(auditor)).hasMessage("ONLY_A_PART");
    }

    @Test
    void ofACardsSerialOnlyTheLastDigitsAreShown() throws Exception {
        act(CLERK, AuditEntry.of("CARD_REPLACED", "CARD", 12345678).with(Map.of("by", "42", "status", "REPLACED")));
        act(CLERK, AuditEntry.of("HOLDER_VIEWED", "HOLDER", 12345678));

        AuditRow card = reader.find(AUDITOR, 1).orElseThrow();
        assertThat(card.maskedSubject()).isEqualTo("****5678");
        assertThat(card.maskedAfter()).containsExactly(entry("by", "****0042"), entry("status", "REPLACED"));
        assertThat(reader.find(AUDITOR, 2).orElseThrow().maskedSubject()).isEqualTo("12345678");
        StringBuilder csv = new StringBuilder();
        reader.export(
                AUDITOR,
                new AuditQuery(null, null, null, null, "CARD", null, null),
                "check",
                AuditReaderTest::words,
                csv);
        assertThat(csv)
                .contains(",CARD,****5678,,\"by=****0042\nstatus=REPLACED\",")
                .doesNotContain("12345678");
    }

    @Test
    void lookingAtTheChainIsAnEntryThatSaysWhatWasFound() throws Exception {
        ChainInspection chain = new ChainInspection(transactions, log, clock);
        assertThatThrownBy(() -> chain.head(CLERK)).hasMessage("NOT_ALLOWED");
        assertThatThrownBy(() -> chain.inspect(CLERK)).hasMessage("NOT_ALLOWED");
        assertThat(chain.last(AUDITOR)).isEmpty();
        assertThat(chain.head(AUDITOR).entryNo()).isZero();
        act(CLERK, AuditEntry.of("NOTED", "CARD", 1));

        ChainState found = chain.inspect(AUDITOR);

        assertThat(found.whole()).isTrue();
        assertThat(found.entryNo()).isEqualTo(1);
        assertThat(chain.last(AUDITOR).orElseThrow().maskedAfter())
                .containsExactly(entry("entry", "1"), entry("found", "whole"), entry("hash", found.hash()));
        assertThat(chain.head(AUDITOR).entryNo()).isEqualTo(2);
        assertThat(chain.inspect(AUDITOR).whole()).isTrue();
    }

    private List<Long> numbers(AuditQuery query) throws SQLException {
        return reader.page(AUDITOR, query, 0, 100).stream()
                .map(AuditRow::entryNo)
                .toList();
    }

    private void act(Actor actor, AuditEntry entry) throws SQLException {
        transactions.run(transaction -> log.append(transaction, actor, entry));
    }

    private static AuditWords words(AuditRow row) {
        return new AuditWords(row.act() + " in words", "", "", "", "=1+1");
    }
}
