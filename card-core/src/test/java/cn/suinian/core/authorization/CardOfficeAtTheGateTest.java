package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LiveCity.get;
import static cn.suinian.core.card.office.CardDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardDesk;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done at the counter, as the gates of two nodes see it at the very next tap. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class CardOfficeAtTheGateTest {

    private static final LaneConfig CONFIG = new LaneConfig(2, 5_000, 64, 15_000, 12, 15_000, 1_000);
    private static final CardSeen OLD = new CardSeen(PersonBuilder.cardOf(1), CardStatus.ACTIVE);

    private LiveCity city;
    private CardDesk desk;
    private Authorizer one;
    private Authorizer other;

    @BeforeEach
    void open(Database database) throws Exception {
        city = new LiveCity(database, 3);
        city.sql("SELECT setval(pg_get_serial_sequence('holder', 'holder_id'), 100)");
        city.sql("INSERT INTO holder_category (holder_id, category, valid_from)"
                + " VALUES (1, 'MODERATELY_DISABLED', '2020-01-01')");
        desk = new CardDesk(database);
        one = city.node(CONFIG);
        other = city.node(CONFIG);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        city.close();
    }

    private static TapBuilder bus(long number) {
        return TapBuilder.of(1).transit(Direction.BOARD, 200).number(number);
    }

    private static TapBuilder with(CardState card, long counter, TapBuilder tap) {
        return tap.card(card.serial()).counter(counter);
    }

    private static Answer tap(Authorizer node, TapBuilder tap) throws Exception {
        return get(node.authorize(tap.build()));
    }

    @Test
    void aCardReportedLostIsRefusedByEveryNodeAndWorksAgainWhenItIsFound() throws Exception {
        assertThat(tap(one, bus(1)).approved()).isTrue();
        assertThat(tap(other, bus(2)).approved()).isTrue();
        desk.office.reportLost(CLERK, OLD, LossReport.now(LossReport.By.HOLDER));

        assertThat(tap(one, bus(3)).reason()).isEqualTo(DeclineReason.CARD_LOST);
        assertThat(tap(other, bus(4)).reason()).isEqualTo(DeclineReason.CARD_LOST);
        desk.office.foundAgain(CLERK, new CardSeen(OLD.serial(), CardStatus.LOST));
        assertThat(tap(one, bus(5)).approved()).isTrue();
        assertThat(tap(other, bus(6)).approved()).isTrue();
    }

    @Test
    void aReplacementKeepsTheLunchAndTheVoucherAndEndsTheOldCard() throws Exception {
        assertThat(tap(one, TapBuilder.of(1).number(40)).subsidyFen()).isEqualTo(500);
        Answer care = tap(other, TapBuilder.of(1).care("HOME_CARE", 10_000).number(41));
        assertThat(care.subsidyFen()).isEqualTo(5_000);

        CardState next =
                desk.office.replace(CLERK, OLD, desk.card(), ReplaceCause.LOST).card();

        assertThat(tap(one, bus(42)).reason()).isEqualTo(DeclineReason.CARD_REPLACED);
        assertThat(tap(other, with(next, 1, bus(43))).approved()).isTrue();
        assertThat(tap(one, with(next, 2, TapBuilder.of(1).number(44))).subsidyFen())
                .isZero();
        Answer more = tap(
                one, with(next, 3, TapBuilder.of(1).care("HOME_CARE", 10_000).number(45)));
        assertThat(more.balanceLeft()).isEqualTo(80_000 - 10_000);
        assertThat(tap(other, with(next, 3, bus(46))).reason()).isEqualTo(DeclineReason.COUNTER_REPLAYED);
        assertThat(tap(other, bus(47)).reason()).isEqualTo(DeclineReason.CARD_REPLACED);
        assertThat(city.sql("SELECT live_card || ' ' || counter_high FROM account WHERE holder_id = 1"))
                .isEqualTo(next.serial() + " 3");
    }

    @Test
    void lateTapsOfTheOldCardCountOnceAndLeaveTheCountersOfTheNewOneAlone() throws Exception {
        tap(one, bus(40));
        CardState next = desk.office
                .replace(CLERK, OLD, desk.card(), ReplaceCause.DAMAGED)
                .card();
        tap(one, with(next, 1, bus(41)));

        Tap before = bus(39).at(TapBuilder.WEDNESDAY_NOON.minusHours(3))
                .arrivingAfter(Duration.ofHours(4))
                .build();
        Answer late = get(other.authorize(before));
        assertThat(late.approved()).isTrue();
        assertThat(get(one.authorize(before))).isEqualTo(late);
        assertThat(get(one.authorize(bus(40).build())).approved()).isTrue();

        Tap after = bus(38).at(TapBuilder.WEDNESDAY_NOON.plusMinutes(1))
                .arrivingAfter(Duration.ofHours(4))
                .build();
        assertThat(get(other.authorize(after)).reason()).isEqualTo(DeclineReason.CARD_REPLACED);
        assertThat(city.sql("SELECT counter_high || ' ' || counter_window FROM account WHERE holder_id = 1"))
                .isEqualTo("1 3");
        assertThat(city.sql("SELECT count(*) FROM tap WHERE card_serial = " + OLD.serial()))
                .isEqualTo("3");
    }

    @Test
    void aMetroEntryWithTheOldCardIsCompletedByAnExitWithTheNewOne() throws Exception {
        tap(one, TapBuilder.of(1).transit(Direction.ENTRY, 0).number(1));
        CardState next = desk.office
                .replace(CLERK, OLD, desk.card(), ReplaceCause.DAMAGED)
                .card();

        TapBuilder exit =
                TapBuilder.of(1).transit(Direction.EXIT, 500).number(2).at(TapBuilder.WEDNESDAY_NOON.plusMinutes(30));
        Answer answer = tap(other, with(next, 1, exit));

        assertThat(answer.subsidyFen()).isEqualTo(500);
        assertThat(city.sql("SELECT pair_seq FROM tap WHERE terminal_seq = 2")).isEqualTo("1");
    }

    @Test
    void somebodysFirstCardWorksAtItsFirstTapAndNotBeforeItIsActivated() throws Exception {
        long holder = desk.person();
        CardState card = desk.office.issue(CLERK, holder, desk.card()).card();
        TapBuilder first = TapBuilder.of(holder).transit(Direction.BOARD, 200).number(1);
        assertThat(tap(one, with(card, 1, first)).reason()).isEqualTo(DeclineReason.CARD_NOT_ACTIVE);

        desk.office.activate(CLERK, new CardSeen(card.serial(), CardStatus.ISSUED));

        TapBuilder second = TapBuilder.of(holder).transit(Direction.BOARD, 200).number(2);
        assertThat(tap(one, with(card, 2, second)).approved()).isTrue();
    }

    @Test
    void anExpiredCardWorksAgainAtTheTapAfterItsRenewal() throws Exception {
        city.sql("UPDATE card SET expires_on = '2026-11-24' WHERE holder_id = 1");
        assertThat(tap(one, bus(1)).reason()).isEqualTo(DeclineReason.CARD_EXPIRED);

        desk.office.renew(CLERK, OLD, LocalDate.of(2026, 11, 24));

        assertThat(tap(one, bus(2)).approved()).isTrue();
    }
}
