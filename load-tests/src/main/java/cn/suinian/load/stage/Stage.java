package cn.suinian.load.stage;

import cn.suinian.load.screen.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A throw-away data directory and the gateway that runs in it. */
public final class Stage implements AutoCloseable {
    /** Long enough to seed a million cards; whoever has no patience has Ctrl-C. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final int STOP_SECONDS = 30;
    private static final int CLOSE_MINUTES = 5;
    private static final Duration STEP = Duration.ofMillis(50);

    private final GatewayCommand gateway;
    private final Screen screen;
    private final Path directory;
    private final Children children = new Children();
    private final Thread hook = new Thread(this::strike, "stage-hook");
    private Map<String, String> settings = Map.of();
    private @Nullable RuntimeFile runtime;

    private Stage(GatewayCommand gateway, Screen screen, Path directory) {
        this.gateway = gateway;
        this.screen = screen;
        this.directory = directory;
    }

    /** Makes an empty stage under the system's temporary directory. */
    public static Stage build(GatewayCommand gateway, Screen screen) throws IOException {
        Stage stage = new Stage(gateway, screen, Files.createTempDirectory("suinian-stage-"));
        Runtime.getRuntime().addShutdownHook(stage.hook);
        return stage;
    }

    public Path directory() {
        return directory;
    }

    /** The demo city that the gateway wrote. */
    public Path cityFile() {
        return dataDirectory().resolve("demo-city.json");
    }

    /** What the running gateway says of itself. */
    public RuntimeFile runtime() {
        if (runtime == null) {
            throw new IllegalStateException("the gateway has not been started");
        }
        return runtime;
    }

    /**
     * Starts the gateway on an empty data directory; one that was running before is stopped and its data lost.
     *
     * @param extraSettings SUINIAN_* names beyond the directory and the ports
     */
    public void start(Map<String, String> extraSettings) throws StageException, IOException, InterruptedException {
        children.stop();
        Directories.delete(dataDirectory());
        Files.createDirectories(dataDirectory());
        settings = new HashMap<>(extraSettings);
        settings.put("SUINIAN_DATA_DIR", dataDirectory().toString());
        for (String port : List.of("DB", "TERMINAL", "CONSOLE", "COUNTER", "METRICS")) {
            settings.put("SUINIAN_" + port + "_PORT", "0");
        }
        Process serving = launch(gateway, List.of("serve"), log(), settings);
        runtime = awaitRuntimeFile(serving, dataDirectory(), log());
    }

    /** A node that was added. */
    public record Node(RuntimeFile runtime, long pid) {}

    /** Starts one more node of the terminal API on the same database and with the same keys. */
    public RuntimeFile addNode(String name) throws StageException, IOException, InterruptedException {
        return addNode(name, gateway, Map.of()).runtime();
    }

    /**
     * Starts one more node of the terminal API with the same keys.
     *
     * @param program what takes the gateway's place, or the gateway
     * @param environment what differs from the first node, such as {@code SUINIAN_DB_URL}
     */
    public Node addNode(String name, GatewayCommand program, Map<String, String> environment)
            throws StageException, IOException, InterruptedException {
        Path data = directory.resolve(name);
        Files.createDirectories(data);
        Map<String, String> others = new HashMap<>(settings);
        others.remove("SUINIAN_DB_PORT");
        others.put("SUINIAN_DATA_DIR", data.toString());
        others.put("SUINIAN_DB_URL", runtime().databaseUrl().toString());
        others.put("SUINIAN_KEYSTORE", keystore().toString());
        others.put("SUINIAN_KEYSTORE_PASSPHRASE", passphrase());
        others.putAll(environment);
        Path log = directory.resolve(name + ".log");
        Process node = launch(program, List.of("serve", "--roles", "terminal"), log, others);
        return new Node(awaitRuntimeFile(node, data, log), node.pid());
    }

    /** Stops a node in order and waits for its end. */
    public void stopNode(Node node) throws InterruptedException {
        ProcessHandle process = ProcessHandle.of(node.pid()).orElseThrow();
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The keystore of all nodes. */
    public Path keystore() {
        return dataDirectory().resolve("keys.bcfks");
    }

    /** What opens the keystore. */
    public String passphrase() throws IOException {
        return Files.readString(dataDirectory().resolve("keystore.passphrase")).strip();
    }

    /** Closes business days: {@code close --json} with these arguments, as a process of its own. */
    public List<ClosedDay> closeDays(String... arguments) throws StageException, IOException, InterruptedException {
        Path printed = directory.resolve("close.json");
        List<String> line = new ArrayList<>(List.of("close", "--json"));
        line.addAll(List.of(arguments));
        int exitCode = finish("close", line, printed);
        if (exitCode != 0) {
            throw new StageException(
                    "close ended with exit code " + exitCode + ":\n" + tail(printed) + tail(errorsOf(printed)));
        }
        return ClosedDay.parse(Files.readString(printed));
    }

    /**
     * What an audit ended with.
     *
     * @param exitCode 0: every check holds
     * @param printed on both streams
     */
    public record Audit(int exitCode, String printed) {}

    /** Audits one sealed day: {@code verify --day}, as a process of its own. */
    public Audit verify(LocalDate day) throws StageException, IOException, InterruptedException {
        Path printed = directory.resolve("verify.txt");
        int exitCode = finish("verify", List.of("verify", "--day", day.toString()), printed);
        return new Audit(exitCode, Files.readString(printed) + Files.readString(errorsOf(printed)));
    }

    private int finish(String command, List<String> line, Path printed)
            throws StageException, IOException, InterruptedException {
        settings.put("SUINIAN_DB_URL", runtime().databaseUrl().toString());
        settings.remove("SUINIAN_DB_PORT");
        Process process = launch(gateway, line, printed, settings);
        if (!process.waitFor(CLOSE_MINUTES, TimeUnit.MINUTES)) {
            throw new StageException(command + " did not end within " + CLOSE_MINUTES + " minutes");
        }
        return process.exitValue();
    }

    /** What the gateway said last, on its streams and in its log. */
    public String lastWords() throws IOException {
        return tail(log()) + tail(errorsOf(log())) + tail(dataDirectory().resolve("suinian.log"));
    }

    /** Stops the gateway and deletes everything. */
    @Override
    public void close() {
        strike();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            screen.line("stopped");
        }
    }

    private synchronized void strike() {
        children.stop();
        Directories.killPostgresUnder(directory);
        Directories.delete(directory);
    }

    private Process launch(GatewayCommand program, List<String> arguments, Path output, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.line(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("SUINIAN_"));
        builder.environment().putAll(environment);
        builder.directory(directory.toFile());
        builder.redirectOutput(output.toFile());
        builder.redirectError(errorsOf(output).toFile());
        return children.add(builder.start());
    }

    private RuntimeFile awaitRuntimeFile(Process serving, Path data, Path log)
            throws StageException, IOException, InterruptedException {
        Path file = data.resolve("runtime.json");
        long started = System.nanoTime();
        while (!Files.exists(file)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - started);
            if (!serving.isAlive() || waited.compareTo(START) > 0) {
                throw new StageException(
                        (serving.isAlive() ? "the gateway was not ready after " + waited : "the gateway ended at once")
                                + "; it said:\n" + tail(log) + tail(errorsOf(log)) + lastWords());
            }
            screen.progress("starting the gateway: %d s".formatted(waited.toSeconds()));
            TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
        }
        return RuntimeFile.read(file);
    }

    private Path dataDirectory() {
        return directory.resolve("data");
    }

    private Path log() {
        return directory.resolve("gateway.log");
    }

    private static Path errorsOf(Path output) {
        return output.resolveSibling(output.getFileName() + ".err");
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())) + "\n";
    }
}
