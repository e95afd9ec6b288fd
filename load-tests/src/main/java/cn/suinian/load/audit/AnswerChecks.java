package cn.suinian.load.audit;

import cn.suinian.load.plan.Story;
import cn.suinian.load.terminal.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must hold of the answers alone. */
public final class AnswerChecks {
    private static final Set<Story> FORGERIES =
            EnumSet.of(Story.FORGED_TAC, Story.FOREIGN_TERMINAL, Story.UNKNOWN_CARD, Story.BROKEN_MAC);

    private final List<Observed> observed;
    private final Tally tally;

    public AnswerChecks(List<Observed> observed, Tally tally) {
        this.observed = observed;
        this.tally = tally;
    }

    public List<Invariant> all() {
        return List.of(
                answersAreRight(),
                retriesAreIdentical(),
                forgeriesAreRefused(),
                blockedCardsAreRefused(),
                repliesAreSigned(),
                nothingFailed());
    }

    private Invariant answersAreRight() {
        return new Invariant(
                "every answer is the one the reference expects",
                observed.stream().flatMap(seen -> seen.differences().stream()).toList());
    }

    private Invariant retriesAreIdentical() {
        return new Invariant(
                "the same tap sent again is answered byte by byte the same",
                observed.stream().flatMap(seen -> seen.unlikeBefore().stream()).toList());
    }

    private Invariant forgeriesAreRefused() {
        return new Invariant(
                "no forged message is approved",
                approved(seen -> FORGERIES.contains(seen.step().story())).toList());
    }

    private Invariant blockedCardsAreRefused() {
        return new Invariant(
                "no card that is lost or not in use is approved",
                approved(seen -> seen.step().story() == Story.BLOCKED_CARD).toList());
    }

    private Invariant repliesAreSigned() {
        return counted("the MAC of every reply verifies", Map.of("replies with a wrong MAC", tally.wrongMacs()));
    }

    private Invariant nothingFailed() {
        return counted(
                "no answer is lost and no status is 5xx, but for a 503 whose tap was sent again",
                Map.of("answers of 5xx", tally.serverErrors(), "answers lost", tally.lostAnswers()));
    }

    private Stream<String> approved(Predicate<Observed> which) {
        return observed.stream()
                .filter(which)
                .filter(seen -> seen.answer() != null && seen.answer().outcome().equals("APPROVED"))
                .map(seen -> seen.step().story().text() + " approved: "
                        + Comparison.tapId(seen.step().sender(), seen.step().tap()));
    }

    private static Invariant counted(String sentence, Map<String, Long> counts) {
        List<String> breaks = new ArrayList<>();
        counts.forEach((what, count) -> {
            if (count > 0) {
                breaks.add(count + " " + what);
            }
        });
        return new Invariant(sentence, breaks);
    }

    /** How many steps each story had and how many went as expected. */
    public static Map<Story, int[]> countStories(List<Observed> observed) {
        Map<Story, int[]> counts = new EnumMap<>(Story.class);
        observed.forEach(seen -> {
            int[] count = counts.computeIfAbsent(seen.step().story(), story -> new int[2]);
            count[0]++;
            count[1] += seen.differences().isEmpty() ? 1 : 0;
        });
        return counts;
    }
}
