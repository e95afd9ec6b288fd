package cn.suinian.settlement.risk.policy;

import static cn.suinian.settlement.risk.policy.TapMaker.FUTIAN;
import static cn.suinian.settlement.risk.policy.TapMaker.LONGGANG;
import static cn.suinian.settlement.risk.policy.TapMaker.MONDAY;
import static cn.suinian.settlement.risk.policy.TapMaker.NEXT_DOOR;
import static cn.suinian.settlement.risk.policy.TapMaker.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about one holder's taps. */
class HolderTrailTest {

    @Test
    void nobodyTravelsTwentySixKilometresInSixMinutes() {
        List<RiskFlag> flags =
                walk(at("09:00:00").make(), at("09:06:00").in(LONGGANG).make());
        assertThat(flags).singleElement().satisfies(flag -> {
            assertThat(flag.kind()).isEqualTo(FlagKind.IMPOSSIBLE_TRAVEL);
            assertThat(flag.score()).isEqualTo(74);
            assertThat(flag.tap().tappedAt()).isEqualTo(Instant.parse("2026-11-16T01:06:00Z"));
            assertThat(flag.other().tappedAt()).isEqualTo(Instant.parse("2026-11-16T01:00:00Z"));
            assertThat(flag.evidence().json())
                    .isEqualTo("{\"tappedAt\":\"2026-11-16T09:06:00+08:00\","
                            + "\"otherTappedAt\":\"2026-11-16T09:00:00+08:00\",\"seconds\":360,"
                            + "\"metres\":27725,\"kmh\":238,\"limitKmh\":120,\"slackSeconds\":60}");
        });
    }

    /** 27,725 m at 120 km/h take 832 s; a minute of that is the clocks'. */
    @ParameterizedTest
    @CsvSource({"09:12:45,1", "09:12:52,0", "10:00:00,0"})
    void theTimeBetweenAndTheClocksDecide(String later, int expected) {
        assertThat(walk(at("09:00:00").make(), at(later).in(LONGGANG).make())).hasSize(expected);
    }

    @Test
    void theTillNextDoorIsTheSamePlaceEvenInTheSameSecond() {
        assertThat(walk(at("09:00:00").make(), at("09:00:00").in(NEXT_DOOR).make()))
                .isEmpty();
    }

    @Test
    void tapsWithoutAPlaceOrWithoutTheCardDoNotCountAsTravel() {
        RiskTap here = at("09:00:00").make();
        assertThat(walk(here, at("09:01:00").in(null).make())).isEmpty();
        assertThat(walk(here, at("09:01:00").in(LONGGANG).lunch().delivered().make()))
                .isEmpty();
        assertThat(walk(
                        here,
                        at("09:01:00")
                                .in(LONGGANG)
                                .declined(DeclineReason.COUNTER_REPLAYED)
                                .make()))
                .isEmpty();
        assertThat(walk(
                        here,
                        at("09:01:00")
                                .in(LONGGANG)
                                .declined(DeclineReason.MEAL_TAKEN_TODAY)
                                .make()))
                .extracting(RiskFlag::kind)
                .containsExactly(FlagKind.IMPOSSIBLE_TRAVEL);
    }

    @Test
    void aMealThatWasBroughtDoesNotHideTheJump() {
        assertThat(kinds(
                        at("09:00:00").make(),
                        at("09:02:00").in(LONGGANG).lunch().delivered().make(),
                        at("09:04:00").in(LONGGANG).make()))
                .containsExactly(FlagKind.IMPOSSIBLE_TRAVEL);
    }

    @Test
    void aBusInBetweenDoesNotHideTheJump() {
        assertThat(kinds(
                        at("09:00:00").make(),
                        at("09:02:00").in(null).ride(Direction.BOARD).make(),
                        at("09:04:00").in(LONGGANG).make()))
                .containsExactly(FlagKind.IMPOSSIBLE_TRAVEL);
    }

    /** 27.8 km in ten minutes is both; in fifteen it is neither, for somebody drove. */
    @ParameterizedTest
    @CsvSource({
        "12:10:00, IMPOSSIBLE_TRAVEL MEAL_AND_DISTANT_TRANSIT",
        "12:15:00, ''",
    })
    void aMealAndARideFarAwayMinutesApart(String ride, String expected) {
        List<FlagKind> found = kinds(
                at("12:00:00").lunch().make(),
                at(ride).in(LONGGANG).ride(Direction.ENTRY).make());
        assertThat(found.stream().map(Enum::name).reduce("", (a, b) -> (a + " " + b).strip()))
                .isEqualTo(expected);
    }

    @Test
    void theMealMayComeFirstOrLastAndMustBeApprovedAndEatenThere() {
        Place tenKilometresAway = new Place(22_633_000, 114_057_900);
        Place fourKilometresAway = new Place(22_579_100, 114_057_900);
        RiskTap ride = at("12:00:00").ride(Direction.EXIT).make();
        assertThat(kinds(ride, at("12:09:00").in(tenKilometresAway).lunch().make()))
                .containsExactly(FlagKind.MEAL_AND_DISTANT_TRANSIT);
        assertThat(kinds(ride, at("12:09:00").in(fourKilometresAway).lunch().make()))
                .isEmpty();
        assertThat(kinds(ride, at("12:10:01").in(tenKilometresAway).lunch().make()))
                .isEmpty();
        assertThat(kinds(ride, at("12:09:00").in(tenKilometresAway).unpaidMeal().make()))
                .containsExactly(FlagKind.MEAL_AND_DISTANT_TRANSIT);
        assertThat(kinds(
                        ride,
                        at("12:09:00").in(tenKilometresAway).lunch().delivered().make()))
                .isEmpty();
        assertThat(kinds(
                        ride,
                        at("12:09:00")
                                .in(tenKilometresAway)
                                .lunch()
                                .declined(DeclineReason.MEAL_TAKEN_TODAY)
                                .make()))
                .isEmpty();
    }

    @Test
    void twoPeopleWithOneCardInTheMetro() {
        List<RiskFlag> flags = walk(
                at("09:00:00").ride(Direction.ENTRY).station("Civic Centre").make(),
                at("09:20:00")
                        .ride(Direction.ENTRY)
                        .station("Window of the World")
                        .make(),
                at("09:40:00").ride(Direction.EXIT).station("Laojie").make(),
                at("09:50:00").ride(Direction.EXIT).station("Airport").make());
        assertThat(flags)
                .extracting(flag -> flag.evidence().values().get("how"))
                .containsExactly("STILL_OPEN", "BOTH_ENDED");
        assertThat(flags).extracting(RiskFlag::score).containsExactly(40, 80);
        assertThat(flags.get(1).other().tappedAt()).isEqualTo(Instant.parse("2026-11-16T01:40:00Z"));
    }

    @Test
    void anExitThatWasNotRegisteredIsToldOnceAndLow() {
        assertThat(walk(
                        at("09:00:00")
                                .ride(Direction.ENTRY)
                                .station("Civic Centre")
                                .make(),
                        at("10:00:00").ride(Direction.ENTRY).station("Laojie").make(),
                        at("10:20:00").ride(Direction.EXIT).station("Airport").make(),
                        at("11:00:00").ride(Direction.ENTRY).station("Airport").make(),
                        at("11:20:00").ride(Direction.EXIT).station("Laojie").make()))
                .extracting(RiskFlag::score)
                .containsExactly(40);
    }

    @Test
    void aGateThatDidNotOpenIsTriedAgain() {
        assertThat(walk(
                        at("09:00:00").ride(Direction.ENTRY).station("Laojie").make(),
                        at("09:00:20").ride(Direction.ENTRY).station("Laojie").make(),
                        at("09:30:00").ride(Direction.EXIT).station("Airport").make(),
                        at("09:30:10").ride(Direction.EXIT).station("Airport").make()))
                .isEmpty();
        assertThat(walk(
                        at("09:00:00").ride(Direction.ENTRY).in(FUTIAN).make(),
                        at("09:00:20").ride(Direction.ENTRY).in(NEXT_DOOR).make()))
                .isEmpty();
    }

    @Test
    void nobodyBoardsABusInsideTheMetro() {
        assertThat(walk(
                        at("09:00:00").ride(Direction.ENTRY).station("Laojie").make(),
                        at("09:10:00").ride(Direction.BOARD).station(null).make(),
                        at("09:30:00").ride(Direction.EXIT).station("Airport").make()))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.evidence().values()).containsEntry("how", "BUS_IN_BETWEEN");
                    assertThat(flag.score()).isEqualTo(70);
                });
    }

    @Test
    void aJourneyIsForgottenAfterFourHours() {
        assertThat(walk(
                        at("09:00:00").ride(Direction.ENTRY).station("Laojie").make(),
                        at("13:00:01").ride(Direction.ENTRY).station("Airport").make()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CARD_LOST,TAP_AFTER_STOP,60",
        "CARD_CANCELLED,TAP_AFTER_STOP,50",
        "CARD_REPLACED,TAP_AFTER_STOP,40",
        "HOLDER_DECEASED,TAP_AFTER_DEATH,60"
    })
    void declinedTapsOfStoppedCards(DeclineReason reason, FlagKind kind, int score) {
        assertThat(walk(at("09:00:00").declined(reason).make())).singleElement().satisfies(flag -> {
            assertThat(flag.kind()).isEqualTo(kind);
            assertThat(flag.score()).isEqualTo(score);
            assertThat(flag.other()).isNull();
            assertThat(flag.evidence().values()).containsEntry("outcome", reason.name());
        });
    }

    @Test
    void everyOtherReasonAloneIsNoRisk() {
        Stream.of(DeclineReason.values())
                .filter(reason -> !List.of(
                                DeclineReason.CARD_LOST,
                                DeclineReason.CARD_CANCELLED,
                                DeclineReason.CARD_REPLACED,
                                DeclineReason.HOLDER_DECEASED)
                        .contains(reason))
                .forEach(reason -> assertThat(
                                walk(at("09:00:00").declined(reason).make()))
                        .as(reason.name())
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-15,1", "2026-11-16,0", "2026-11-20,0"})
    void aTapOnTheDayOfDeathIsNone(String died, int expected) {
        List<RiskFlag> flags =
                walk(at("09:00:00").ride(Direction.BOARD).deceasedOn(died).make());
        assertThat(flags).hasSize(expected);
        flags.forEach(flag -> assertThat(flag.evidence().values())
                .containsEntry("daysAfter", 1L)
                .containsEntry("outcome", "APPROVED"));
    }

    @Test
    void aTapInGoodFaithIsToldWithWhatItCost() {
        assertThat(walk(at("09:00:00").ride(Direction.BOARD).goodFaith().make()))
                .singleElement()
                .satisfies(flag -> assertThat(
                                flag.kind() + " " + flag.evidence().values().get("subsidyFen"))
                        .isEqualTo("GOOD_FAITH_TAP 250"));
    }

    @Test
    void oneReplayIsAMistakeThreeAreNot() {
        List<RiskTap> replays = Stream.of("09:00:00", "09:20:00", "09:40:00", "09:41:00", "09:42:00", "09:43:00")
                .map(time -> at(time).declined(DeclineReason.COUNTER_REPLAYED).make())
                .toList();
        assertThat(walk(replays.subList(0, 2).toArray(RiskTap[]::new))).isEmpty();
        assertThat(walk(replays.toArray(RiskTap[]::new)))
                .extracting(flag -> flag.kind() + " " + flag.evidence().values().get("replays"))
                .containsExactly("COUNTER_REPLAYED 3", "COUNTER_REPLAYED 6");
        assertThat(walk(
                        replays.get(0),
                        replays.get(1),
                        at("10:20:01").declined(DeclineReason.COUNTER_REPLAYED).make()))
                .isEmpty();
    }

    @Test
    void holdersAreNotMixedUp() {
        assertThat(walk(
                        at("09:00:00").make(),
                        at("09:01:00").in(LONGGANG).holder(2).make()))
                .isEmpty();
    }

    @Test
    void nothingIsSaidAboutTheRunUp() {
        List<RiskFlag> flags = new ArrayList<>();
        Trails trails = Trails.ofHolders(RiskLimits.DEFAULT, Instant.parse("2026-11-16T01:30:00Z"), flags::add);
        trails.accept(at("09:00:00").make());
        trails.accept(at("09:01:00").in(LONGGANG).make());
        assertThat(flags).isEmpty();
        trails.accept(at("09:30:00").in(LONGGANG).make());
        trails.accept(at("09:31:00").make());
        assertThat(flags).hasSize(1);
    }

    @Test
    void tapsOutOfOrderAreAMistakeOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> walk(at("09:00:01").make(), at("09:00:00").make()));
    }

    private static List<FlagKind> kinds(RiskTap... taps) {
        return walk(taps).stream().map(RiskFlag::kind).sorted().toList();
    }

    private static List<RiskFlag> walk(RiskTap... taps) {
        List<RiskFlag> flags = new ArrayList<>();
        Trails trails = Trails.ofHolders(
                RiskLimits.DEFAULT,
                MONDAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().minusSeconds(86_400),
                flags::add);
        List.of(taps).forEach(trails);
        return flags;
    }
}
