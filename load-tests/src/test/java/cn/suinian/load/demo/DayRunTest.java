package cn.suinian.load.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.audit.AnswerChecks;
import cn.suinian.load.audit.Invariant;
import cn.suinian.load.audit.Observed;
import cn.suinian.load.city.City;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.fake.FakeGateway;
import cn.suinian.load.fake.Fault;
import cn.suinian.load.fake.ObedientBrain;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.plan.DayPlan;
import cn.suinian.load.plan.DayPlanner;
import cn.suinian.load.reference.Reference;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Crew;
import cn.suinian.load.terminal.Patience;
import cn.suinian.load.terminal.TerminalLine;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRunTest {
    private static final Instant SUNDAY =
            SmallCity.FRIDAY.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
    private static final Duration LIMIT = Duration.ofDays(15);
    private static final Patience HASTY = new Patience(6, Duration.ofMillis(1), Duration.ofMillis(5), length -> {});

    private final City city = SmallCity.withHolders(40);
    private final DayPlan plan = new DayPlanner(
                    city, SmallCity.VENDOR_KINDS, WorkCalendar.ofWeekends(), SmallCity.FRIDAY, SUNDAY, LIMIT, 4)
            .plan();
    private final ObedientBrain obedient =
            new ObedientBrain(city, new Reference(city, WorkCalendar.ofWeekends(), SUNDAY, LIMIT));

    @Test
    void findsNothingWrongWithAGatewayThatObeysTheRules() throws Exception {
        assertThat(broken(obedient)).isEmpty();
    }

    @Test
    void findsNothingWrongWithAGatewayThatIsBusyNowAndThen() throws Exception {
        assertThat(broken(obedient, Fault.BUSY, Fault.BUSY, Fault.BUSY)).isEmpty();
    }

    @Test
    void aSecondDayIsExpectedFromWhatTheFirstOneLeft() throws Exception {
        DayPlanner planner = new DayPlanner(
                city,
                SmallCity.VENDOR_KINDS,
                WorkCalendar.ofWeekends(),
                SmallCity.FRIDAY.minusDays(1),
                SUNDAY,
                LIMIT,
                4);
        List<DayPlan> days = List.of(planner.plan(), planner.planNext(SmallCity.FRIDAY, 1));
        assertThat(days.get(1).steps()).hasSizeGreaterThan(150);
        try (FakeGateway gateway = new FakeGateway(
                city.terminals().stream().map(CityTerminal::identity).toList(), obedient)) {
            DayRun run = new DayRun(new TerminalLine(gateway.url(), Duration.ofSeconds(10)), HASTY, Clock.systemUTC());
            Screen nowhere = new Screen(new ByteArrayOutputStream(), true);
            for (DayPlan day : days) {
                assertThat(run.carryOut(day.holders(), new Crew(8, nowhere)))
                        .allSatisfy(seen -> assertThat(seen.differences()).isEmpty());
            }
        }
    }

    @Test
    void noticesALostAnswerEvenThoughTheTapSucceedsAfterwards() throws Exception {
        assertThat(broken(obedient, Fault.ANSWER_LOST))
                .containsExactly("no answer is lost and no status is 5xx, but for a 503 whose tap was sent again");
    }

    @Test
    void noticesAWrongMac() throws Exception {
        assertThat(broken(obedient, Fault.WRONG_MAC)).containsExactly("the MAC of every reply verifies");
    }

    @Test
    void noticesAnAnswerThatIsNotTheReferences() throws Exception {
        assertThat(broken((id, frame) -> {
                    FakeGateway.Told told = obedient.answer(id, frame);
                    return new FakeGateway.Told(told.status(), told.body().replace("\"selfPay\":0", "\"selfPay\":1"));
                }))
                .containsExactly("every answer is the one the reference expects");
    }

    @Test
    void noticesARetryThatIsAnsweredOtherwise() throws Exception {
        long[] count = new long[1];
        assertThat(broken((id, frame) -> {
                    FakeGateway.Told told = obedient.answer(id, frame);
                    synchronized (count) {
                        String body = told.body().replaceFirst("}$", ",\"at\":" + count[0]++ + "}");
                        return new FakeGateway.Told(told.status(), body);
                    }
                }))
                .containsExactly("the same tap sent again is answered byte by byte the same");
    }

    @Test
    void noticesALostCardThatIsLetThrough() throws Exception {
        assertThat(broken((id, frame) -> {
                    FakeGateway.Told told = obedient.answer(id, frame);
                    return new FakeGateway.Told(
                            told.status(),
                            told.body()
                                    .replace(
                                            "\"outcome\":\"DECLINED\",\"reason\":\"CARD_LOST\"",
                                            "\"outcome\":\"APPROVED\",\"reason\":null"));
                }))
                .contains("no card that is lost or not in use is approved");
    }

    private List<String> broken(FakeGateway.Brain brain, Fault... faults) throws Exception {
        try (FakeGateway gateway = new FakeGateway(
                city.terminals().stream().map(CityTerminal::identity).toList(), brain)) {
            gateway.willFail(faults);
            DayRun run = new DayRun(new TerminalLine(gateway.url(), Duration.ofSeconds(10)), HASTY, Clock.systemUTC());
            Screen nowhere = new Screen(new ByteArrayOutputStream(), true);
            List<Observed> observed = run.carryOut(plan.holders(), new Crew(8, nowhere));
            assertThat(observed).hasSize((int) plan.steps().count());
            return new AnswerChecks(observed, run.tally())
                    .all().stream()
                            .filter(invariant -> !invariant.holds())
                            .map(Invariant::sentence)
                            .toList();
        }
    }
}
