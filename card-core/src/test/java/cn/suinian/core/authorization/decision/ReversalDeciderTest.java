package cn.suinian.core.authorization.decision;

import static cn.suinian.core.authorization.decision.PersonBuilder.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.Seeds;
import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.Usage;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.ReversalDecider.Verdict.NeverSeen;
import cn.suinian.core.authorization.decision.ReversalDecider.Verdict.NothingToUndo;
import cn.suinian.core.authorization.decision.ReversalDecider.Verdict.TooLate;
import cn.suinian.core.authorization.decision.ReversalDecider.Verdict.Undone;
import cn.suinian.core.authorization.decision.ReversalDecider.Verdict.UndoneBefore;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.holder.Category;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReversalDeciderTest {

    private static final PersonBuilder PERSON = person();

    private static PersonBuilder person() {
        return PersonBuilder.of(1).category(Category.MODERATELY_DISABLED, LONG_AGO, null);
    }

    private static TapBuilder tap() {
        return TapBuilder.of(1);
    }

    private static Decided decide(Facts facts, Tap tap) {
        return (Decided) Decider.decide(facts, tap, Prior.ABSENT, Rulings.CITY);
    }

    private static StoredTap stored(Tap tap, Decided decided, @Nullable Reversal reversal) {
        return new StoredTap(
                tap.key(),
                tap.vendorId(),
                tap.service(),
                tap.context().direction(),
                tap.cardSerial(),
                tap.amountFen(),
                tap.tappedAt(),
                tap.receivedAt(),
                tap.key().tapDate(),
                tap.tac(),
                decided.answer(),
                1L,
                decided.seen(),
                reversal);
    }

    private static ReversalDecider.Verdict reverse(Facts facts, Tap tap, @Nullable StoredTap stored, Duration after) {
        Reversal.Request request = new Reversal.Request(
                tap.key(), Reversal.Cause.TILL_ERROR, tap.tappedAt().plus(after));
        return ReversalDecider.decide(facts, request, stored, Rulings.CITY);
    }

    private static Account undone(Tap tap) {
        return undone(PERSON.build(), tap);
    }

    private static Account undone(Facts facts, Tap tap) {
        Decided decided = decide(facts, tap);
        Undone undone =
                (Undone) reverse(facts.with(decided.next()), tap, stored(tap, decided, null), Duration.ofMinutes(1));
        return undone.next();
    }

    @Test
    void aLunchComesBackAndTheCounterDoesNot() {
        Tap tap = tap().number(5).build();
        Account after = undone(tap);

        assertThat(after.meals().takenOn(tap.key().tapDate())).isFalse();
        assertThat(after.counters().high()).isEqualTo(5);
    }

    @Test
    void theRowTakesBackExactlyWhatTheTapGave() {
        Tap tap = tap().meal(1_800).delivered().build();
        Decided decided = decide(PERSON.build(), tap);
        Undone undone = (Undone)
                reverse(PERSON.build().with(decided.next()), tap, stored(tap, decided, null), Duration.ofMinutes(1));

        Reversal row = undone.reversal();
        assertThat(row.cause()).isEqualTo(Reversal.Cause.TILL_ERROR);
        assertThat(row.receivedAt()).isEqualTo(tap.tappedAt().plusSeconds(60));
        assertThat(row.vendorId()).isEqualTo(tap.vendorId());
        assertThat(row.amountFen()).isEqualTo(1_800);
        assertThat(row.subsidyFen()).isEqualTo(decided.answer().subsidyFen());
        assertThat(row.operatorSubsidyFen()).isEqualTo(200);
        assertThat(row.deliverySubsidyFen()).isEqualTo(200);
        assertThat(row.payer()).isEqualTo(decided.answer().grant().payer());
        assertThat(row.balanceLeft()).as("lunches left this week").isEqualTo(5);
    }

    @Test
    void theFenOfAVoucherComeBackAndNoMore() {
        Tap care = tap().care("HOME_CARE", 10_000).build();
        Usage before = Usage.NONE.plus(5, Period.MONTH, care.key().tapDate(), 30_000);
        Facts facts = person().usage(before).build();
        Decided decided = decide(facts, care);
        Undone undone =
                (Undone) reverse(facts.with(decided.next()), care, stored(care, decided, null), Duration.ofMinutes(1));

        assertThat(decided.answer().balanceLeft()).isEqualTo(45_000);
        assertThat(undone.next().usage()).isEqualTo(before);
        assertThat(undone.reversal().balanceLeft()).isEqualTo(50_000);
    }

    @Test
    void anEntryThatIsUndoneWaitsNoLonger() {
        assertThat(undone(tap().transit(Direction.ENTRY, 0).build()).half()).isEqualTo(JourneyHalf.NONE);
    }

    @Test
    void anExitThatIsUndoneLetsItsEntryWaitAgain() {
        Tap entry = tap().transit(Direction.ENTRY, 0).number(1).build();
        Tap exit = tap().transit(Direction.EXIT, 500)
                .number(2)
                .at(entry.at().plusMinutes(20))
                .build();
        Facts inside = PERSON.build().with(decide(PERSON.build(), entry).next());
        Account after = undone(inside, exit);
        Tap again = tap().transit(Direction.EXIT, 500)
                .number(3)
                .at(entry.at().plusMinutes(25))
                .build();

        assertThat(after.half().kind()).isEqualTo(JourneyHalf.Kind.ENTRY);
        assertThat(decide(inside.with(after), again).answer().journey().pairSeq())
                .isEqualTo(1);
    }

    @Test
    void anotherDaysEntryWithTheSameNumberGoesOnWaiting() {
        Tap yesterday = tap().transit(Direction.EXIT, 500).number(1).build();
        Tap today = tap().transit(Direction.ENTRY, 0)
                .number(1)
                .counter(2)
                .at(yesterday.at().plusHours(20))
                .build();
        Decided exit = decide(PERSON.build(), yesterday);
        Facts after = PERSON.build().with(exit.next());
        Facts inside = after.with(decide(after, today).next());
        Undone undone = (Undone) reverse(inside, yesterday, stored(yesterday, exit, null), Duration.ofHours(21));

        assertThat(undone.next().half().kind()).isEqualTo(JourneyHalf.Kind.ENTRY);
    }

    @Test
    void anEntryThatIsUndoneLetsTheExitThatCameBeforeItWaitAgain() {
        Tap exit = tap().transit(Direction.EXIT, 500).number(2).build();
        Tap entry = tap().transit(Direction.ENTRY, 0)
                .number(1)
                .at(exit.at().minusMinutes(20))
                .build();
        Facts outside = PERSON.build().with(decide(PERSON.build(), exit).next());

        assertThat(undone(outside, entry).half())
                .as("it waits as if made when the entry was")
                .isEqualTo(new JourneyHalf(
                        JourneyHalf.Kind.EXIT,
                        entry.tappedAt().getEpochSecond(),
                        exit.key().terminalId(),
                        exit.key().terminalSeq()));
    }

    static Stream<TapBuilder> otherEntries() {
        return Stream.of(tap().number(2), tap().number(1).counter(2).terminal(440_300_000_001L));
    }

    @ParameterizedTest
    @MethodSource("otherEntries")
    void anEntryThatIsUndoneLeavesALaterOneWaiting(TapBuilder other) {
        Tap first = tap().transit(Direction.ENTRY, 0).number(1).build();
        Tap later =
                other.transit(Direction.ENTRY, 0).at(first.at().plusMinutes(1)).build();
        Decided opened = decide(PERSON.build(), first);
        Facts inside = PERSON.build().with(opened.next());
        Facts twice = inside.with(decide(inside, later).next());
        Undone undone = (Undone) reverse(twice, first, stored(first, opened, null), Duration.ofMinutes(2));

        assertThat(undone.next().half())
                .isEqualTo(twice.account().half())
                .extracting(JourneyHalf::at)
                .isEqualTo(later.tappedAt().getEpochSecond());
    }

    @Test
    void anExitThatIsUndoneLeavesALaterEntryWaiting() {
        Tap entry = tap().transit(Direction.ENTRY, 0).number(1).build();
        Tap exit = tap().transit(Direction.EXIT, 500)
                .number(2)
                .at(entry.at().plusMinutes(20))
                .build();
        Tap next = tap().transit(Direction.ENTRY, 0)
                .number(3)
                .at(entry.at().plusMinutes(21))
                .build();
        Facts inside = PERSON.build().with(decide(PERSON.build(), entry).next());
        Decided left = decide(inside, exit);
        Facts again = inside.with(left.next());
        Facts insideAgain = again.with(decide(again, next).next());
        Undone undone = (Undone) reverse(insideAgain, exit, stored(exit, left, null), Duration.ofMinutes(2));

        assertThat(undone.next().half().terminalSeq()).isEqualTo(3);
    }

    @Test
    void whatWasNeverSeenCannotBeUndone() {
        assertThat(reverse(PERSON.build(), tap().build(), null, Duration.ZERO)).isInstanceOf(NeverSeen.class);
    }

    @Test
    void aDeclineAndAnIdentityCheckHaveNothingToUndo() {
        Tap night = tap().at(TapBuilder.WEDNESDAY_NOON.withHour(22)).build();
        Tap check = tap().service(Service.ALLOWANCE).amount(0).build();

        assertThat(reverse(PERSON.build(), night, stored(night, decide(PERSON.build(), night), null), Duration.ZERO))
                .isInstanceOf(NothingToUndo.class);
        assertThat(reverse(PERSON.build(), check, stored(check, decide(PERSON.build(), check), null), Duration.ZERO))
                .isInstanceOf(NothingToUndo.class);
    }

    @Test
    void afterADayItIsTooLate() {
        Tap tap = tap().build();
        StoredTap stored = stored(tap, decide(PERSON.build(), tap), null);

        assertThat(reverse(PERSON.build(), tap, stored, Duration.ofHours(24))).isInstanceOf(Undone.class);
        assertThat(reverse(PERSON.build(), tap, stored, Duration.ofHours(24).plusSeconds(1)))
                .isInstanceOf(TooLate.class);
    }

    @Test
    void aSecondRequestGetsTheFirstRowHoweverLateItComes() {
        Tap tap = tap().build();
        Decided decided = decide(PERSON.build(), tap);
        Facts after = PERSON.build().with(decided.next());
        Reversal first = ((Undone) reverse(after, tap, stored(tap, decided, null), Duration.ofMinutes(1))).reversal();

        assertThat(reverse(after, tap, stored(tap, decided, first), Duration.ofDays(3)))
                .isEqualTo(new UndoneBefore(first));
    }

    static LongStream seeds() {
        return Seeds.list();
    }

    /** Whatever was tapped: undone at once, everything but the counter and the journey is as it was. */
    @ParameterizedTest
    @MethodSource("seeds")
    void undoneAtOnceNothingIsUsed(long seed) {
        RandomCity city = new RandomCity(seed);
        for (int i = 0; i < 300; i++) {
            Facts facts = city.someone(1);
            Tap tap = city.tap(1);
            Decided decided = decide(facts, tap);
            if (decided.answer().approved() && tap.service() != Service.ALLOWANCE) {
                Undone undone = (Undone)
                        reverse(facts.with(decided.next()), tap, stored(tap, decided, null), Duration.ofMinutes(1));

                assertThat(undone.next().usage()).isEqualTo(facts.account().usage());
                assertThat(undone.next().meals().takenInWeekOf(tap.key().tapDate()))
                        .isEqualTo(
                                facts.account().meals().takenInWeekOf(tap.key().tapDate()));
                assertThat(undone.reversal().subsidyFen())
                        .isEqualTo(decided.answer().subsidyFen());
            }
        }
    }
}
