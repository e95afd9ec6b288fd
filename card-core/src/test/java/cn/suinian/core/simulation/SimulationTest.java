package cn.suinian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.Mutant;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.simulation.Simulation.Order;
import cn.suinian.core.simulation.Simulation.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand seeds, other ones in each run, and some that once failed. {@code -Dsuinian.seed=N} sets the first seed,
 * {@code -Dsuinian.seeds} and {@code -Dsuinian.events} how many and how long.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("suinian.seeds", 1_000);
    private static final int EVENTS = Integer.getInteger("suinian.events", 150);
    private static final int MANY = 1_000;
    /** Decided before a lane, or by no rule that there is. */
    private static final Set<DeclineReason> ELSEWHERE =
            Set.of(DeclineReason.CARD_UNKNOWN, DeclineReason.TAC_INVALID, DeclineReason.NOT_A_SERVICE_DAY);

    @BeforeAll
    static void quiet() {
        Simulate.quietLanes(true);
    }

    @AfterAll
    static void loud() {
        Simulate.quietLanes(false);
    }

    private static String words(Fleet.Orders orders, Fleet.Result result) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(text, true, StandardCharsets.UTF_8));
        report.summary(orders, result, 1);
        if (result.failed() != null) {
            report.failure(Fleet.shrunk(result.failed()));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyInvariantHoldsInAThousandCities() {
        Long first = Long.getLong("suinian.seed");
        long from = first != null ? first : Math.floorMod(System.nanoTime(), 1_000_000_000_000L);
        System.out.println("simulating " + SEEDS + " seeds from " + from + ", " + EVENTS + " events each");
        Fleet.Orders orders = new Fleet.Orders(from, SEEDS, EVENTS, null);
        Fleet.Result result = Fleet.run(orders);

        String report = words(orders, result);
        assertThat(result.failed()).as(report).isNull();
    }

    /** Fixed seeds, so that a rare decision does not fail a run by chance. */
    @Test
    void everyFaultAndEveryDecisionOccursInSomeCity() {
        Fleet.Orders orders = new Fleet.Orders(1, 150, 1_000, null);
        Fleet.Result result = Fleet.run(orders);

        String report = words(orders, result);
        assertThat(result.failed()).as(report).isNull();
        assertThat(Fault.values()).as(report).allMatch(fault -> result.counts().of(fault) > 0);
        assertThat(missing(result)).as(report).isEmpty();
    }

    private static Set<DeclineReason> missing(Fleet.Result result) {
        Set<DeclineReason> missing = new TreeSet<>(Set.of(DeclineReason.values()));
        missing.removeAll(ELSEWHERE);
        missing.removeIf(reason ->
                result.counts().decisions().keySet().stream().anyMatch(decision -> decision.endsWith(" " + reason)));
        return missing;
    }

    /**
     * 21 once found a tap that was refused by the database and stored nevertheless; in the fourth and the fifth the
     * reference once took a tap and a reversal of one batch in another order than the lane; in the last a lane once
     * rested so long after each taken key that no tap lived to be looked up. Whatever finds more is added.
     */
    @ParameterizedTest
    @CsvSource({"21, 94", "1, 400", "4, 3000", "917412560387, 25", "894109556255, 77", "913150163277, 143"})
    void seedsThatAreTriedInEachRunHold(long seed, int events) {
        Outcome outcome = Simulation.run(new Order(seed, events, null));

        assertThat(outcome.violation()).as(Report.command(outcome)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aCityWithOneRuleBrokenIsCaughtWithinAThousandSeeds(Mutant mutant) {
        Fleet.Result result = Fleet.run(new Fleet.Orders(1, MANY, EVENTS, mutant));

        assertThat(result.failed()).as("%s got away", mutant).isNotNull();
        Outcome shrunk = Fleet.shrunk(result.failed());
        assertThat(shrunk.violation()).isNotNull();
        assertThat(shrunk.tail())
                .as("whoever has to understand it sees how it came to it")
                .isNotEmpty();
        assertThat(shrunk.counts().events).isLessThanOrEqualTo(result.failed().counts().events);
    }

    @ParameterizedTest
    @CsvSource({"7, 600", "8, 600", "9, 600"})
    void theSameSeedIsTheSameRunToTheByte(long seed, int events) {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Simulation.run(new Order(seed, events, null), first::add);
        Simulation.run(new Order(seed, events, null), second::add);

        assertThat(first).hasSizeGreaterThan(events).isEqualTo(second);
    }

    /** Sets and maps of the JDK are salted anew in each process. */
    @Test
    void soItIsInAnotherProcess() throws IOException, InterruptedException {
        List<String> here = new ArrayList<>();
        Simulation.run(new Order(7, 600, null), here::add);
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulate.class.getName(),
                        "--seed",
                        "7",
                        "--events",
                        "600",
                        "--trace")
                .redirectErrorStream(true)
                .start();
        List<String> there = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .limit(here.size())
                .toList();

        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(there).isEqualTo(here);
    }
}
