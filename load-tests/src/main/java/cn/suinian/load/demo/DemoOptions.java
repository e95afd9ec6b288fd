package cn.suinian.load.demo;

import cn.suinian.load.stage.GatewayCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The arguments of a demo. */
record DemoOptions(GatewayCommand gateway, long seed, int nodes) {
    static final String USAGE = "Usage: ./suinian demo [--seed NUMBER] [--nodes 1-4]";

    private static final long SEED = 20_261_123;
    private static final int MOST_NODES = 4;

    /**
     * @throws IllegalArgumentException with a sentence for the person who typed the arguments
     */
    static DemoOptions parse(String[] arguments) {
        String classpath = System.getProperty("suinian.gateway.classpath", "");
        long seed = SEED;
        int nodes = 1;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--gateway-classpath" -> classpath = value(name, rest);
                case "--seed" -> seed = number(name, value(name, rest));
                case "--nodes" -> nodes = nodes(number(name, value(name, rest)));
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }
        if (classpath.isEmpty()) {
            throw new IllegalArgumentException("which gateway? --gateway-classpath is missing");
        }
        return new DemoOptions(new GatewayCommand(classpath), seed, nodes);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.pop();
    }

    private static int nodes(long wanted) {
        if (wanted < 1 || wanted > MOST_NODES) {
            throw new IllegalArgumentException("--nodes is from 1 to " + MOST_NODES);
        }
        return (int) wanted;
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a whole number, not " + text, e);
        }
    }
}
