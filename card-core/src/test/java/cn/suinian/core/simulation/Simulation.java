package cn.suinian.core.simulation;

import cn.suinian.core.authorization.ManualTrack;
import cn.suinian.core.authorization.ModelDatabase;
import cn.suinian.core.authorization.ModelNode.Place;
import cn.suinian.core.authorization.Mutant;
import cn.suinian.core.authorization.decision.Reversal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One seed's run. */
final class Simulation {

    private static final LocalDateTime FIRST_MORNING = LocalDateTime.of(2026, 2, 9, 8, 0);
    private static final LocalDateTime LAST_EVENING = LocalDateTime.of(2026, 3, 31, 20, 0);
    private static final int REST_ROUNDS = 12;
    private static final long LONGEST_LATE_MILLIS = 10_000;

    /** What a run shall be. */
    record Order(long seed, int events, @Nullable Mutant mutant) {}

    /** What came of it. */
    record Outcome(Order order, Counts counts, @Nullable Violation violation, List<String> tail) {}

    private final Order order;
    private final Dice dice;
    private final Temper temper;
    private final Counts counts = new Counts();
    private final ManualTrack track = new ManualTrack();
    private final ModelDatabase database = new ModelDatabase();
    private final Wall wall;
    private final Trace trace;
    private final Storm storm;
    private final Watch watch;
    private final City city;
    private final Office office;
    private final House house;

    private final List<Job> jobs = new ArrayList<>();
    private final List<Undo> undos = new ArrayList<>();
    private final List<Job> offline = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private @Nullable Runnable soon;
    private int stepsUntilSoon;

    private Simulation(Order order, @Nullable Consumer<String> listener) {
        this.order = order;
        this.dice = new Dice(order.seed());
        this.temper = new Temper(dice);
        this.wall = new Wall(track, FIRST_MORNING.plusMinutes(dice.below(20 * 24 * 60)));
        this.trace = new Trace(wall, listener);
        this.storm = new Storm(temper, dice, counts, track);
        Mutant mutant = order.mutant();
        if (mutant != null) {
            mutant.breakDatabase(database);
        }
        database.openDay(wall.now().toLocalDate());
        database.refusesTaps(tap -> City.POISON.equals(tap.context().vehicle()));
        this.watch = new Watch(database, trace, counts);
        database.keep(watch);
        Denylist denylist = new Denylist();
        this.city = new City(dice, wall, temper, denylist, counts);
        for (long holderId = 1; holderId <= temper.holders; holderId++) {
            database.add(city.newcomer(holderId));
        }
        this.office = new Office(database, city, denylist, dice, wall, trace, counts);
        this.house = new House(
                new Place(track, database, Rules.ALL, storm, mutant), temper, dice, wall, trace, watch, counts);
        if (temper.skewedClocks) {
            counts.add(Fault.SKEWED_CLOCKS);
        }
    }

    /** Runs it and keeps no trace. */
    static Outcome run(Order order) {
        return run(order, null);
    }

    /** Runs it once more for whoever wants to see how it came to it: the same to the byte. */
    static Outcome traced(Order order) {
        return run(order, line -> {});
    }

    /** Runs it; every line of the trace goes to the listener. */
    static Outcome run(Order order, @Nullable Consumer<String> listener) {
        Simulation simulation = new Simulation(order, listener);
        try {
            simulation.live();
            simulation.rest();
        } catch (RuntimeException | AssertionError thrown) {
            simulation.watch.violated(Invariant.NOTHING_THROWS, thrown.toString());
        }
        simulation.counts.add(Fault.RACE_LOST, simulation.database.racesLost());
        simulation.counts.add(Fault.KEY_TAKEN, simulation.database.keysTaken());
        return new Outcome(order, simulation.counts, simulation.watch.violation(), simulation.trace.tail());
    }

    private void live() {
        for (int event = 1; event <= order.events() && watch.calm(); event++) {
            counts.events++;
            trace.event(event);
            act(temper.act(dice));
            pass(pause());
        }
    }

    private int pause() {
        return switch (dice.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> 0;
            case 19 -> dice.below(400);
            default -> dice.below(temper.pauseMillis + 1);
        };
    }

    /** Lets everything happen that is due in this time. */
    private void pass(long millis) {
        long until = track.nowMillis() + millis;
        while (track.nextMillis() <= until && watch.calm()) {
            step();
        }
        if (watch.calm()) {
            track.advance(until - track.nowMillis());
        }
    }

    private void step() {
        track.step();
        counts.steps++;
        if (soon != null && stepsUntilSoon-- == 0) {
            Runnable now = soon;
            soon = null;
            now.run();
        }
    }

    /** After some more steps, in the middle of whatever the lanes are doing. */
    private void soon(Runnable what) {
        soon = what;
        stepsUntilSoon = dice.below(12);
    }

    private void act(Act act) {
        switch (act) {
            case TAP -> send(made(city.tap()));
            case TAP_OFFLINE -> store(city.tap());
            case FLUSH -> flush();
            case SEND_AGAIN -> sendAgain();
            case COPIES -> copies();
            case BURST -> burst();
            case REPLAY -> again(Fault.REPLAYED, any());
            case REVERSE -> reverse();
            case FORGE_KEY -> forged(city::forgedKey);
            case FORGE_COUNTER -> forged(city::forgedCounter);
            case TIME_PASSES -> wall.leap(leap());
            case CHANGE_PERSON -> office.changeSomebody(temper.holders);
            case CUT_DAY -> cutDay();
            case FORGET -> house.forget(node(), 1L + dice.skewed(temper.holders));
            case CRASH_NODE -> soon(() -> house.crash(node()));
            case STOP_NODE -> house.stop(node());
            case CRASH_DATABASE -> soon(this::crashDatabase);
            case STORM -> {
                counts.add(Fault.STORM);
                storm.rise(dice.between(50, 1_500));
            }
        }
    }

    private Job made(Job job) {
        jobs.add(job);
        waiting.add(job);
        return job;
    }

    private void store(Job job) {
        jobs.add(job);
        offline.add(job);
    }

    private void send(Job job) {
        house.present(job, node());
    }

    private int node() {
        return dice.below(house.size());
    }

    private @Nullable Job any() {
        return jobs.isEmpty() ? null : jobs.get(jobs.size() - 1 - dice.skewed(jobs.size()));
    }

    private void again(Fault fault, @Nullable Job job) {
        if (job != null) {
            counts.add(fault);
            send(job);
        }
    }

    /** One that has no answer yet, most often a recent one. */
    private void sendAgain() {
        while (!waiting.isEmpty()) {
            int index = waiting.size() - 1 - dice.skewed(waiting.size());
            if (!waiting.get(index).finished()) {
                again(Fault.SENT_AGAIN, waiting.get(index));
                return;
            }
            waiting.remove(index);
        }
    }

    private void copies() {
        Job job = dice.oneIn(2) ? made(city.tap()) : any();
        for (int copies = dice.between(2, 4); copies > 0 && job != null; copies--) {
            counts.add(Fault.COPIES);
            send(job);
        }
    }

    private void burst() {
        counts.add(Fault.BURST);
        int node = node();
        for (int taps = dice.between(3, 40); taps > 0; taps--) {
            house.present(made(city.tap()), node);
        }
    }

    /** A terminal sends what it stored, in an order of its own. */
    private void flush() {
        int node = node();
        if (offline.size() > 1) {
            counts.add(Fault.REORDERED);
        }
        for (int taps = dice.between(1, 30); taps > 0 && !offline.isEmpty(); taps--) {
            house.present(offline.remove(dice.below(offline.size())), node);
        }
    }

    /** A tap is undone, most often a recent one; sometimes twice at once, sometimes once more. */
    private void reverse() {
        Job job = any();
        for (int tries = 0; tries < 4 && job != null && !job.approved(); tries++) {
            job = any();
        }
        if (job != null) {
            counts.add(Fault.REVERSED);
            boolean again = !undos.isEmpty() && dice.oneIn(3);
            Undo undo = again ? dice.pick(undos) : new Undo(job, dice.pick(List.of(Reversal.Cause.values())));
            if (!again) {
                undos.add(undo);
            }
            for (int copies = dice.pick(1, 1, 2); copies > 0; copies--) {
                house.present(undo, node());
            }
        }
    }

    private void forged(UnaryOperator<Job> forger) {
        Job original = any();
        if (original != null) {
            send(made(forger.apply(original)));
        }
    }

    /** Minutes, or to about lunch time, or to the next morning. */
    private Duration leap() {
        LocalDateTime now = wall.now();
        LocalDateTime lunch = now.toLocalDate().atTime(10, 25).plusMinutes(dice.below(200));
        LocalDateTime goal =
                switch (dice.below(4)) {
                    case 0 -> now.plusMinutes(dice.below(20));
                    case 1, 2 -> lunch.isAfter(now) ? lunch : lunch.plusDays(1);
                    default -> now.plusHours(dice.below(16));
                };
        return goal.isAfter(LAST_EVENING) ? Duration.ZERO : Duration.between(now, goal);
    }

    /** Most often yesterday, sometimes the day that is still going on. */
    private void cutDay() {
        LocalDate next = database.openDay().plusDays(1);
        LocalDate most = wall.now().toLocalDate().plusDays(dice.oneIn(4) ? 1 : 0);
        if (!next.isAfter(most)) {
            counts.add(Fault.DAY_CUT);
            trace.say(() -> "the open day is now " + next);
            database.openDay(next);
        }
    }

    private void crashDatabase() {
        if (database.up()) {
            counts.add(Fault.DATABASE_CRASHED);
            trace.say(() -> "the database crashes");
            database.crash();
            track.later(dice.between(1, 1_200), () -> {
                trace.say(() -> "the database is back");
                database.restart();
            });
        }
    }

    /** Nothing goes wrong any more: everybody must get an answer. */
    private void rest() {
        trace.say(() -> "nothing goes wrong from here on");
        storm.end();
        house.repairWires();
        offline.clear();
        pass(temper.lanes.stuckMillis() + temper.lanes.deadlineMillis() + LONGEST_LATE_MILLIS);
        for (int round = 0; round < REST_ROUNDS && watch.calm() && left() > 0; round++) {
            sendAllThatAreLeft();
        }
        if (watch.calm() && left() > 0) {
            watch.violated(Invariant.COMES_TO_REST, left() + " taps never get an answer, the first is " + firstLeft());
        }
        for (int number = 0; number < house.size(); number++) {
            house.stop(number);
        }
        pass(1_000);
        if (watch.calm()) {
            watch.closeBooks();
        }
    }

    private void sendAllThatAreLeft() {
        int few = Math.min(temper.lanes.queueCapacity(), temper.lanes.batchCap());
        List<Asked> under = new ArrayList<>();
        for (Job job : jobs) {
            if (!job.finished()) {
                asked(house.present(job, node()), under, few);
            }
        }
        for (Undo undo : undos) {
            if (!undo.finished()) {
                asked(house.present(undo, node()), under, few);
            }
        }
        asked(null, under, 1);
    }

    private void asked(@Nullable Asked asked, List<Asked> under, int few) {
        if (asked != null) {
            under.add(asked);
        }
        if (under.size() >= few) {
            await(() -> under.stream().allMatch(each -> each.heard));
            under.clear();
        }
    }

    private void await(Supplier<Boolean> done) {
        long until = track.nowMillis() + temper.lanes.deadlineMillis() + 3 * House.SWEEP_MILLIS;
        while (watch.calm() && !done.get() && track.nextMillis() <= until) {
            step();
        }
    }

    private long left() {
        return jobs.stream().filter(job -> !job.finished()).count()
                + undos.stream().filter(undo -> !undo.finished()).count();
    }

    private String firstLeft() {
        return Stream.concat(
                        jobs.stream().filter(job -> !job.finished()).map(Job::toString),
                        undos.stream().filter(undo -> !undo.finished()).map(Undo::toString))
                .findFirst()
                .orElse("none");
    }
}
