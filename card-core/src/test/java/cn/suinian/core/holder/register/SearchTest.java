package cn.suinian.core.holder.register;

import static cn.suinian.core.holder.register.Counter.AUDITOR;
import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.OTHER_CLERK;
import static cn.suinian.core.holder.register.Counter.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.lookup.Elsewhere;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.Hits;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.lookup.SearchText.Kind;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class SearchTest {
    private static Counter counter;

    @BeforeAll
    static void open(Database database) {
        counter = new Counter(database);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    @Test
    void findsAHolderByEveryThingTheyMayBring() throws Exception {
        String number = Numbers.of("440000", LocalDate.of(1941, 2, 3), 77);
        Registration given = Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, number), "测试·查找");
        long holder = counter.registered(given);
        int card = counter.card(holder);
        String phone = given.contact().phone();
        for (String text : new String[] {
            new CardNumber(card).digits(),
            new CardNumber(card).digits().replaceAll("(.{4})", "$1 "),
            number,
            number.toLowerCase(Locale.ROOT),
            phone,
            "+86 " + phone,
            "测试查找",
            " 测试•查找 "
        }) {
            Hits hits = counter.register.find(CLERK, SearchText.of(text));
            assertThat(hits.hits()).as(text).singleElement().satisfies(hit -> {
                assertThat(hit.holderId()).isEqualTo(holder);
                assertThat(hit.name()).isEqualTo("测****");
                assertThat(hit.bornOn()).isEqualTo("1941-**-**");
                assertThat(hit.documents()).containsExactly("440*************" + number.substring(16));
                assertThat(hit.card()).isEqualTo(new CardNumber(card).masked());
                assertThat(hit.cardStatus()).isEqualTo(CardStatus.ACTIVE);
                assertThat(hit.visible()).isTrue();
            });
            assertThat(counter.register.find(OTHER_CLERK, SearchText.of(text)).hits())
                    .as("in another district")
                    .isEmpty();
        }
        assertThat(counter.register.find(AUDITOR, SearchText.of(number)).hits()).hasSize(1);
    }

    @Test
    void aWholeNumberFindsTheCardOfAHolderOfAnotherDistrictAndNothingElseOfThem() throws Exception {
        String number = Numbers.of("440000", LocalDate.of(1941, 2, 4), 78);
        Registration given = Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, number), "测试别区");
        long holder = counter.registered(given);
        assertThat(counter.register.find(OTHER_CLERK, SearchText.of(number)).elsewhere())
                .as("without a card")
                .isEmpty();
        int card = counter.card(holder);
        for (String text : new String[] {new CardNumber(card).digits(), number}) {
            Hits hits = counter.register.find(OTHER_CLERK, SearchText.of(text));
            assertThat(hits.hits()).isEmpty();
            assertThat(hits.elsewhere())
                    .containsExactly(new Elsewhere("测***", District.FUTIAN, card, CardStatus.ACTIVE));
            assertThat(counter.register.find(CLERK, SearchText.of(text)).elsewhere())
                    .as("served here")
                    .isEmpty();
            assertThat(counter.register.find(AUDITOR, SearchText.of(text)).elsewhere())
                    .as("the whole city is here")
                    .isEmpty();
        }
        for (String text : new String[] {given.contact().phone(), given.name()}) {
            assertThat(counter.register.find(OTHER_CLERK, SearchText.of(text)).elsewhere())
                    .as("by name or phone")
                    .isEmpty();
        }
        Actor looksOnly =
                new Actor(8L, "looker", Set.of(Permission.HOLDER_SEARCH), new Scope(District.LUOHU, null), "192.0.2.1");
        assertThat(counter.register.find(looksOnly, SearchText.of(number)).elsewhere())
                .as("who may not report a loss")
                .isEmpty();
        assertThat(counter.register.findElsewhere(CLERK, new CardNumber(card))).isEmpty();
        assertThat(counter.register.findElsewhere(OTHER_CLERK, new CardNumber(card)))
                .isPresent();
        assertThat(counter.ask("SELECT act || ' ' || actor || ' ' || subject FROM audit_log ORDER BY entry_no DESC"
                        + " LIMIT 1"))
                .isEqualTo("CARD_VIEWED_ELSEWHERE clerk-2 " + card);
        counter.ask("UPDATE card SET status = 'CANCELLED' WHERE card_serial = " + card);
        assertThat(counter.register
                        .find(OTHER_CLERK, SearchText.of(new CardNumber(card).digits()))
                        .elsewhere())
                .as("a card that has ended")
                .isEmpty();
    }

    @Test
    void theTrailSaysWhoWasMetInAnotherDistrict() throws Exception {
        long holder = counter.registered(Counter.somebody());
        int card = counter.card(holder);
        counter.register.find(OTHER_CLERK, SearchText.of(new CardNumber(card).digits()));
        assertThat(counter.ask("SELECT after FROM audit_log ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("elsewhere=1\nhits=0\nkind=CARD\nmet=" + holder);
    }

    @Test
    void aDayHasAnEndOfLooksAtOtherDistricts() throws Exception {
        CardNumber card = new CardNumber(counter.card(counter.registered(Counter.somebody())));
        Actor clerk = Counter.staff(31, "clerk-31", Role.COUNTER_CLERK, District.LUOHU);
        used("staff 31", "LOOK", 99);
        assertThat(counter.register.findElsewhere(clerk, card)).isPresent();
        assertThat(refusal(() -> counter.register.findElsewhere(clerk, card))).isEqualTo("ENOUGH_ELSEWHERE");
        Hits hits = counter.register.find(clerk, SearchText.of(card.digits()));
        assertThat(hits.elsewhere()).isEmpty();
        assertThat(hits.ownDistrictOnly()).isTrue();
        assertThat(counter.register.findElsewhere(OTHER_CLERK, card))
                .as("somebody else")
                .isPresent();
        assertThat(counter.register.findElsewhere(CLERK, card))
                .as("the own district")
                .isEmpty();
    }

    @Test
    void aDayHasAnEndOfSearchesBeyondTheOwnDistrictAndNoneInIt() throws Exception {
        CardNumber card = new CardNumber(counter.card(counter.registered(Counter.somebody())));
        Actor clerk = Counter.staff(32, "clerk-32", Role.COUNTER_CLERK, District.LUOHU);
        Actor ours = Counter.staff(33, "clerk-33", Role.COUNTER_CLERK, District.FUTIAN);
        used("staff 32", "SEARCH", 299);
        used("staff 33", "SEARCH", 300);
        SearchText nobody = SearchText.of(new CardNumber(4_999_999).digits());
        assertThat(counter.register.find(clerk, nobody).ownDistrictOnly()).isFalse();
        Hits hits = counter.register.find(clerk, SearchText.of(card.digits()));
        assertThat(hits.ownDistrictOnly()).isTrue();
        assertThat(hits.elsewhere()).isEmpty();
        assertThat(counter.ask("SELECT after FROM audit_log ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("elsewhere=left\nhits=0\nkind=CARD");
        assertThat(counter.register.find(clerk, SearchText.of("测试无此人")).ownDistrictOnly())
                .as("by name")
                .isFalse();
        Hits found = counter.register.find(ours, SearchText.of(card.digits()));
        assertThat(found.hits()).hasSize(1);
        assertThat(found.ownDistrictOnly()).as("served here").isFalse();
        assertThat(counter.register.find(AUDITOR, nobody).ownDistrictOnly())
                .as("the whole city is here")
                .isFalse();
    }

    private static void used(String actor, String kind, int uses) throws SQLException {
        counter.ask("INSERT INTO elsewhere_use VALUES ('" + actor + "', '" + Counter.TODAY + "', '" + kind + "', "
                + uses + ")");
    }

    @Test
    void theTrailKnowsThatSomebodySearchedButNotForWhat() throws Exception {
        counter.register.find(CLERK, SearchText.of("测试无此人"));
        assertThat(counter.ask(
                        "SELECT act || ' ' || actor || ' ' || after FROM audit_log ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("HOLDER_SEARCHED clerk-1 hits=0\nkind=NAME");
        assertThat(SearchText.of("测试无此人")).asString().doesNotContain("测试");
        assertThat(refusal(() -> counter.register.find(
                        Counter.staff(5, "admin", Role.ADMINISTRATOR, null), SearchText.of("测试无此人"))))
                .isEqualTo("NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "3104870460000000017, CARD",
        "11010519491231002X, DOCUMENT",
        "H12345678, DOCUMENT",
        "12345678, DOCUMENT PHONE",
        "13800138000, PHONE",
        "075588880000, PHONE",
        "+852 9123 4567, PHONE",
        "欧阳测试, NAME",
        "Test Person, NAME"
    })
    void decidesWhatATextIs(String text, String kinds) {
        String typed = text.startsWith("310487") ? new CardNumber(1).digits() : text;
        assertThat(SearchText.of(typed).kinds().stream().map(Kind::name).toList())
                .containsExactly(kinds.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "3104870460000000010", "138001380000", "王1", "X1"})
    void saysThatANumberIsWrongInsteadOfFindingNobody(String text) {
        assertThat(refusal(() -> SearchText.of(text))).isEqualTo("SEARCH_NUMBER at q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "王", "%", "'--"})
    void wantsAWholeName(String text) {
        assertThat(refusal(() -> SearchText.of(text))).isEqualTo("SEARCH_TEXT at q");
    }

    @Test
    @FreshDatabase
    void everySearchUsesAnIndex(Database fresh) throws Exception {
        try (Counter crowded = new Counter(fresh)) {
            plant(fresh, 50_000);
            assertThat(crowded.register.find(CLERK, SearchText.of("测试同名")).hits())
                    .isEmpty();
            String index = "decode(repeat('ab', 32), 'hex')";
            assertThat(plan(
                            fresh,
                            "SELECT holder_id FROM holder_person p WHERE name_index = " + index
                                    + " AND (2::smallint IS NULL OR p.district = 2) ORDER BY p.holder_id LIMIT 21"))
                    .contains("holder_person_name")
                    .doesNotContain("Seq Scan");
            assertThat(plan(fresh, "SELECT holder_id FROM holder_person p WHERE phone_index = " + index))
                    .contains("holder_person_phone");
            assertThat(plan(
                            fresh,
                            "SELECT p.holder_id FROM holder_document d JOIN holder_person p USING (holder_id)"
                                    + " WHERE d.person_index = " + index + " AND d.ended_at IS NULL"))
                    .contains("one_holder_per_document")
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    @FreshDatabase
    void aListOfHitsHasAnEnd(Database fresh) throws Exception {
        try (Counter crowded = new Counter(fresh)) {
            for (int i = 0; i < 23; i++) {
                String number = Numbers.of("440000", LocalDate.of(1950, 1, 1).plusDays(i), i);
                crowded.registered(Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, number), "测试同名"));
            }
            Hits hits = crowded.register.find(CLERK, SearchText.of("测试同名"));
            assertThat(hits.more()).isTrue();
            assertThat(hits.hits()).hasSize(20).extracting(Hit::holderId).isSorted();
            assertThat(crowded.ask("SELECT after FROM audit_log ORDER BY entry_no DESC LIMIT 1"))
                    .isEqualTo("hits=20+\nkind=NAME");
        }
    }

    /** Strangers whose values nobody opens. */
    private static void plant(Database database, int count) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE"
                    + " SELECT 1000 + n, '1950-01-01' FROM generate_series(1, " + count + ") n");
            statement.execute("""
                    INSERT INTO holder_person (holder_id, name_sealed, name_index, phone_sealed, phone_index, sex,
                        district, consent_version, consent_at, registered_at, registered_by)
                    SELECT holder_id, '', sha256((holder_id % 20000)::text::bytea), '', sha256(holder_id::text::bytea),
                        'MALE', 2 + holder_id % 10, '1', now(), now(), 'a'
                    FROM holder WHERE holder_id > 1000""");
            statement.execute("""
                    INSERT INTO holder_document (holder_id, kind, number_sealed, person_index, recorded_at, recorded_by)
                    SELECT holder_id, 'TAIWAN_PASS', '', sha256(holder_id::text::bytea), now(), 'a'
                    FROM holder WHERE holder_id > 1000""");
            statement.execute("ANALYZE");
        }
    }

    private static String plan(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
