package cn.suinian.core.simulation;

import cn.suinian.core.authorization.Mutant;
import cn.suinian.core.simulation.Simulation.Outcome;
import java.io.PrintStream;
import java.util.Locale;

/** What the simulator prints. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void summary(Fleet.Orders orders, Fleet.Result result, double seconds) {
        Counts counts = result.counts();
        line("seeds             %,d (from %d, %,d events each)", result.seeds(), orders.from(), orders.events());
        line(
                "events            %,d in %.1f s, %,.0f a second, in %,d steps of virtual time",
                counts.events, seconds, counts.events / Math.max(0.001, seconds), counts.steps);
        line("taps presented    %,d", counts.presented);
        line(
                "  answered        %,d: approved %,d, declined %,d",
                counts.approved + counts.declined, counts.approved, counts.declined);
        line("  key reused      %,d", counts.keyReused);
        line("  stored          %,d, of them undone %,d", counts.stored, counts.reversed);
        line("%nwhat was decided");
        counts.decisions().forEach((decision, times) -> line("%,12d  %s", times, decision));
        line("%nwhat went wrong on purpose, and what came of it");
        for (Fault fault : Fault.values()) {
            line("%,12d  %s", counts.of(fault), fault.what());
        }
        line(
                "%n%d invariants after every step: %s",
                Invariant.values().length, result.failed() == null ? "all held" : "BROKEN");
    }

    /** Of a failure: what, how it came to it, and how to see it again. */
    void failure(Outcome shrunk) {
        line("%nFAILED: %s", shrunk.violation());
        line("%nthe last events:");
        shrunk.tail().forEach(each -> line("  %s", each));
        line("%nrepeat it:  %s", command(shrunk));
    }

    static String command(Outcome shrunk) {
        Mutant mutant = shrunk.order().mutant();
        return "./suinian simulate --seed " + shrunk.order().seed() + " --events " + Math.max(1, shrunk.counts().events)
                + (mutant == null ? "" : " --mutant " + mutant);
    }

    void mutant(Mutant mutant, Fleet.Result result) {
        Outcome failed = result.failed();
        line(
                "%-28s %s",
                mutant,
                failed == null
                        ? "NOT caught within " + result.seeds() + " seeds"
                        : "caught by seed " + failed.order().seed() + " at event " + failed.counts().events + ": "
                                + failed.violation().invariant());
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
