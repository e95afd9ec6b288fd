package cn.suinian.load.bench;

import cn.suinian.load.stage.GatewayCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The arguments of a run.
 *
 * @param only rows whose name has this in it; empty: all
 * @param jvm further flags of the servers' JVMs
 */
record BenchOptions(
        GatewayCommand gateway, int rounds, int seconds, int cards, int connections, String only, String jvm) {
    static final String USAGE =
            "usage: bench [--rounds NUMBER] [--seconds NUMBER] [--cards NUMBER] [--connections NUMBER] [--only TEXT]"
                    + " [--jvm FLAGS]";

    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
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
        String only = "";
        String jvm = "";
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--gateway-classpath" -> classpath = value(name, rest);
                case "--rounds" -> rounds = number(name, rest, 1, 99);
                case "--seconds" -> seconds = number(name, rest, 1, 120);
                case "--cards" -> cards = number(name, rest, 1_000, 70_000_000);
                case "--connections" -> connections = number(name, rest, 1, 4_096);
                case "--only" -> only = value(name, rest);
                case "--jvm" -> jvm = value(name, rest);
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }
        if (classpath.isEmpty()) {
            throw new IllegalArgumentException("which gateway? --gateway-classpath is missing");
        }
        return new BenchOptions(new GatewayCommand(classpath), rounds, seconds, cards, connections, only, jvm);
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
