package cn.suinian.load.demo;

import cn.suinian.load.audit.AnswerChecks;
import cn.suinian.load.audit.Invariant;
import cn.suinian.load.audit.Observed;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import cn.suinian.load.stage.ClearingLine;
import cn.suinian.load.terminal.Answer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows what a run came to. */
final class DemoReport {
    private static final int TOP = 12;
    private static final int BREAKS_SHOWN = 5;

    private final Screen screen;

    DemoReport(Screen screen) {
        this.screen = screen;
    }

    void stories(List<Observed> observed) {
        screen.line("");
        Table table = new Table("what was sent", "steps", "as expected");
        AnswerChecks.countStories(observed).forEach((story, count) -> table.row(story.text(), count[0], count[1]));
        table.show(screen);
    }

    /** Answers by service and outcome; a tap that was sent again counts once for each time it was answered. */
    void outcomes(List<Observed> observed) {
        Map<String, EnumMap<Column, Integer>> counts = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (Observed seen : observed) {
            Answer answer = seen.answer();
            counts.computeIfAbsent(seen.step().tap().kind().name(), kind -> new EnumMap<>(Column.class))
                    .merge(Column.of(answer), 1, Integer::sum);
            if (answer != null && answer.reason() != null) {
                reasons.merge(answer.reason(), 1, Integer::sum);
            }
        }
        screen.line("");
        Table outcomes =
                new Table("service", "approved, subsidised", "approved, no subsidy", "declined", "refused (4xx)");
        counts.forEach((kind, row) -> outcomes.row(
                kind,
                row.getOrDefault(Column.SUBSIDISED, 0),
                row.getOrDefault(Column.UNSUBSIDISED, 0),
                row.getOrDefault(Column.DECLINED, 0),
                row.getOrDefault(Column.REFUSED, 0)));
        outcomes.show(screen);
        screen.line("");
        Table declined = new Table("declined because", "answers");
        reasons.forEach(declined::row);
        declined.show(screen);
    }

    void subsidies(List<ClearingLine> lines) {
        subsidiesBy("payer", lines, line -> line.payer().isEmpty() ? "(nobody)" : line.payer());
        subsidiesBy("vendor", lines, ClearingLine::vendorName);
    }

    /** Shows each invariant and whether it holds; true when all do. */
    boolean invariants(List<Invariant> invariants) {
        screen.line("");
        for (Invariant invariant : invariants) {
            screen.line((invariant.holds() ? "  ok     " : "  BROKE  ") + invariant.sentence());
            invariant.breaks().stream()
                    .limit(BREAKS_SHOWN)
                    .forEach(
                            broken -> screen.line("           " + broken.strip().replace("\n", "\n           ")));
            if (invariant.breaks().size() > BREAKS_SHOWN) {
                screen.line(
                        "           and %d more".formatted(invariant.breaks().size() - BREAKS_SHOWN));
            }
        }
        return invariants.stream().allMatch(Invariant::holds);
    }

    private void subsidiesBy(String by, List<ClearingLine> lines, Function<ClearingLine, String> name) {
        Map<String, long[]> sums = new TreeMap<>();
        long[] total = new long[3];
        for (ClearingLine line : lines) {
            long[] sum = sums.computeIfAbsent(name.apply(line), key -> new long[3]);
            add(sum, line);
            add(total, line);
        }
        screen.line("");
        Table table = new Table("cleared by " + by, "taps", "subsidy yuan", "operator subsidy");
        sums.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()[1]))
                .limit(TOP)
                .forEach(entry -> row(table, entry.getKey(), entry.getValue()));
        row(table, sums.size() > TOP ? "all " + sums.size() : "total", total);
        table.show(screen);
    }

    private static void add(long[] sum, ClearingLine line) {
        sum[0] += line.taps();
        sum[1] += line.subsidyFen();
        sum[2] += line.operatorSubsidyFen();
    }

    private static void row(Table table, String name, long[] sum) {
        table.row(name, sum[0], Table.yuan(sum[1]), Table.yuan(sum[2]));
    }

    private enum Column {
        SUBSIDISED,
        UNSUBSIDISED,
        DECLINED,
        REFUSED;

        static Column of(@Nullable Answer answer) {
            if (answer == null) {
                return REFUSED;
            }
            if (answer.outcome().equals("DECLINED")) {
                return DECLINED;
            }
            return answer.subsidyFen() > 0 ? SUBSIDISED : UNSUBSIDISED;
        }
    }
}
