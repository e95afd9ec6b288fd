package cn.suinian.load.fake;

import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.TerminalIdentity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A terminal API on a free port of this machine. */
public final class FakeGateway implements AutoCloseable {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("HMAC-SM3 terminal=\"(\\d{12})\", key=1, sent=\"([^\"]+)\", mac=\"([0-9a-f]{64})\"");

    static {
        // Without it the JDK's server waits 40 ms for an acknowledgement between head and body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, TerminalIdentity> terminals;
    private final Brain brain;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Frame> received = new ConcurrentLinkedQueue<>();

    /** What the gateway answers to a genuine request. */
    @FunctionalInterface
    public interface Brain {
        Told answer(String terminalId, Frame frame);
    }

    /** A status and a body. */
    public record Told(int status, String body) {}

    public FakeGateway(List<TerminalIdentity> terminals, Brain brain) throws IOException {
        this.terminals =
                terminals.stream().collect(Collectors.toMap(TerminalIdentity::terminalId, Function.identity()));
        this.brain = brain;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests go wrong, one for each fault. */
    public void willFail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Every request with a true MAC that was read, in order. */
    public List<Frame> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Fault fault = faults.poll();
        if (fault == Fault.DROPPED_UNREAD) {
            exchange.close();
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Frame frame =
                new Frame(exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
        Matcher sent = AUTHORIZATION.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        TerminalIdentity terminal = sent.matches() ? terminals.get(sent.group(1)) : null;
        if (terminal == null || !terminal.requestMac(frame, sent.group(2)).equals(sent.group(3))) {
            reply(exchange, new Told(401, "{\"code\":40104}"));
            return;
        }
        answer(exchange, fault, terminal, frame, sent.group(3));
    }

    private void answer(HttpExchange exchange, Fault fault, TerminalIdentity terminal, Frame frame, String mac)
            throws IOException {
        received.add(frame);
        Told told = fault == Fault.BUSY
                ? new Told(503, "{\"code\":50301}")
                : fault == Fault.BROKEN
                        ? new Told(500, "{\"code\":50001}")
                        : brain.answer(terminal.terminalId(), frame);
        if (fault == Fault.ANSWER_LOST) {
            exchange.close();
            return;
        }
        if (fault == Fault.BUSY) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        String replyMac = terminal.replyMac(told.status(), mac, told.body());
        if (fault != Fault.NO_MAC) {
            exchange.getResponseHeaders().set("Suinian-Mac", fault == Fault.WRONG_MAC ? "0".repeat(64) : replyMac);
        }
        reply(exchange, told);
    }

    private static void reply(HttpExchange exchange, Told told) throws IOException {
        byte[] bytes = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
