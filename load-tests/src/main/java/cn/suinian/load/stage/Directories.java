package cn.suinian.load.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What must be gone from a directory before it can go itself. */
public final class Directories {
    private static final int GRACE_SECONDS = 5;

    private Directories() {}

    /** Deletes a directory and all in it; what another process deletes meanwhile is as good. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("could not delete " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Ends a PostgreSQL whose data lie here, in case its gateway could not: found by its own pid file. */
    public static void killPostgresUnder(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path pidFile :
                    found.filter(path -> path.endsWith("postmaster.pid")).toList()) {
                postmaster(pidFile).ifPresent(Directories::kill);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("could not look into " + directory + ": " + e.getMessage(), e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void kill(ProcessHandle postmaster) {
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        try {
            postmaster.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL " + postmaster.pid() + " does not end", e);
        }
    }
}
