package cn.suinian.load.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The machine a table was made on: without it a figure says nothing. */
final class Machine {
    private static final int FLUSHES = 4_000;
    private static final int PAGE = 8_192;

    private Machine() {}

    /** Processes that ran or wanted to, on average of a minute: read before the run makes a load of its own. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).substring(0, 4);
    }

    /** Lines for a person; what the machine does not tell is left out. */
    static List<String> describe(Path directory, String postgres, String loadBefore) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("processor  %s, %d cores for everything"
                .formatted(
                        first(Path.of("/proc/cpuinfo"), "model name"),
                        Runtime.getRuntime().availableProcessors()));
        lines.add("memory     " + first(Path.of("/proc/meminfo"), "MemTotal"));
        String linux = System.getProperty("os.version");
        lines.add("system     Linux %s, load %s before the run".formatted(linux, loadBefore));
        lines.add("java       " + System.getProperty("java.vm.name") + " " + Runtime.version());
        lines.add("database   " + postgres);
        lines.add(disk(directory));
        return lines;
    }

    private static String first(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** The tail matters as much as the middle: a flush that stops stops every tap that waits for it. */
    private static String disk(Path directory) throws IOException {
        List<Long> nanos = flushes(directory);
        nanos.sort(Comparator.naturalOrder());
        return "disk       a page written and flushed in %.2f ms, p99 %.2f, p99.9 %.2f, longest %.2f (%,d times)"
                .formatted(millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 0.999), millis(nanos, 1), FLUSHES);
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(share * sorted.size(), sorted.size() - 1.0)) / 1e6;
    }

    private static List<Long> flushes(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "flush", "");
        List<Long> nanos = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FLUSHES; i++) {
                long started = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                nanos.add(System.nanoTime() - started);
            }
        } finally {
            Files.delete(file);
        }
        return nanos;
    }
}
