package cn.suinian.load.chaos;

import cn.suinian.load.stage.GatewayCommand;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arguments of a run.
 *
 * @param kinds the faults to draw from
 */
record ChaosOptions(GatewayCommand gateway, int rounds, long seed, Set<FaultKind> kinds) {
    static final String USAGE =
            "Usage: ./suinian chaos [--rounds NUMBER] [--seed NUMBER] [--faults KIND,KIND...]\nkinds: "
                    + Arrays.toString(FaultKind.values()).replaceAll("[\\[\\]]", "");

    private static final int ROUNDS = 10;
    private static final int MOST_ROUNDS = 10_000;

    /**
     * @throws IllegalArgumentException with a sentence for the person who typed the arguments
     */
    static ChaosOptions parse(String[] arguments, long drawnSeed) {
        String classpath = System.getProperty("suinian.gateway.classpath", "");
        long rounds = ROUNDS;
        long seed = drawnSeed;
        Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--gateway-classpath" -> classpath = value(name, rest);
                case "--rounds" -> rounds = number(name, rest);
                case "--seed" -> seed = number(name, rest);
                case "--faults" -> kinds = kinds(value(name, rest));
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }
        if (classpath.isEmpty()) {
            throw new IllegalArgumentException("which gateway? --gateway-classpath is missing");
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("--rounds is 1 to " + MOST_ROUNDS);
        }
        return new ChaosOptions(new GatewayCommand(classpath), (int) rounds, seed, kinds);
    }

    /** The arguments that bring the same faults again as far as this round. */
    String upTo(int round) {
        String all = "--rounds %d --seed %d".formatted(round, seed);
        return kinds.size() == FaultKind.values().length
                ? all
                : all + " --faults " + kinds.stream().map(FaultKind::name).collect(Collectors.joining(","));
    }

    private static Set<FaultKind> kinds(String names) {
        Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        for (String name : names.split(",", -1)) {
            try {
                kinds.add(FaultKind.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("there is no fault " + name, unknown);
            }
        }
        return kinds;
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.pop();
    }

    private static long number(String name, Deque<String> rest) {
        String text = value(name, rest);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a whole number, not " + text, e);
        }
    }
}
