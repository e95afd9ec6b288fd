package cn.suinian.load.demo;

import cn.suinian.load.stage.GatewayCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The arguments of a demo. */
record DemoOptions(GatewayCommand gateway, long seed) {
    static final String USAGE = "usage: Demo --gateway-classpath CLASSPATH [--seed NUMBER]";

    private static final long SEED = 20_261_123;

    /**
     * @throws IllegalArgumentException with a sentence for the person who typed the arguments
     */
    static DemoOptions parse(String[] arguments) {
        String classpath = System.getProperty("suinian.gateway.classpath", "");
        long seed = SEED;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--gateway-classpath" -> classpath = value(name, rest);
                case "--seed" -> seed = number(value(name, rest));
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }
        if (classpath.isEmpty()) {
            throw new IllegalArgumentException("which gateway? --gateway-classpath is missing");
        }
        return new DemoOptions(new GatewayCommand(classpath), seed);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.pop();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed needs a whole number, not " + text, e);
        }
    }
}
