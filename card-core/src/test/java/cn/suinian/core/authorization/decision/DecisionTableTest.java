package cn.suinian.core.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision table: a row per reason in order of precedence, and each pair of reasons that can hold together. A
 * reason without a row fails.
 */
class DecisionTableTest {

    /** Said where the card and its TAC are recognised, before a decision exists; the decider never says them. */
    private static final Set<DeclineReason> SAID_BY_RECOGNITION =
            EnumSet.of(DeclineReason.CARD_UNKNOWN, DeclineReason.TAC_INVALID);

    /** Rows of one aspect exclude each other: a card has one status, a tap one service. */
    private enum Aspect {
        COUNTER,
        ARRIVAL,
        CARD_STATUS,
        CARD_EXPIRY,
        DEATH,
        BIRTH,
        SERVICE,
        DAY,
        TIME,
        LUNCH_TODAY,
        LUNCHES_THIS_WEEK,
        ENTITLEMENT,
        ATTESTATION,
        VISITS,
        VOUCHER
    }

    /** What was asked for; a row of one and a row of another cannot hold together. */
    private enum Asked {
        ANYTHING,
        NOTHING_KNOWN,
        MEAL,
        GYM,
        CARE
    }

    private record Row(DeclineReason reason, Asked asked, Aspect aspect, Consumer<Scene> wrong) {

        private Row(DeclineReason reason, Aspect aspect, Consumer<Scene> wrong) {
            this(reason, Asked.ANYTHING, aspect, wrong);
        }

        private boolean goesWith(Row other) {
            boolean same = asked == other.asked || asked == Asked.ANYTHING || other.asked == Asked.ANYTHING;
            return same && aspect != other.aspect;
        }

        private static Row meal(DeclineReason reason, Aspect aspect, Consumer<Scene> wrong) {
            return new Row(reason, Asked.MEAL, aspect, wrong);
        }

        private static Row gym(DeclineReason reason, Aspect aspect, Consumer<Scene> wrong) {
            return new Row(reason, Asked.GYM, aspect, wrong.andThen(s -> {
                s.service = Service.VENUE;
                s.placeKind = "GYM";
            }));
        }

        private static Row care(DeclineReason reason, Aspect aspect, Consumer<Scene> wrong) {
            return new Row(reason, Asked.CARE, aspect, wrong.andThen(s -> {
                s.service = Service.VOUCHER;
                s.placeKind = "HOME_CARE";
            }));
        }
    }

    private static final List<Row> TABLE = List.of(
            new Row(DeclineReason.COUNTER_REPLAYED, Aspect.COUNTER, s -> s.counters = new ReplayWindow(100, 1)),
            new Row(DeclineReason.COUNTER_TOO_OLD, Aspect.COUNTER, s -> s.counters = new ReplayWindow(164, 1)),
            new Row(
                    DeclineReason.TAP_TOO_LATE,
                    Aspect.ARRIVAL,
                    s -> s.underWay = Duration.ofDays(7).plusSeconds(1)),
            new Row(DeclineReason.CARD_NOT_ACTIVE, Aspect.CARD_STATUS, s -> s.status = CardStatus.ISSUED),
            new Row(DeclineReason.CARD_REPLACED, Aspect.CARD_STATUS, s -> s.status = CardStatus.REPLACED),
            new Row(DeclineReason.CARD_CANCELLED, Aspect.CARD_STATUS, s -> s.status = CardStatus.CANCELLED),
            new Row(DeclineReason.CARD_LOST, Aspect.CARD_STATUS, s -> s.status = CardStatus.LOST),
            new Row(DeclineReason.CARD_EXPIRED, Aspect.CARD_EXPIRY, s -> s.expired = true),
            new Row(DeclineReason.HOLDER_DECEASED, Aspect.DEATH, s -> s.dead = true),
            new Row(DeclineReason.HOLDER_UNDER_AGE, Aspect.BIRTH, s -> s.tooYoung = true),
            new Row(
                    DeclineReason.BENEFIT_NOT_OFFERED,
                    Asked.NOTHING_KNOWN,
                    Aspect.SERVICE,
                    s -> s.service = Service.VENUE),
            Row.care(DeclineReason.NOT_ENTITLED, Aspect.ENTITLEMENT, s -> s.notDisabled = true),
            Row.gym(DeclineReason.ATTESTATION_MISSING, Aspect.ATTESTATION, s -> s.notAttested = true),
            Row.gym(DeclineReason.NOT_A_SERVICE_DAY, Aspect.DAY, s -> s.day = LocalDate.of(2026, 11, 21)),
            Row.gym(DeclineReason.OUTSIDE_SERVICE_HOURS, Aspect.TIME, s -> s.time = LocalTime.of(17, 0)),
            Row.meal(DeclineReason.MEAL_NOT_A_WORKDAY, Aspect.DAY, s -> s.day = LocalDate.of(2026, 11, 21)),
            Row.meal(DeclineReason.MEAL_OUTSIDE_HOURS, Aspect.TIME, s -> s.time = LocalTime.of(13, 30)),
            Row.meal(DeclineReason.MEAL_TAKEN_TODAY, Aspect.LUNCH_TODAY, s -> s.lunchToday = true),
            Row.meal(DeclineReason.MEAL_WEEK_LIMIT, Aspect.LUNCHES_THIS_WEEK, s -> s.fiveOtherLunches = true),
            Row.gym(DeclineReason.USED_TODAY, Aspect.VISITS, s -> s.visited = Period.DAY),
            Row.gym(DeclineReason.USED_THIS_WEEK, Aspect.VISITS, s -> s.visited = Period.WEEK),
            Row.gym(DeclineReason.USED_THIS_MONTH, Aspect.VISITS, s -> s.visited = Period.MONTH),
            Row.gym(DeclineReason.USED_THIS_YEAR, Aspect.VISITS, s -> s.visited = Period.YEAR),
            Row.care(DeclineReason.VOUCHER_USED_UP, Aspect.VOUCHER, s -> s.voucherUsedUp = true));

    static Stream<Row> rows() {
        return TABLE.stream();
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < TABLE.size(); i++) {
            for (Row later : TABLE.subList(i + 1, TABLE.size())) {
                if (TABLE.get(i).goesWith(later)) {
                    pairs.add(Arguments.of(TABLE.get(i), later));
                }
            }
        }
        return pairs.stream();
    }

    @Test
    void everyReasonHasARowInOrderOfPrecedence() {
        List<DeclineReason> said = new ArrayList<>(SAID_BY_RECOGNITION);
        TABLE.forEach(row -> said.add(row.reason));

        assertThat(said).containsExactly(DeclineReason.values());
    }

    @Test
    void nothingWrongIsApproved() {
        assertThat(new Scene().decide().answer().approved()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysTheReason(Row row) {
        Scene scene = new Scene();
        row.wrong.accept(scene);

        assertThat(scene.decide().answer().reason()).isEqualTo(row.reason);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aDeclinePaysNothingAndUsesNothingButTheCounter(Row row) {
        Scene scene = new Scene();
        row.wrong.accept(scene);
        Account before = scene.facts().account();
        Decided decided = scene.decide();

        assertThat(decided.answer().subsidyFen()).isZero();
        assertThat(decided.answer().grant()).isNull();
        assertThat(decided.answer().journey()).isNull();
        assertThat(decided.next().withCounters(before.counters())).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTwoReasonsTheEarlierIsSaid(Row earlier, Row later) {
        Scene scene = new Scene();
        earlier.wrong.accept(scene);
        later.wrong.accept(scene);

        assertThat(scene.decide().answer().reason()).isEqualTo(earlier.reason);
    }

    @Test
    void withEverythingWrongTheFirstIsSaid() {
        Scene scene = new Scene();
        TABLE.forEach(row -> row.wrong.accept(scene));
        scene.counters = new ReplayWindow(100, 1);

        assertThat(scene.decide().answer().reason()).isEqualTo(DeclineReason.COUNTER_REPLAYED);
    }
}
