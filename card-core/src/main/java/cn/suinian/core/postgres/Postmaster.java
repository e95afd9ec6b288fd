package cn.suinian.core.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server process of one cluster through {@code pg_ctl}. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final long LOG_LIMIT_BYTES = 10 << 20;
    private static final long STRAGGLERS_SECONDS = 30;
    // Replaying 4 GB of WAL after a kill takes far less; a server that fails ends the wait at once.
    private static final int START_SECONDS = 600;

    private final Path home;
    private final Path cluster;
    private final Path log;

    Postmaster(Path home, Path cluster, Path log) {
        this.home = home;
        this.cluster = cluster;
        this.log = log;
    }

    Optional<Long> findPid() throws IOException {
        return PostmasterFile.read(cluster)
                .map(PostmasterFile::pid)
                .filter(pid -> ServerProcesses.isServerOf(cluster, pid));
    }

    /** Starts the server and waits until it takes connections, recovery included. */
    void start() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        Subprocess started = control("start", "-w", "-t", Integer.toString(START_SECONDS), "-l", log.toString());
        if (started.exitCode() != 0) {
            throw new DatabaseUnusableException("The embedded database did not start. The end of " + log + ":\n"
                    + logSince(logStart) + started.output().strip());
        }
    }

    /** Shuts down in order: open transactions roll back, everything committed is on disk. Does nothing when down. */
    void stop() throws IOException {
        if (findPid().isEmpty()) {
            return;
        }
        if (control("stop", "-w", "-m", "fast", "-t", "60").exitCode() != 0
                && findPid().isPresent()) {
            LOG.warn("The database did not shut down within a minute; it stops at once and recovers at the next start");
            Subprocess stopped = control("stop", "-w", "-m", "immediate", "-t", "30");
            if (stopped.exitCode() != 0 && findPid().isPresent()) {
                throw new DatabaseUnusableException("The embedded database does not stop: "
                        + stopped.output().strip());
            }
        }
    }

    /** Removes whatever a killed process left running or lying about. */
    void clearTheWay() throws IOException {
        Optional<Long> leftOver = findPid();
        if (leftOver.isPresent()) {
            LOG.warn(
                    "The last run was killed and left its database running (process {}); shutting it down",
                    leftOver.get());
            stop();
        }
        endStragglers();
        Optional<PostmasterFile> stale = PostmasterFile.read(cluster);
        // A dead process's file is PostgreSQL's own business; a number that lives on in a stranger would stop it.
        if (stale.isPresent() && ProcessHandle.of(stale.get().pid()).isPresent()) {
            Files.delete(PostmasterFile.in(cluster));
        }
    }

    /** When only the postmaster was killed its children end by themselves, but a busy one takes its time. */
    private void endStragglers() throws IOException {
        List<ProcessHandle> stragglers = ServerProcesses.list(cluster);
        stragglers.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends =
                stragglers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(STRAGGLERS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            String pids = stragglers.stream()
                    .filter(ProcessHandle::isAlive)
                    .map(process -> Long.toString(process.pid()))
                    .collect(Collectors.joining(", "));
            throw new DatabaseUnusableException(
                    "Processes of an earlier database still use " + cluster + " and do not end: " + pids, stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier database was ending", interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IOException("Waiting for an earlier database failed", failed);
        }
    }

    private Subprocess control(String action, String... arguments) throws IOException {
        String[] all = new String[arguments.length + 3];
        all[0] = action;
        all[1] = "-D";
        all[2] = cluster.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Subprocess.runPostgres(home, "pg_ctl", null, all);
    }

    private String logSince(long start) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(log);
        int from = (int) Math.min(start, bytes.length);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
