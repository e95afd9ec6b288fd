package cn.suinian.load.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Signals and limits for processes that this run started, by their ids. */
final class Signals {
    private static final int PATIENCE_SECONDS = 10;

    private Signals() {}

    /** Why processes cannot be signalled here, if they cannot. */
    static Optional<String> missing() {
        try {
            run(List.of("kill", "-0", Long.toString(ProcessHandle.current().pid())));
        } catch (IOException noSuchCommand) {
            return Optional.of("this system has no kill command: " + noSuchCommand.getMessage());
        }
        return Files.isDirectory(Path.of("/proc/self"))
                ? Optional.empty()
                : Optional.of("this system has no /proc, by which the database's processes are found");
    }

    /** Whether the size of files can be limited. */
    static boolean canLimitFiles() {
        try {
            run(List.of("prlimit", "--version"));
            return true;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    static void kill(List<Long> pids) throws IOException {
        signal("-KILL", pids);
    }

    static void stop(List<Long> pids) throws IOException {
        signal("-STOP", pids);
    }

    static void goOn(List<Long> pids) throws IOException {
        signal("-CONT", pids);
    }

    /** No file that these processes write may grow beyond so many bytes; empty: no limit. */
    static void limitFiles(List<Long> pids, Optional<Long> bytes) throws IOException {
        String limit = bytes.map(String::valueOf).orElse("unlimited");
        for (long pid : pids) {
            // The soft limit only: an ordinary user may not raise a hard one again.
            tolerant(List.of("prlimit", "--pid", Long.toString(pid), "--fsize=" + limit + ":"));
        }
    }

    /** The postmaster of this cluster and its children; empty when none is alive. */
    static List<Long> databaseUnder(Path cluster) {
        Optional<ProcessHandle> postmaster = postmaster(cluster);
        List<Long> pids = new ArrayList<>();
        postmaster.ifPresent(found -> {
            pids.add(found.pid());
            found.children().map(ProcessHandle::pid).forEach(pids::add);
        });
        return pids;
    }

    /** The server process of this cluster, if it is alive and is one. */
    static Optional<ProcessHandle> postmaster(Path cluster) {
        try {
            String first = Files.readAllLines(cluster.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(first.strip())).filter(process -> isPostgresOf(cluster, process));
        } catch (IOException | RuntimeException betweenTwoServers) {
            return Optional.empty();
        }
    }

    private static boolean isPostgresOf(Path cluster, ProcessHandle process) {
        try {
            Path directory = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return directory.equals(cluster.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static void signal(String which, List<Long> pids) throws IOException {
        if (!pids.isEmpty()) {
            tolerant(pids.stream()
                    .map(String::valueOf)
                    .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                        List<String> line = new ArrayList<>(List.of("kill", which));
                        line.addAll(all);
                        return line;
                    })));
        }
    }

    /** A process may end by itself before the signal reaches it; that is no failure. */
    private static void tolerant(List<String> line) throws IOException {
        run(line);
    }

    private static int run(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(line.get(0) + " did not end");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
