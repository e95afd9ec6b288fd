package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LiveCity.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.LedgerFailure.Kind;
import cn.suinian.core.authorization.TapLedger.Batch;
import cn.suinian.core.authorization.TapLedger.Entry;
import cn.suinian.core.authorization.TapLedger.Loaded;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.terminal.Service;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written is what is read, and the one statement does what the lanes rely on. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({
    "an account's window holds the counters of the stored taps",
    "an account's lunches are the subsidised lunches stored",
    "the half that an account waits with is a tap of that person",
    "a completed journey has an entry and a later exit"
})
class PostgresLedgerTest {

    private static final LocalDate OPEN_DAY = LocalDate.of(2026, 11, 25);
    private static final FactsSeen SEEN = new FactsSeen(
            103, District.DAPENG, EnumSet.allOf(Category.class), CardStatus.CANCELLED, true, true, 80_000);
    private static final Answer PLAIN = new Answer(null, 0, null, null, null);

    private LiveCity city;
    private PostgresLedger ledger;

    @BeforeEach
    void open(Database database) throws SQLException {
        city = new LiveCity(database, 10);
        ledger = city.ledger();
    }

    @AfterEach
    void close() throws Exception {
        get(ledger.close());
        city.close();
    }

    private static Entry plain(long holder, long number) {
        return entry(TapBuilder.of(holder).number(number).build(), PLAIN);
    }

    private static Entry entry(Tap tap, Answer answer) {
        return new Entry(tap, answer, 1, SEEN);
    }

    private static Batch batch(LocalDate openDay, Account account, Entry... entries) {
        return new Batch(List.of(account), List.of(entries), List.of(), openDay);
    }

    private Account account(long holder) throws Exception {
        return facts(holder).account();
    }

    private Facts facts(long holder) throws Exception {
        return get(ledger.load(List.of(holder))).facts().get(holder);
    }

    @Test
    void readsPeopleAsTheyWereWritten() throws Exception {
        city.sql("UPDATE holder SET deceased_on = '2026-11-24' WHERE holder_id = 2");
        city.sql("UPDATE holder_hukou SET valid_to = '2026-11-18' WHERE holder_id = 2");
        city.sql("INSERT INTO holder_hukou VALUES (2, 11, '2026-11-18')");
        city.sql("INSERT INTO holder_category VALUES (2, 'LOW_INCOME', '2020-01-01', '2026-12-01')");
        city.sql("DELETE FROM holder_hukou WHERE holder_id = 3");
        city.sql("UPDATE card SET status = 'LOST', status_since = '2026-11-25T12:00:00.9+08' WHERE holder_id = 2");
        Loaded loaded = get(ledger.load(List.of(1L, 2L, 3L, 99L)));

        assertThat(loaded.openDay()).isEqualTo(OPEN_DAY);
        assertThat(loaded.facts()).containsOnlyKeys(1L, 2L, 3L);
        assertThat(loaded.facts().get(1L))
                .usingRecursiveComparison()
                .ignoringFields("cards.history.recordedAt")
                .isEqualTo(PersonBuilder.of(1).build());
        assertThat(loaded.facts().get(3L).holder())
                .isEqualTo(PersonBuilder.of(3).noHukou().holder());
        Facts second = loaded.facts().get(2L);
        assertThat(second.holder().hukou())
                .extracting(period -> period.what())
                .containsExactlyInAnyOrder(District.FUTIAN, District.DAPENG);
        assertThat(second.holder().categoriesOn(OPEN_DAY)).containsExactly(Category.LOW_INCOME);
        assertThat(second.holder().deceasedBefore(OPEN_DAY)).isTrue();
        Card lost = second.cards().get(0);
        assertThat(lost.status()).isEqualTo(CardStatus.LOST);
        assertThat(lost.history()).extracting(Stood::status).containsExactly(CardStatus.ACTIVE, CardStatus.LOST);
        assertThat(lost.history().get(1).since())
                .isEqualTo(Instant.parse("2026-11-25T04:00:00Z").getEpochSecond());
        assertThat(lost.history()).extracting(Stood::listed).containsExactly(false, true);
        assertThat(lost.history()).extracting(Stood::listVersion).containsExactly(0L, 1L);
        assertThat(second.account().version()).as("each change moved it").isEqualTo(6);
    }

    @Test
    void readsBackTheAccountItWrote() throws Exception {
        Account next = new Account(
                1,
                1,
                1_000_001,
                new ReplayWindow(0xFFFF_FFFFL, -1L),
                new MealDays(20_782, Long.MIN_VALUE | 1),
                new JourneyHalf(JourneyHalf.Kind.EXIT, 1_795_392_000L, 999_999_999_999L, 0xFFFF_FFFFL),
                Usage.NONE.plus(5, Period.MONTH, OPEN_DAY, 80_000).plus(255, Period.DAY, OPEN_DAY, 0xFFFF_FFFFL),
                20_782);

        assertThat(get(ledger.post(batch(OPEN_DAY, next, plain(1, 1))))).containsExactly(1L);
        assertThat(account(1)).isEqualTo(next.committed());
    }

    @Test
    void readsBackEveryAnswerItWroteWithAnyPartMissing() throws Exception {
        Map<TapKey, Answer> expected = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Answer answer : answers()) {
            int n = entries.size();
            Tap tap = TapBuilder.of(1)
                    .service(Service.TRANSIT)
                    .number(n + 1L)
                    .tac(n % 2 == 0 ? Long.MIN_VALUE + n : n)
                    .context(context(n))
                    .build();
            entries.add(entry(tap, answer));
            expected.put(tap.key(), answer);
        }
        get(ledger.post(new Batch(List.of(account(1)), entries, List.of(), OPEN_DAY)));
        Map<TapKey, StoredTap> found = get(ledger.lookUp(expected.keySet()));

        assertThat(found).hasSameSizeAs(expected);
        found.forEach((key, stored) -> {
            assertThat(stored.answer()).isEqualTo(expected.get(key));
            assertThat(stored.seen()).isEqualTo(SEEN);
            assertThat(stored.accountVersion()).isEqualTo(1);
            assertThat(stored.reversal()).isNull();
        });
        assertThat(found.values())
                .extracting(StoredTap::tac)
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(entry -> entry.tap().tac()).toList());
    }

    /** Every combination of what may be missing, and every reason, outcome and payer. */
    private static List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        List<@Nullable Grant> grants = new ArrayList<>();
        grants.add(null);
        for (int payer = 1; payer <= 11; payer++) {
            grants.add(new Grant(
                    1 + payer % 4,
                    payer % 4 == 0 ? "TRANSIT" : "MEAL",
                    new Payer(payer),
                    payer * 100,
                    payer % 2 * 200));
        }
        List<@Nullable Journey> journeys = new ArrayList<>(Arrays.asList((Journey) null));
        for (Outcome outcome : Outcome.values()) {
            journeys.add(new Journey(outcome, 0, 0));
            journeys.add(new Journey(outcome, 999_999_999_999L, 0xFFFF_FFFFL));
        }
        for (Grant grant : grants) {
            for (Journey journey : journeys) {
                answers.add(new Answer(null, grant == null ? 0 : 1_800, grant, null, journey));
                answers.add(new Answer(null, 0, grant, 4, journey));
            }
        }
        for (DeclineReason reason : DeclineReason.values()) {
            answers.add(Answer.declined(reason, null));
            answers.add(Answer.declined(reason, 0));
        }
        return answers;
    }

    private static Tap.Context context(int bits) {
        return new Tap.Context(
                null,
                (bits & 1) == 0 ? null : "11号线 \"东\"",
                (bits & 2) == 0 ? null : "车公庙, 𠮷\\N{}",
                (bits & 4) == 0 ? null : "",
                (bits & 8) == 0 ? null : 1L << 53);
    }

    @Test
    void anAccountThatMovedElsewhereTakesItsTapsWithIt() throws Exception {
        Account one = account(1);
        Account two = account(2);
        city.sql("UPDATE holder SET deceased_on = '2026-11-24' WHERE holder_id = 1");

        assertThat(get(ledger.post(
                        new Batch(List.of(one, two), List.of(plain(2, 1), plain(1, 1)), List.of(), OPEN_DAY))))
                .containsExactly(2L);
        assertThat(city.sql("SELECT string_agg(holder_id::text, ' ') FROM tap")).isEqualTo("2");
    }

    @Test
    void aDayThatIsCutTakesNoTaps() throws Exception {
        Account one = account(1);
        city.sql("UPDATE open_business_day SET day = day + 1");

        assertThat(get(ledger.post(batch(OPEN_DAY, one, plain(1, 1))))).isEmpty();
        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo("0");
        assertThat(get(ledger.post(batch(OPEN_DAY.plusDays(1), one, plain(1, 1)))))
                .containsExactly(1L);
        assertThat(city.sql("SELECT tap_date || ' in ' || settle_date FROM tap"))
                .isEqualTo("2026-11-25 in 2026-11-26");
    }

    @Test
    void aKeyThatIsTakenRollsTheWholeBatchBack() throws Exception {
        get(ledger.post(batch(OPEN_DAY, account(1), plain(1, 1))));
        Batch again =
                new Batch(List.of(account(1), account(2)), List.of(plain(1, 1), plain(2, 1)), List.of(), OPEN_DAY);

        assertThatThrownBy(() -> get(ledger.post(again)))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LedgerFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.KEY_TAKEN));
        assertThat(account(2).version()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatDoesNotLetUsInHasRefusedNoTap() {
        assertNothingHappened(
                new PostgresLedger(city.vertx, city.database.named("not_there").connectOptions()));
        assertNothingHappened(
                new PostgresLedger(city.vertx, city.database.connectOptions().addProperty("work_mem", "a lot")));
    }

    private static void assertNothingHappened(PostgresLedger stranger) {
        assertThatThrownBy(() -> get(stranger.load(List.of(1L))))
                .cause()
                .isInstanceOfSatisfying(
                        LedgerFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.ROLLED_BACK));
    }
}
