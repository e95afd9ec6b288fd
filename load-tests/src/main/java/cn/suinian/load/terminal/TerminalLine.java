package cn.suinian.load.terminal;

import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.SignedFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connection to the terminal API: HTTP/1.1, kept alive, one request at a time per calling thread. Where several
 * nodes serve it, requests go to each in turn, as a balancer would send them.
 */
public final class TerminalLine {
    private final HttpClient client;
    private final List<URI> bases;
    private final AtomicInteger turn = new AtomicInteger();
    private final Duration timeout;

    /**
     * @param base for example {@code http://127.0.0.1:8480}
     * @param timeout after which an answer counts as lost
     */
    public TerminalLine(URI base, Duration timeout) {
        this(List.of(base), timeout);
    }

    /**
     * @param bases of the nodes
     * @param timeout after which an answer counts as lost
     */
    public TerminalLine(List<URI> bases, Duration timeout) {
        this.bases = List.copyOf(bases);
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Sends one request and waits for its reply.
     *
     * @throws IOException when the answer was lost on the way; what the gateway did is then unknown
     */
    public Reply exchange(SignedFrame signed) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(signed), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Suinian-Mac").orElse(null),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(Long::valueOf)
                        .orElse(null));
    }

    private HttpRequest request(SignedFrame signed) {
        Frame frame = signed.frame();
        URI base = bases.get(Math.floorMod(turn.getAndIncrement(), bases.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(frame.target()))
                .timeout(timeout)
                .header("Authorization", signed.authorization());
        if (frame.body().isEmpty()) {
            return request.method(frame.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(frame.method(), BodyPublishers.ofString(frame.body(), StandardCharsets.UTF_8))
                .build();
    }
}
