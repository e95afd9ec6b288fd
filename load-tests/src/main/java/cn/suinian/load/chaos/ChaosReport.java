package cn.suinian.load.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.chaos.SentTap.Fate;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shows what a run came to. */
final class ChaosReport {
    private static final int BREAKS_SHOWN = 5;

    private final Screen screen;

    ChaosReport(Screen screen) {
        this.screen = screen;
    }

    /** What was done how often, and how long terminals had to wait for it to be over. */
    void faults(List<Round> rounds) {
        screen.line("");
        Table table = new Table("fault", "rounds", "taps", "unanswered", "longest wait");
        for (FaultKind kind : FaultKind.values()) {
            List<Round> those =
                    rounds.stream().filter(round -> round.kind() == kind).toList();
            if (!those.isEmpty()) {
                row(table, kind.text(), those);
            }
        }
        row(table, "all", rounds);
        table.show(screen);
    }

    /** Where every tap ended. */
    void taps(TapLedger ledger, int lost, int doubled) {
        List<SentTap> all = ledger.all();
        Map<Fate, Long> fates = all.stream().collect(groupingBy(SentTap::fate, counting()));
        screen.line("");
        Table table = new Table("taps", "");
        table.row("sent", "%,d".formatted(all.size()));
        table.row(
                "acknowledged",
                "%,d".formatted(all.stream().filter(tap -> tap.answer() != null).count()));
        table.row("  while the terminal waited", count(fates, Fate.ANSWERED));
        table.row("  of unknown outcome, sent again", count(fates, Fate.ANSWERED_LATER));
        table.row("  of unknown outcome, looked up and found", count(fates, Fate.FOUND));
        table.row("of unknown outcome, looked up and never seen", count(fates, Fate.NEVER_SEEN));
        table.row("of unknown outcome to the end", count(fates, Fate.UNKNOWN));
        table.row("turned away with a 4xx", count(fates, Fate.REFUSED));
        table.row("lost", "%,d".formatted(lost));
        table.row("doubled", "%,d".formatted(doubled));
        table.show(screen);
        screen.line("");
        screen.line("  %,d requests: %,d without a reply, %,d told to come back later"
                .formatted(ledger.requests(), ledger.lost(), ledger.notNow()));
    }

    /** That the faults hit what they were meant for. */
    void traces(Traces traces) {
        screen.line("  %,d commits of unknown outcome looked up by the nodes, %,d recoveries of PostgreSQL"
                .formatted(traces.unknownCommits(), traces.recoveries()));
    }

    /** Each sentence and whether it held. */
    void invariants(List<Invariant> invariants) {
        screen.line("");
        for (Invariant invariant : invariants) {
            screen.line((invariant.holds() ? "  ok     " : "  BROKE  ") + invariant.sentence());
            show(invariant);
        }
    }

    /** Only what broke. */
    void broken(List<Invariant> invariants) {
        for (Invariant invariant : invariants) {
            if (!invariant.holds()) {
                screen.line("  BROKE  " + invariant.sentence());
                show(invariant);
            }
        }
    }

    private void show(Invariant invariant) {
        invariant.breaks().stream().limit(BREAKS_SHOWN).forEach(broken -> screen.line("           " + broken));
        if (invariant.breaks().size() > BREAKS_SHOWN) {
            screen.line("           and %d more".formatted(invariant.breaks().size() - BREAKS_SHOWN));
        }
    }

    private static void row(Table table, String what, List<Round> rounds) {
        Duration longest =
                rounds.stream().map(Round::waited).max(Duration::compareTo).orElse(Duration.ZERO);
        table.row(
                what,
                rounds.size(),
                "%,d".formatted(rounds.stream().mapToInt(Round::taps).sum()),
                "%,d".formatted(rounds.stream().mapToInt(Round::unanswered).sum()),
                "%.1f s".formatted(longest.toMillis() / 1000.0));
    }

    private static String count(Map<Fate, Long> fates, Fate fate) {
        return "%,d".formatted(fates.getOrDefault(fate, 0L));
    }
}
