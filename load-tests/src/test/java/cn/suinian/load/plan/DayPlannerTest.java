package cn.suinian.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.city.City;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.frame.TapBody;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPlannerTest {
    private static final Instant SUNDAY =
            SmallCity.FRIDAY.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));

    @Test
    void givesTwoThousandHoldersMoreThanTwentyThousandTapsAndEveryStory() {
        DayPlan plan = planner(SmallCity.withHolders(2_000), 1).plan();

        assertThat(plan.tapsSent()).isBetween(20_000, 26_000);
        assertThat(plan.steps().map(Step::story).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Story.class));
        assertThat(plan.steps()
                        .map(step -> String.valueOf(step.expected().reason()))
                        .distinct())
                .contains(
                        "CARD_LOST",
                        "CARD_UNKNOWN",
                        "TAC_INVALID",
                        "COUNTER_REPLAYED",
                        "COUNTER_TOO_OLD",
                        "TAP_TOO_LATE",
                        "MEAL_NOT_A_WORKDAY",
                        "MEAL_OUTSIDE_HOURS",
                        "MEAL_TAKEN_TODAY");
    }

    @Test
    void repeatsItselfByItsSeed() {
        City city = SmallCity.withHolders(50);

        assertThat(bodies(planner(city, 7).plan()))
                .isEqualTo(bodies(planner(city, 7).plan()));
        assertThat(bodies(planner(city, 7).plan()))
                .isNotEqualTo(bodies(planner(city, 8).plan()));
    }

    @Test
    void keepsEveryTapOfTheDayInThePast() {
        DayPlan plan = planner(SmallCity.withHolders(200), 3).plan();

        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(step.tap()
                                .tappedAt()
                                .atZoneSameInstant(ZoneOffset.ofHours(8))
                                .toLocalDate())
                        .isBeforeOrEqualTo(SmallCity.FRIDAY));
    }

    @Test
    void expectsOfEachStoryWhatItsNameSays() {
        DayPlan plan = planner(SmallCity.withHolders(2_000), 5).plan();

        assertThat(reasons(plan, Story.REPLAYED_COUNTER)).containsOnly("COUNTER_REPLAYED");
        assertThat(reasons(plan, Story.OLD_COUNTER)).containsOnly("COUNTER_TOO_OLD");
        assertThat(reasons(plan, Story.FORGED_TAC)).containsOnly("TAC_INVALID");
        assertThat(reasons(plan, Story.FOREIGN_TERMINAL)).containsOnly("TAC_INVALID");
        assertThat(reasons(plan, Story.UNKNOWN_CARD)).containsOnly("CARD_UNKNOWN");
        assertThat(reasons(plan, Story.BLOCKED_CARD)).containsOnly("CARD_LOST");
        assertThat(reasons(plan, Story.SEQUENCE_SHARED)).containsOnly("null");
        assertThat(codes(plan, Story.SEQUENCE_REUSED)).containsOnly(40901);
        assertThat(codes(plan, Story.BROKEN_MAC)).containsOnly(40104);
        assertThat(codes(plan, Story.WRONG_TERMINAL)).containsOnly(40302);
        assertThat(codes(plan, Story.LOOK_UP_OF_NOTHING)).containsOnly(40402);
    }

    @Test
    void refusesACityWithoutTills() {
        City city = SmallCity.withHolders(1);
        City transitOnly = new City(city.baseUrl(), city.terminals().subList(0, 2), city.cards());

        assertThatThrownBy(() -> planner(transitOnly, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("canteen tills");
    }

    private static DayPlanner planner(City city, long seed) {
        Map<String, String> kinds = SmallCity.VENDOR_KINDS;
        return new DayPlanner(
                city, kinds, WorkCalendar.ofWeekends(), SmallCity.FRIDAY, SUNDAY, Duration.ofDays(15), seed);
    }

    private static List<String> bodies(DayPlan plan) {
        return plan.steps()
                .map(step -> step.deed() + step.sender().terminalId() + TapBody.of(step.tap()))
                .toList();
    }

    private static List<String> reasons(DayPlan plan, Story story) {
        return plan.steps()
                .filter(step -> step.story() == story)
                .map(step -> String.valueOf(step.expected().reason()))
                .toList();
    }

    private static List<Integer> codes(DayPlan plan, Story story) {
        return plan.steps()
                .filter(step -> step.story() == story)
                .map(step -> step.expected().problemCode())
                .toList();
    }
}
