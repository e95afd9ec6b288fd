package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardDesk.CLERK;
import static cn.suinian.core.card.office.CardDesk.COUNTER;
import static cn.suinian.core.card.office.CardDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.LossReport.By;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the acts of the counter do, what they do twice, and what two clerks do at once. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardOfficeTest {

    private static final String WAITS_FOR_THE_OTHER = """
            SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
                           AND wait_event_type = 'Lock')""";

    private final ExecutorService clerks = Executors.newFixedThreadPool(8);
    private CardDesk desk;

    @BeforeAll
    void open(Database database) throws Exception {
        desk = new CardDesk(database);
    }

    @BeforeEach
    void noon() {
        desk.clock.set(CardDesk.NOON);
    }

    @AfterAll
    void close() {
        clerks.shutdownNow();
        desk.close();
    }

    private String row(CardState card) throws Exception {
        return desk.sql("SELECT concat_ws(' ', c.status, s.status, a.live_card = c.card_serial, a.counter_high)"
                + " FROM card c JOIN card_stock s USING (card_serial) JOIN account a USING (holder_id)"
                + " WHERE card_serial = " + card.serial());
    }

    @Test
    void aWorkingCardIsHandedOverInOneAct() throws Exception {
        CardAct act = desk.office.issueAndActivate(CLERK, desk.person(), new CardChoice.NextAt(COUNTER));

        assertThat(act.already()).isFalse();
        assertThat(row(act.card())).isEqualTo("ACTIVE ISSUED t 0");
        assertThat(desk.audited(act.card().serial(), "CARD_ISSUED")).isEqualTo(1);
        assertThat(desk.file.listCards(CLERK, act.card().holderId())).containsExactly(act.card());
        desk.sql("UPDATE card_stock SET counter_id = NULL WHERE card_serial = "
                + act.card().serial());
    }

    @Test
    void whateverAReportOfLossTellsOfACardElsewhereIsCountedAndOnRecord() throws Exception {
        Actor clerk = new Actor(61L, "clerk-61", CLERK.permissions(), CLERK.scope(), "10.0.0.61");
        desk.sql("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE"
                + " SELECT n, '1950-01-01' FROM generate_series(1000061, 1000062) AS n");
        desk.sql("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                + " VALUES (61, 1000061, 'ACTIVE', now(), '2027-01-01'), (62, 1000062, 'LOST', now(), '2027-01-01'),"
                + " (63, 1000062, 'REPLACED', now(), '2027-01-01'), (64, 1000061, 'CANCELLED', now(), '2027-01-01')");
        desk.sql("INSERT INTO account (holder_id, live_card) VALUES (1000061, 61), (1000062, 62)");
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");

        assertThat(refusal(clerk, 61, CardStatus.ISSUED, null)).isEqualTo("CHANGED_MEANWHILE");
        assertThat(refusal(clerk, 61, CardStatus.ACTIVE, longAgo)).isEqualTo("LOST_BEFORE_ISSUE at lostAt");
        for (int over : new int[] {63, 64}) {
            assertThat(refusal(clerk, over, CardStatus.ACTIVE, null)).isEqualTo("CARD_UNKNOWN at card");
        }
        CardAct already = desk.office.reportLost(clerk, new CardSeen(62, CardStatus.ACTIVE), LossReport.now(By.HOLDER));

        assertThat(already.already()).isTrue();
        assertThat(desk.sql("SELECT uses FROM elsewhere_use WHERE actor = 'staff 61' AND kind = 'LOSS'"))
                .isEqualTo("5");
        assertThat(desk.sql("SELECT string_agg(act || ' ' || subject, ', ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE actor = 'clerk-61'"))
                .isEqualTo("CARD_LOSS_REFUSED 61, CARD_LOSS_REFUSED 61, CARD_LOSS_REFUSED 63, CARD_LOSS_REFUSED 64,"
                        + " CARD_VIEWED_ELSEWHERE 62");

        desk.sql("UPDATE elsewhere_use SET uses = 30 WHERE actor = 'staff 61'");
        for (int any : new int[] {61, 62, 63, 64}) {
            assertThat(refusal(clerk, any, CardStatus.ISSUED, longAgo)).isEqualTo("ENOUGH_LOSSES_ELSEWHERE");
        }
        assertThat(desk.sql("SELECT status FROM card WHERE card_serial = 61")).isEqualTo("ACTIVE");
    }

    private String refusal(Actor clerk, int serial, CardStatus seen, @Nullable Instant lostAt) {
        return catchThrowableOfType(
                        RefusedException.class,
                        () -> desk.office.reportLost(
                                clerk, new CardSeen(serial, seen), new LossReport(lostAt, By.HOLDER)))
                .getMessage();
    }

    @Test
    void everyActTwiceIsDoneOnce() throws Exception {
        long holder = desk.person();
        CardChoice.Named card = desk.card();
        CardState issued = desk.office.issue(CLERK, holder, card).card();
        assertThat(desk.office.issue(CLERK, holder, card)).isEqualTo(new CardAct(issued, true));

        CardSeen asIssued = desk.seen(issued);
        CardState active = desk.office.activate(CLERK, asIssued).card();
        assertThat(desk.office.activate(CLERK, asIssued)).isEqualTo(new CardAct(active, true));

        desk.clock.pass(Duration.ofHours(1));
        CardSeen asActive = desk.seen(active);
        CardState lost = desk.office
                .reportLost(CLERK, asActive, LossReport.now(By.HOLDER))
                .card();
        desk.clock.pass(Duration.ofHours(1));
        assertThat(desk.office.reportLost(CLERK, asActive, LossReport.now(By.STAFF)))
                .isEqualTo(new CardAct(lost, true));

        CardSeen asLost = desk.seen(lost);
        CardState found = desk.office.foundAgain(CLERK, asLost).card();
        assertThat(desk.office.foundAgain(CLERK, asLost)).isEqualTo(new CardAct(found, true));

        CardChoice.Named other = desk.card();
        CardState next = desk.office
                .replace(CLERK, asActive, other, ReplaceCause.DAMAGED)
                .card();
        assertThat(desk.office.replace(CLERK, asActive, other, ReplaceCause.DAMAGED))
                .isEqualTo(new CardAct(next, true));
        assertThat(desk.office.replace(CLERK, asActive, new CardChoice.NextAt(COUNTER), ReplaceCause.DAMAGED))
                .isEqualTo(new CardAct(next, true));

        CardSeen asNext = desk.seen(next);
        CardState ended = desk.office.cancel(SUPERVISOR, asNext, "moved away").card();
        assertThat(desk.office.cancel(SUPERVISOR, asNext, "moved away")).isEqualTo(new CardAct(ended, true));
        assertThat(desk.sql("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log WHERE subject IN ('"
                        + issued.serial() + "', '" + next.serial() + "') AND subject_kind = 'CARD'"))
                .isEqualTo("CARD_ISSUED CARD_ACTIVATED CARD_LOST CARD_FOUND CARD_REPLACED CARD_CANCELLED");
    }

    @Test
    void afterTheEndOfACardItsHolderGetsAnotherAndTheAccountGoesAlong() throws Exception {
        CardState first = desk.holder();
        desk.sql("UPDATE account SET counter_high = 9, counter_window = 3, checked_on = 20000 WHERE holder_id = "
                + first.holderId());
        desk.office.cancel(SUPERVISOR, desk.seen(first), "given back");

        CardState second = desk.office
                .issueAndActivate(CLERK, first.holderId(), desk.card())
                .card();

        assertThat(row(second)).isEqualTo("ACTIVE ISSUED t 0");
        assertThat(desk.sql("SELECT counter_window || ' ' || checked_on FROM account WHERE holder_id = "
                        + first.holderId()))
                .isEqualTo("1 20000");
    }

    @Test
    void aCardLostBeforeItWasActivatedIsNotActivatedByBeingFound() throws Exception {
        CardState card = desk.office.issue(CLERK, desk.person(), desk.card()).card();
        desk.office.reportLost(CLERK, desk.seen(card), LossReport.now(By.HOLDER));

        assertThat(desk.office.foundAgain(CLERK, desk.seen(card)).card().status())
                .isEqualTo(CardStatus.ISSUED);
        assertThat(desk.sql("SELECT listed FROM denylist_change WHERE card_serial = " + card.serial()
                        + " ORDER BY version DESC LIMIT 1"))
                .isEqualTo("f");
    }

    @Test
    void aLossCountsFromWhenItHappened() throws Exception {
        CardState card = desk.holder();
        desk.clock.pass(Duration.ofHours(5));

        CardAct act = desk.office.reportLost(
                CLERK, desk.seen(card), new LossReport(card.since().plusSeconds(60), By.SOMEBODY_FOR_THE_HOLDER));

        assertThat(act.card().since()).isEqualTo(card.since().plusSeconds(60));
    }

    @Test
    void aReplacementTakesOverTheTermAndAnExpiredOneGetsANewOne() throws Exception {
        CardState card = desk.holder();
        desk.clock.pass(Duration.ofDays(100));
        CardState next = desk.office
                .replace(CLERK, desk.seen(card), desk.card(), ReplaceCause.LOST)
                .card();
        assertThat(next.expiresOn()).isEqualTo(LocalDate.of(2027, 11, 25));
        assertThat(desk.sql("SELECT reason FROM denylist_change WHERE listed AND card_serial = " + card.serial()))
                .isEqualTo("REPLACED");

        desk.clock.pass(Duration.ofDays(330));
        CardState last = desk.office
                .replace(CLERK, desk.seen(next), desk.card(), ReplaceCause.EXPIRED)
                .card();
        assertThat(last.expiresOn()).isEqualTo(LocalDate.of(2029, 1, 29));
    }

    @Test
    void aRenewalCountsFromTheLastDayAndNotFromToday() throws Exception {
        CardState card = desk.holder();
        desk.clock.pass(Duration.ofDays(350));

        CardAct act = desk.office.renew(CLERK, desk.seen(card), card.expiresOn());
        assertThat(act.card().expiresOn()).isEqualTo(LocalDate.of(2028, 11, 25));
        assertThat(desk.office.renew(CLERK, desk.seen(card), card.expiresOn()))
                .isEqualTo(new CardAct(act.card(), true));
        assertThat(desk.audited(card.serial(), "CARD_RENEWED")).isEqualTo(1);
    }

    @Test
    void theListOfRenewalsIsReadPageByPageAndHasEveryCardOnce() throws Exception {
        List<Integer> mine = new ArrayList<>();
        desk.clock.set(CardDesk.NOON.plusYears(3));
        for (int i = 0; i < 7; i++) {
            mine.add(desk.holder().serial());
        }
        desk.clock.set(CardDesk.NOON.plusYears(4).minusMonths(1).minusDays(1));
        assertThat(desk.file.listDue(CLERK, null, 3)).isEmpty();

        desk.clock.set(CardDesk.NOON.plusYears(4).minusMonths(1));
        List<Integer> listed = new ArrayList<>();
        List<CardState> page = desk.file.listDue(CLERK, null, 3);
        while (!page.isEmpty()) {
            page.forEach(card -> listed.add(card.serial()));
            page = desk.file.listDue(CLERK, page.get(page.size() - 1), 3);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(mine).isSorted();
    }

    @Test
    void twoClerksAtOnceCannotGiveOnePersonTwoCards() throws Exception {
        for (int round = 0; round < 15; round++) {
            long holder = desk.person();
            List<Callable<CardAct>> both = List.of(
                    () -> desk.office.issueAndActivate(CLERK, holder, new CardChoice.NextAt(COUNTER)),
                    () -> desk.office.issue(SUPERVISOR, holder, new CardChoice.NextAt(COUNTER)));

            assertThat(together(both)).containsExactlyInAnyOrder("DONE", "HAS_LIVE_CARD");
            assertThat(desk.sql("SELECT count(*) FROM card_stock s JOIN card c USING (card_serial) WHERE holder_id = "
                            + holder))
                    .isEqualTo("1");
        }
        assertThat(desk.sql("SELECT count(*) FROM card_stock s WHERE status = 'ISSUED'"
                        + " AND NOT EXISTS (SELECT FROM card c WHERE c.card_serial = s.card_serial)"))
                .isEqualTo("0");
    }

    @Test
    void aCardThatSomebodyInsertsPastTheOfficeIsStillTheOnlyOne() throws Exception {
        long holder = desk.person();
        try (Connection past = desk.database.dataSource().getConnection();
                Statement statement = past.createStatement()) {
            past.setAutoCommit(false);
            statement.execute("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                    + " VALUES (88, " + holder + ", 'ISSUED', now(), '2027-01-01')");
            Future<List<String>> office = clerks.submit(
                    () -> together(List.of(() -> desk.office.issueAndActivate(CLERK, holder, desk.card()))));
            while (!"t".equals(desk.sql(WAITS_FOR_THE_OTHER))) {
                assertThat(office.isDone()).isFalse();
            }
            past.commit();
            assertThat(office.get()).containsExactly("HAS_LIVE_CARD");
        }
    }

    @Test
    void theSameCardIsNotGivenToTwoPeople() throws Exception {
        CardChoice.Named card = desk.card();
        List<Callable<CardAct>> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long holder = desk.person();
            attempts.add(() -> desk.office.issueAndActivate(CLERK, holder, card));
        }

        assertThat(together(attempts))
                .containsOnlyOnce("DONE")
                .filteredOn("CARD_NOT_IN_STOCK"::equals)
                .hasSize(5);
    }

    /** Whoever has the password of one counter cannot stop the city. */
    @Test
    void aDayHasAnEndOfLossesForOtherDistrictsHoweverManyComeAtOnce() throws Exception {
        Actor clerk = new Actor(71L, "clerk-71", CLERK.permissions(), CLERK.scope(), "10.0.0.71");
        desk.sql("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE"
                + " SELECT 1000100 + n, '1950-01-01' FROM generate_series(1, 40) n");
        desk.sql("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                + " SELECT 100 + n, 1000100 + n, 'ACTIVE', now(), '2027-01-01' FROM generate_series(1, 40) n");
        desk.sql("INSERT INTO account (holder_id, live_card)"
                + " SELECT 1000100 + n, 100 + n FROM generate_series(1, 40) n");
        List<Callable<CardAct>> losses = new ArrayList<>();
        for (int serial = 101; serial <= 140; serial++) {
            CardSeen seen = new CardSeen(serial, CardStatus.ACTIVE);
            losses.add(() -> desk.office.reportLost(clerk, seen, LossReport.now(By.HOLDER)));
        }
        assertThat(together(losses)).filteredOn("DONE"::equals).hasSize(30);
        assertThat(together(losses)).as("lost already or not").containsOnly("ENOUGH_LOSSES_ELSEWHERE");
        CardState ours = desk.holder();
        assertThat(desk.office
                        .reportLost(clerk, desk.seen(ours), LossReport.now(By.HOLDER))
                        .card()
                        .status())
                .isEqualTo(CardStatus.LOST);
        desk.clock.pass(Duration.ofDays(1));
        assertThat(together(losses))
                .as("the next day")
                .filteredOn("DONE"::equals)
                .hasSize(30);
    }

    @Test
    void lossReplacementAndDeathAtOnceNeitherBlockEachOtherForGoodNorLeaveTwoLiveCards() throws Exception {
        for (int round = 0; round < 10; round++) {
            CardState card = desk.holder();
            CardSeen active = desk.seen(card);
            CardChoice.Named next = desk.card();
            together(List.of(
                    () -> desk.office.reportLost(CLERK, active, LossReport.now(By.HOLDER)),
                    () -> desk.office.replace(CLERK, active, next, ReplaceCause.DAMAGED),
                    () -> desk.office.cancel(SUPERVISOR, active, "race"),
                    () -> {
                        desk.sql("UPDATE holder SET deceased_on = '2026-11-24' WHERE holder_id = " + card.holderId());
                        return new CardAct(card, true);
                    }));
        }
        assertThat(desk.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isEqualTo("0");
    }

    /** What came of each: DONE, or the name of the refusal. */
    private List<String> together(List<Callable<CardAct>> acts) throws Exception {
        List<Callable<String>> told = new ArrayList<>();
        for (Callable<CardAct> act : acts) {
            told.add(() -> {
                try {
                    act.call();
                    return "DONE";
                } catch (RefusedException refused) {
                    Refusal why = refused.refusal();
                    return why.name();
                }
            });
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> outcome : clerks.invokeAll(told)) {
            outcomes.add(outcome.get());
        }
        return outcomes;
    }
}
