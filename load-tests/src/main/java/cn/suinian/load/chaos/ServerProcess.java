package cn.suinian.load.chaos;

import cn.suinian.load.stage.GatewayCommand;
import cn.suinian.load.stage.StageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One {@code serve} with a data directory of its own; it may be killed and started again. */
final class ServerProcess {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int STEP_MILLIS = 50;
    private static final int STOP_SECONDS = 40;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final GatewayCommand gateway;
    private final String name;
    private final Path directory;
    private final Map<String, String> settings;
    private final List<String> command;
    private @Nullable Process process;
    private boolean clearedAway;
    private @Nullable JsonNode runtime;

    /**
     * @param directory of the data; the streams are kept beside it
     */
    ServerProcess(
            GatewayCommand gateway, String name, Path directory, Map<String, String> settings, List<String> command) {
        this.gateway = gateway;
        this.name = name;
        this.directory = directory;
        this.settings = Map.copyOf(settings);
        this.command = command;
    }

    Path directory() {
        return directory;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return running().pid();
    }

    /** Starts without waiting; what a killed one said of itself is removed first. */
    synchronized void launch() throws IOException {
        if (clearedAway) {
            throw new IOException("everything is being cleared away");
        }
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve("runtime.json"));
        runtime = null;
        ProcessBuilder builder = new ProcessBuilder(gateway.line(command));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SUINIAN_"));
        builder.environment().putAll(settings);
        builder.environment().put("SUINIAN_DATA_DIR", directory.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                directory.resolveSibling(name + ".out").toFile()));
        process = builder.start();
    }

    /** Waits until the process says where it is. */
    void awaitStart() throws StageException, IOException, InterruptedException {
        Path file = directory.resolve("runtime.json");
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(file)) {
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new StageException(name + (isAlive() ? " was not ready after " + START : " ended at once")
                        + "; see " + directory.resolveSibling(name + ".out"));
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        runtime = new ObjectMapper().readTree(file.toFile());
    }

    /** Whether a balancer would give it traffic. */
    boolean isReady() throws InterruptedException {
        try {
            HttpRequest ask = HttpRequest.newBuilder(url("metricsUrl").resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(ask, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notNow) {
            return false;
        }
    }

    /** One of the addresses that it wrote down. */
    URI url(String which) {
        if (runtime == null || !runtime.hasNonNull(which)) {
            throw new IllegalStateException(name + " has no " + which);
        }
        return URI.create(runtime.get(which).asText());
    }

    /** Waits for a process that was killed. */
    void awaitEnd() throws StageException, InterruptedException {
        if (!running().waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new StageException(name + " does not end");
        }
    }

    /** A graceful stop; a process that takes too long for it is a finding. */
    void stop() throws StageException, InterruptedException {
        running().destroy();
        awaitEnd();
    }

    /** For the end of a run, whatever state it is in. */
    synchronized void clearAway() {
        clearedAway = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }
}
