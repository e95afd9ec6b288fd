package cn.suinian.core.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.suinian.core.authorization.Mutant;
import cn.suinian.core.simulation.Simulation.Order;
import cn.suinian.core.simulation.Simulation.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code ./suinian simulate}. Exit codes: 0 all is well, 1 an invariant is broken or a mutant got away, 2 usage. */
public final class Simulate {

    static final int DEFAULT_SEEDS = 1_000;
    static final int DEFAULT_EVENTS = 1_000;

    private static final String USAGE = """
            Usage: ./suinian simulate [--seeds K] [--from N] [--events M]   K seeds from N on (1000 from 1, of 1000)
                   ./suinian simulate --seed N [--events M] [--trace]       one seed; --trace prints everything
                   ./suinian simulate --mutant NAME|all [the above]           a broken copy must be caught
            """;

    private final Report report =
            new Report(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    private long from = 1;
    private long seeds = DEFAULT_SEEDS;
    private int events = DEFAULT_EVENTS;
    private boolean one;
    private boolean trace;
    private boolean everyMutant;
    private @Nullable Mutant mutant;

    private Simulate() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new Simulate().run(arguments));
    }

    /** The lanes warn of every lost connection, and the simulator loses some hundred thousand. */
    static void quietLanes(boolean quiet) {
        Logger lanes = (Logger) LoggerFactory.getLogger("cn.suinian.core.authorization");
        lanes.setLevel(quiet ? Level.OFF : null);
    }

    private int run(String[] arguments) {
        try {
            read(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            report.line("simulate: %s%n%n%s", wrong.getMessage(), USAGE);
            return 2;
        }
        quietLanes(true);
        if (everyMutant) {
            return hunt(List.of(Mutant.values()));
        }
        if (mutant != null && !one) {
            return hunt(List.of(mutant));
        }
        return one ? single() : many();
    }

    private void read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals("--trace")) {
                trace = true;
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " wants a value, or is no option");
            }
            value(option, arguments.get(++i));
        }
        if (trace && !one) {
            throw new IllegalArgumentException("--trace goes with --seed");
        }
    }

    private void value(String option, String value) {
        switch (option) {
            case "--seed" -> {
                from = number(value, Long.MIN_VALUE);
                seeds = 1;
                one = true;
            }
            case "--from" -> from = number(value, Long.MIN_VALUE);
            case "--seeds" -> seeds = number(value, 1);
            case "--events" -> events = Math.toIntExact(Math.min(Integer.MAX_VALUE, number(value, 1)));
            case "--mutant" -> mutant(value.toUpperCase(Locale.ROOT).replace('-', '_'));
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private void mutant(String name) {
        everyMutant = name.equals("ALL");
        try {
            mutant = everyMutant ? null : Mutant.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("the mutants are all, " + Arrays.toString(Mutant.values()), unknown);
        }
    }

    private static long number(String text, long least) {
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'" + text + "' is no number", noNumber);
        }
        throw new IllegalArgumentException(text + " is less than " + least);
    }

    private int single() {
        Consumer<String> listener = trace ? line -> report.line("%s", line) : null;
        long started = System.nanoTime();
        Outcome outcome = Simulation.run(new Order(from, events, mutant), listener);
        double seconds = (System.nanoTime() - started) / 1e9;
        Outcome failed = outcome.violation() == null ? null : outcome;
        Fleet.Orders orders = new Fleet.Orders(from, 1, events, mutant);
        report.summary(orders, new Fleet.Result(1, outcome.counts(), failed), seconds);
        return end(failed, false);
    }

    private int many() {
        Fleet.Orders orders = new Fleet.Orders(from, seeds, events, null);
        long started = System.nanoTime();
        Fleet.Result result = Fleet.run(orders);
        report.summary(orders, result, (System.nanoTime() - started) / 1e9);
        return end(result.failed(), true);
    }

    private int end(@Nullable Outcome failed, boolean shrink) {
        if (failed == null) {
            return 0;
        }
        report.failure(shrink ? Fleet.shrunk(failed) : Simulation.traced(failed.order()));
        return 1;
    }

    private int hunt(List<Mutant> hunted) {
        int away = 0;
        for (Mutant each : hunted) {
            Fleet.Result result = Fleet.run(new Fleet.Orders(from, seeds, events, each));
            report.mutant(each, result);
            if (result.failed() == null) {
                away++;
            } else if (hunted.size() == 1) {
                report.failure(Fleet.shrunk(result.failed()));
            }
        }
        return away == 0 ? 0 : 1;
    }
}
