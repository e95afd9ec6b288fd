package cn.suinian.load.bench;

import cn.suinian.load.stage.GatewayCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The arguments of a run.
 *
 * @param only rows in whose name this is found
 * @param jvm further flags of the servers' JVMs
 * @param settings further settings of the gateway, such as {@code SUINIAN_LANES}
 * @param database a database on an external server on this machine; empty: the embedded server
 * @param what is measured
 */
record BenchOptions(
        GatewayCommand gateway,
        int rounds,
        int seconds,
        int cards,
        int connections,
        Pattern only,
        String jvm,
        Map<String, String> settings,
        String database,
        What what) {
    static final String USAGE =
            "usage: bench [--rounds NUMBER] [--seconds NUMBER] [--cards NUMBER] [--connections NUMBER] [--only PATTERN]"
                    + " [--jvm FLAGS] [--set NAME=VALUE]... [--database URL]\n"
                    + "       bench --growth [the same]\n"
                    + "       bench --micro [--only PATTERN] [--jvm FLAGS]";

    /** What makes sense of single steps too. */
    private static final Set<String> OF_MICRO = Set.of("--gateway-classpath", "--micro", "--only", "--jvm");

    /** What is measured. */
    enum What {
        /** Servers side by side. */
        TABLE,
        /** Ours with ever more cards and stored taps. */
        GROWTH,
        /** Steps of a tap, without a server. */
        STEPS
    }

    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
    private static final int LONGEST_SECONDS = 3_600;

    /** All requests of a row are signed before it begins, and kept in memory. */
    private static final int LONGEST_SECONDS_AT_THE_HIGHEST_RATE = 120;

    private static final int CARDS = 800_000;
    private static final int CONNECTIONS = 512;

    /**
     * @throws IllegalArgumentException with a sentence for the person who typed the arguments
     */
    static BenchOptions parse(String[] arguments) {
        String classpath = System.getProperty("suinian.gateway.classpath", "");
        int rounds = ROUNDS;
        int seconds = SECONDS;
        int cards = CARDS;
        int connections = CONNECTIONS;
        Pattern only = Pattern.compile("");
        String jvm = "";
        Map<String, String> settings = new HashMap<>();
        String database = "";
        Set<String> given = new TreeSet<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            given.add(name);
            switch (name) {
                case "--gateway-classpath" -> classpath = value(name, rest);
                case "--rounds" -> rounds = number(name, rest, 1, 99);
                case "--seconds" -> seconds = number(name, rest, 1, LONGEST_SECONDS);
                case "--cards" -> cards = number(name, rest, 1_000, 70_000_000);
                case "--connections" -> connections = number(name, rest, 1, 4_096);
                case "--only" -> only = pattern(value(name, rest));
                case "--jvm" -> jvm = value(name, rest);
                case "--database" -> database = value(name, rest);
                case "--micro", "--growth" -> {}
                case "--set" -> {
                    String[] setting = value(name, rest).split("=", 2);
                    settings.put(setting[0], setting.length == 2 ? setting[1] : "");
                }
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }
        if (classpath.isEmpty()) {
            throw new IllegalArgumentException("which gateway? --gateway-classpath is missing");
        }
        boolean micro = given.contains("--micro");
        boolean growth = given.contains("--growth");
        given.removeAll(OF_MICRO);
        if (micro && !given.isEmpty()) {
            throw new IllegalArgumentException("--micro measures no server, so it takes no "
                    + given.iterator().next());
        }
        if (growth && Growth.sizes(only).size() == Growth.FIRST_AND_LAST) {
            throw new IllegalArgumentException("--only " + only + " is found in the name of no size");
        }
        if (!micro) {
            check(Programme.of(growth ? Pattern.compile("") : only, connections), only, seconds);
        }
        return new BenchOptions(
                new GatewayCommand(classpath),
                rounds,
                seconds,
                cards,
                connections,
                only,
                jvm,
                settings,
                database,
                micro ? What.STEPS : growth ? What.GROWTH : What.TABLE);
    }

    /** A main class of this module that sees the gateway's classes, with the gateway's libraries in front. */
    GatewayCommand beside(String mainClass) {
        return new GatewayCommand(gateway.classpath() + ":" + System.getProperty("java.class.path"), mainClass);
    }

    BenchOptions withCards(int other) {
        return new BenchOptions(gateway, rounds, seconds, other, connections, only, jvm, settings, database, what);
    }

    private static void check(List<Row> rows, Pattern only, int seconds) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("--only " + only + " is found in the name of no row");
        }
        boolean fast = rows.stream().anyMatch(row -> row.load().perSecond() == 0);
        if (fast && seconds > LONGEST_SECONDS_AT_THE_HIGHEST_RATE) {
            throw new IllegalArgumentException("--seconds above " + LONGEST_SECONDS_AT_THE_HIGHEST_RATE
                    + " wants rows of a steady rate only, such as --only checkpoint");
        }
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("--only is not a regular expression: " + wrong.getDescription(), wrong);
        }
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.pop();
    }

    private static int number(String name, Deque<String> rest, int least, int most) {
        String text = value(name, rest);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(name + " needs a whole number, not " + text, notOne);
        }
        throw new IllegalArgumentException(name + " is " + least + " to " + most);
    }
}
