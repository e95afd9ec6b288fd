package cn.suinian.load.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {
    private static final LocalDate FRIDAY = SmallCity.FRIDAY;
    private static final LocalDate SATURDAY_WORKED = LocalDate.of(2026, 11, 14);
    private static final LocalDate MONDAY_OFF = LocalDate.of(2026, 11, 16);
    private static final CityTerminal TILL = SmallCity.terminal(21, "CANTEEN", TapKind.MEAL);
    private static final CityTerminal GATE = SmallCity.terminal(1, "METRO", TapKind.TRANSIT, TapKind.VENUE);

    private final CityCard stranger = SmallCity.card(99, 70, null, Set.of(), "ACTIVE");
    private final CityCard noHukou = SmallCity.card(1, 80, null, Set.of("LOW_INCOME"), "ACTIVE");
    private final CityCard sixtyFive = SmallCity.card(2, 65, "FUTIAN", Set.of(), "ACTIVE");
    private final CityCard seventy = SmallCity.card(3, 70, "LUOHU", Set.of(), "ACTIVE");
    private final CityCard centenarian = SmallCity.card(4, 100, "DAPENG", Set.of(), "ACTIVE");
    private final CityCard poor = SmallCity.card(5, 61, "BAOAN", Set.of("LOW_INCOME"), "ACTIVE");
    private final CityCard seventyFive = SmallCity.card(7, 75, "LUOHU", Set.of(), "ACTIVE");
    private final CityCard inNeedOfCare = SmallCity.card(8, 66, "BAOAN", Set.of("MODERATELY_DISABLED"), "ACTIVE");
    private final CityCard young = SmallCity.card(6, 59, "FUTIAN", Set.of(), "ACTIVE");
    private final City city = new City(
            URI.create("http://127.0.0.1:1"),
            List.of(TILL, GATE),
            Stream.concat(
                            Stream.of(noHukou, sixtyFive, seventy, centenarian, poor, young, seventyFive, inNeedOfCare),
                            statuses().map(ReferenceTest::blocked))
                    .toList());
    private final Reference reference = new Reference(
            city,
            new WorkCalendar(Set.of(MONDAY_OFF), Set.of(SATURDAY_WORKED)),
            FRIDAY.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.ofHours(8)),
            Duration.ofDays(15));
    private long seq;

    @ParameterizedTest
    @CsvSource({"2,0,1800", "3,500,1300", "4,1500,300", "5,1500,300", "1,0,1800", "8,0,1800"})
    void paysTheCapThatHukouAgeAndCategoryGive(int serial, long subsidyFen, long selfPayFen) {
        CityCard card = city.cards().get(serial - 1);

        Expectation answer = lunch(card, 11, 1800, FRIDAY.atTime(12, 0));

        assertThat(answer.subsidyFen()).isEqualTo(subsidyFen);
        assertThat(answer.selfPayFen()).isEqualTo(selfPayFen);
        assertThat(answer.reason()).isNull();
    }

    @Test
    void neverPaysMoreThanThePriceAndLetsTheDistrictOfHukouPay() {
        Expectation answer = lunch(poor, 11, 400, FRIDAY.atTime(12, 0));

        assertThat(answer.subsidyFen()).isEqualTo(400);
        assertThat(answer.selfPayFen()).isZero();
        assertThat(answer.payer()).isEqualTo(Payer.BAOAN);
        assertThat(answer.operatorSubsidyFen()).isEqualTo(200);
        assertThat(answer.balanceLeft()).isEqualTo(4);
        assertThat(answer.cue()).isEqualTo("PASS");
    }

    @Test
    void declinesTheSecondLunchOfTheDayAndTheSixthOfTheWeek() {
        LocalDate monday = LocalDate.of(2026, 11, 9);
        for (int i = 0; i < 5; i++) {
            assertThat(lunch(seventyFive, 11 + i, 900, monday.plusDays(i).atTime(12, 0))
                            .balanceLeft())
                    .isEqualTo(4 - i);
        }

        assertThat(lunch(seventyFive, 20, 900, monday.atTime(13, 0)).reason()).isEqualTo("MEAL_TAKEN_TODAY");
        assertThat(lunch(seventyFive, 21, 900, SATURDAY_WORKED.atTime(12, 0)).reason())
                .isEqualTo("MEAL_WEEK_LIMIT");
    }

    @Test
    void servesLunchOnWorkdaysAtNoonOnly() {
        assertThat(lunch(seventyFive, 11, 900, MONDAY_OFF.atTime(12, 0)).reason())
                .isEqualTo("MEAL_NOT_A_WORKDAY");
        assertThat(lunch(seventyFive, 12, 900, FRIDAY.atTime(10, 29, 59)).reason())
                .isEqualTo("MEAL_OUTSIDE_HOURS");
        assertThat(lunch(seventyFive, 13, 900, FRIDAY.atTime(13, 31)).reason()).isEqualTo("MEAL_OUTSIDE_HOURS");
        assertThat(lunch(sixtyFive, 11, 900, MONDAY_OFF.atTime(20, 0)).reason()).isNull();
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void declinesACardByItsStatus(String status) {
        Expectation answer = ride(blocked(status), 11, Direction.BOARD, 200, FRIDAY.atTime(8, 0));

        assertThat(answer.reason()).isEqualTo(status.equals("ISSUED") ? "CARD_NOT_ACTIVE" : "CARD_" + status);
        assertThat(answer.isStored()).isTrue();
        assertThat(answer.cue()).isEqualTo("HELP");
    }

    @Test
    void declinesWhoIsTooYoungWhatIsTooLateAndWhatIsNotOffered() {
        LocalDateTime morning = FRIDAY.atTime(8, 0);

        assertThat(ride(young, 11, Direction.BOARD, 200, morning).reason()).isEqualTo("HOLDER_UNDER_AGE");
        assertThat(ride(poor, 11, Direction.BOARD, 200, morning.minusDays(20)).reason())
                .isEqualTo("TAP_TOO_LATE");
        assertThat(send(GATE, poor, tap(GATE, poor, TapKind.VENUE, 12, 0, morning, null))
                        .reason())
                .isEqualTo("BENEFIT_NOT_OFFERED");
    }

    @Test
    void pairsAnExitWithItsEntryWhicheverArrivesFirst() {
        assertThat(ride(poor, 11, Direction.ENTRY, 0, FRIDAY.atTime(8, 0)).journey())
                .isEqualTo("OPENED");
        assertThat(ride(poor, 12, Direction.EXIT, 400, FRIDAY.atTime(12, 0)).journey())
                .isEqualTo("COMPLETED");
        assertThat(ride(poor, 13, Direction.EXIT, 400, FRIDAY.atTime(12, 1)).journey())
                .isEqualTo("ENTRY_MISSING");
        assertThat(ride(poor, 14, Direction.ENTRY, 0, FRIDAY.atTime(11, 50)).journey())
                .isEqualTo("COMPLETED");
        assertThat(ride(poor, 15, Direction.BOARD, 200, FRIDAY.atTime(13, 0)).journey())
                .isNull();
    }

    @Test
    void answersTheSameTapTheSameAndRefusesAnotherUnderItsNumber() {
        Tap first = tap(GATE, poor, TapKind.TRANSIT, 11, 200, FRIDAY.atTime(8, 0), Direction.BOARD);
        Expectation answer = send(GATE, poor, first);

        assertThat(reference.judge(GATE, first)).isEqualTo(answer);
        seq--;
        Tap other = tap(GATE, poor, TapKind.TRANSIT, 12, 300, FRIDAY.atTime(8, 5), Direction.BOARD);
        assertThat(reference.judge(GATE, other).problemCode()).isEqualTo(40901);
        assertThat(reference.lookUp(GATE, first)).isEqualTo(answer);
    }

    @Test
    void declinesACounterThatWasUsedOrIsFarBehind() {
        ride(poor, 200, Direction.BOARD, 200, FRIDAY.atTime(8, 0));

        assertThat(ride(poor, 200, Direction.BOARD, 200, FRIDAY.atTime(8, 1)).reason())
                .isEqualTo("COUNTER_REPLAYED");
        assertThat(ride(poor, 140, Direction.BOARD, 200, FRIDAY.atTime(8, 2)).reason())
                .isNull();
        assertThat(ride(poor, 130, Direction.BOARD, 200, FRIDAY.atTime(8, 3)).reason())
                .isEqualTo("COUNTER_TOO_OLD");
    }

    @Test
    void storesNothingOfAForgeryOrAStranger() {
        Tap genuine = tap(GATE, poor, TapKind.TRANSIT, 11, 200, FRIDAY.atTime(8, 0), Direction.BOARD);

        Expectation forged = reference.judge(GATE, genuine.withTac("0000000000000000"));
        Expectation unknown = ride(stranger, 11, Direction.BOARD, 200, FRIDAY.atTime(8, 0));

        assertThat(forged.reason()).isEqualTo("TAC_INVALID");
        assertThat(forged.isStored()).isFalse();
        assertThat(unknown.reason()).isEqualTo("CARD_UNKNOWN");
        assertThat(unknown.isStored()).isFalse();
        assertThat(reference.lookUp(GATE, genuine).problemCode()).isEqualTo(40402);
        assertThat(send(GATE, poor, genuine).isApproved()).isTrue();
    }

    @Test
    void refusesAServiceThatATerminalDoesNotOffer() {
        Tap tap = tap(GATE, poor, TapKind.MEAL, 11, 900, FRIDAY.atTime(12, 0), null);

        assertThat(reference.judge(GATE, tap).problemCode()).isEqualTo(40302);
    }

    private static Stream<String> statuses() {
        return Stream.of("ISSUED", "REPLACED", "CANCELLED", "LOST", "EXPIRED");
    }

    private static CityCard blocked(String status) {
        return SmallCity.card(100 + status.length() * 10 + status.charAt(0) % 10, 70, "FUTIAN", Set.of(), status);
    }

    private Expectation lunch(CityCard card, long counter, long priceFen, LocalDateTime at) {
        return send(TILL, card, tap(TILL, card, TapKind.MEAL, counter, priceFen, at, null));
    }

    private Expectation ride(CityCard card, long counter, Direction direction, long fareFen, LocalDateTime at) {
        return send(GATE, card, tap(GATE, card, TapKind.TRANSIT, counter, fareFen, at, direction));
    }

    private Expectation send(CityTerminal terminal, CityCard card, Tap tap) {
        assertThat(tap.cardNo()).isEqualTo(card.cardNo());
        return reference.judge(terminal, tap);
    }

    private Tap tap(
            CityTerminal terminal,
            CityCard card,
            TapKind kind,
            long counter,
            long amountFen,
            LocalDateTime at,
            Direction direction) {
        seq++;
        TapContext context = direction == null ? null : new TapContext(null, null, direction, null);
        return new Tap(
                        seq,
                        kind,
                        card.cardNo(),
                        counter,
                        amountFen,
                        at.atOffset(ZoneOffset.ofHours(8)),
                        "",
                        null,
                        context)
                .certifiedBy(card.key(), terminal.terminalId());
    }
}
