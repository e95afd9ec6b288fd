package cn.suinian.load.bench.micro;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package one by one, each in processes like this one, and shows one table. */
public final class Micro {
    private static final int FORKS = 2;
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;
    private static final TimeValue WARM_UP = TimeValue.seconds(1);
    private static final TimeValue MEASUREMENT = TimeValue.milliseconds(800);
    private static final String PACKAGE = Micro.class.getPackageName() + ".";
    private static final String BYTES_PER_OPERATION = "gc.alloc.rate.norm";

    private final Screen screen;

    private Micro(Screen screen) {
        this.screen = screen;
    }

    /** Takes a regular expression: which benchmarks; exit code 0 measured, 1 something went wrong. */
    public static void main(String[] arguments) {
        System.exit(new Micro(Screen.ofProcess()).run(Pattern.compile(arguments[0])) ? 0 : 1);
    }

    /** What the benchmarks of this class path are called, such as {@code decisions: bus ride}. */
    static List<String> names() {
        return listed().stream().map(Micro::name).toList();
    }

    private boolean run(Pattern only) {
        List<BenchmarkListEntry> chosen = listed().stream()
                .filter(each -> only.matcher(name(each)).find())
                .toList();
        screen.line("%d forks each, %d warm-ups of %s and %d measurements of %s in each; +- is 99.9 %% confidence"
                .formatted(FORKS, WARM_UPS, WARM_UP, MEASUREMENTS, MEASUREMENT));
        Table table = new Table("", "ns/op", "+-", "bytes/op");
        for (BenchmarkListEntry each : chosen) {
            screen.progress("measuring " + name(each));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            try {
                OutputFormat format = format(said, VerboseMode.NORMAL);
                add(table, each, new Runner(options(each), format).runSingle());
            } catch (RunnerException failure) {
                screen.line(said.toString(StandardCharsets.UTF_8));
                screen.line(name(each) + " broke off: " + failure.getMessage());
                return false;
            }
        }
        screen.line("");
        table.show(screen);
        return true;
    }

    private static Options options(BenchmarkListEntry benchmark) {
        return new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getUsername()) + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(FORKS)
                .warmupIterations(WARM_UPS)
                .warmupTime(WARM_UP)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(MEASUREMENT)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseG1GC")
                .shouldFailOnError(true)
                .build();
    }

    private static void add(Table table, BenchmarkListEntry benchmark, RunResult measured) {
        double bytes = measured.getSecondaryResults().keySet().stream()
                .filter(each -> each.endsWith(BYTES_PER_OPERATION))
                .mapToDouble(each -> measured.getSecondaryResults().get(each).getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this JVM does not say how much it allocates"));
        table.row(
                name(benchmark),
                "%,.1f".formatted(measured.getPrimaryResult().getScore()),
                "%,.1f".formatted(measured.getPrimaryResult().getScoreError()),
                "%,.0f".formatted(bytes));
    }

    private static List<BenchmarkListEntry> listed() {
        OutputFormat silent = format(OutputStream.nullOutputStream(), VerboseMode.SILENT);
        return List.copyOf(BenchmarkList.defaultList().find(silent, List.of("^" + Pattern.quote(PACKAGE)), List.of()));
    }

    /** The class and the method, in words. */
    private static String name(BenchmarkListEntry benchmark) {
        String inThisPackage = benchmark.getUsername().substring(PACKAGE.length());
        return words(inThisPackage).replace(".", ": ");
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static OutputFormat format(OutputStream out, VerboseMode mode) {
        return OutputFormatFactory.createFormatInstance(new PrintStream(out, true, StandardCharsets.UTF_8), mode);
    }
}
