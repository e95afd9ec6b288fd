package cn.suinian.load.bench.micro;

import cn.suinian.core.authorization.decision.Decider;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.Ruling;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to decide a tap, once everything that is known of its holder is at hand. */
@State(Scope.Benchmark)
public class Decisions {
    private Ruling ruling = Rules.ofTheCity();
    private Facts facts = Scene.facts();
    private Facts factsAfterEntry = Scene.factsAfterEntry();
    private Tap busRide = Scene.busRide();
    private Tap metroExit = Scene.metroExit();
    private Tap lunch = Scene.lunch();

    /** A ride that the city pays. */
    @Benchmark
    public Verdict busRide() {
        return Decider.decide(facts, busRide, Prior.NOT_LOOKED_UP, ruling);
    }

    /** A metro exit whose entry waits for it. */
    @Benchmark
    public Verdict metroExit() {
        return Decider.decide(factsAfterEntry, metroExit, Prior.NOT_LOOKED_UP, ruling);
    }

    /** The third subsidised lunch of a week. */
    @Benchmark
    public Verdict lunch() {
        return Decider.decide(facts, lunch, Prior.NOT_LOOKED_UP, ruling);
    }
}
