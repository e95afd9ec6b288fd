package cn.suinian.load.replay;

import cn.suinian.load.stage.GatewayCommand;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a replay. */
record ReplayOptions(Path file, GatewayCommand gateway) {
    static final String USAGE = "Usage: ./suinian replay FILE";

    /**
     * @throws IllegalArgumentException with a sentence for the person who typed the arguments
     */
    static ReplayOptions parse(String[] arguments) {
        String classpath = System.getProperty("suinian.gateway.classpath", "");
        @Nullable String file = null;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.equals("--gateway-classpath") && !rest.isEmpty()) {
                classpath = rest.pop();
            } else if (argument.startsWith("--") || file != null) {
                throw new IllegalArgumentException("cannot make sense of " + argument);
            } else {
                file = argument;
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("which file?");
        }
        if (classpath.isEmpty()) {
            throw new IllegalArgumentException("which gateway? --gateway-classpath is missing");
        }
        return new ReplayOptions(Path.of(file), new GatewayCommand(classpath));
    }
}
