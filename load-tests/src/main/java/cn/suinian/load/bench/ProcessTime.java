package cn.suinian.load.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of processes as Linux counts it, in hundredths of a second ({@code proc_pid_stat(5)}): fine enough for
 * windows of some seconds.
 */
final class ProcessTime {
    private static final Path PROC = Path.of("/proc");
    private static final long MICROS_A_TICK = 10_000;

    /** Fields after the name of the command, which is in brackets and may hold blanks. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_CHILDREN = 13;
    private static final int SYSTEM_OF_CHILDREN = 14;

    private ProcessTime() {}

    /** Microseconds that one process has run. */
    static long ofProcess(long pid) throws IOException {
        String[] fields = fields(PROC.resolve(Long.toString(pid)));
        return (number(fields, USER) + number(fields, SYSTEM)) * MICROS_A_TICK;
    }

    /** Microseconds that a process and its children have run, children that have ended too. */
    static long ofFamily(long pid) throws IOException {
        String[] own = fields(PROC.resolve(Long.toString(pid)));
        long ticks = number(own, USER)
                + number(own, SYSTEM)
                + number(own, USER_OF_CHILDREN)
                + number(own, SYSTEM_OF_CHILDREN);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path each : processes) {
                ticks += ofChild(each, pid);
            }
        }
        return ticks * MICROS_A_TICK;
    }

    private static long ofChild(Path process, long parent) {
        try {
            String[] fields = fields(process);
            return number(fields, PARENT) == parent ? number(fields, USER) + number(fields, SYSTEM) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** The process that started one. */
    static long parentOf(long pid) throws IOException {
        return number(fields(PROC.resolve(Long.toString(pid))), PARENT);
    }

    private static String[] fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static long number(String[] fields, int field) {
        return Long.parseLong(fields[field]);
    }
}
