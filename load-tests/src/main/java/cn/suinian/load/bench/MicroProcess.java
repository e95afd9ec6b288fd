package cn.suinian.load.bench;

import cn.suinian.load.screen.Screen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts the benchmarks of {@code bench.micro}: they see the gateway's classes, which this process must not. */
final class MicroProcess {
    private static final String MAIN = "cn.suinian.load.bench.micro.Micro";

    private MicroProcess() {}

    /** Exit code: 0 measured, 1 something went wrong. */
    static int run(BenchOptions options, Screen screen) {
        try {
            Process child = new ProcessBuilder(line(options)).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
            return child.waitFor();
        } catch (IOException failure) {
            screen.line("the bench broke off: " + failure.getMessage());
        } catch (InterruptedException e) {
            screen.line("interrupted");
        }
        return 1;
    }

    /** The benchmarks' own processes take their flags and class path from this one. */
    private static List<String> line(BenchOptions options) {
        List<String> flags =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        Arrays.stream(options.jvm().split("\\s+", -1))
                .filter(flag -> !flag.isEmpty())
                .forEach(flags::add);
        List<String> line =
                new ArrayList<>(options.beside(MAIN).line(List.of(options.only().pattern())));
        line.addAll(1, flags);
        return line;
    }
}
