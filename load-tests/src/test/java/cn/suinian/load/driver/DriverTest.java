package cn.suinian.load.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client that measures, against a server whose behaviour is known. */
class DriverTest {
    private static final byte[] REQUEST =
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger served = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile String body = "{\"outcome\":\"APPROVED\"}";
    private volatile int status = 200;
    private volatile long stallMillis;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (served.incrementAndGet() == 1 && stallMillis > 0) {
                pause(stallMillis);
            }
            byte[] reply = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aClosedLoadSendsEachRequestOnceAndCountsApprovals() throws IOException {
        try (Driver driver = Driver.connect(server.getAddress(), 4)) {
            Volley volley = driver.closed(ammunition(50), TimeUnit.MINUTES.toNanos(1));

            assertThat(served).hasValue(50);
            assertThat(volley.replies()).isEqualTo(50);
            assertThat(volley.approved()).isEqualTo(50);
            assertThat(volley.refused()).isEmpty();
            assertThat(volley.samples()).containsOnlyKeys(0);
            assertThat(new String(volley.samples().get(0), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .endsWith(body);
        }
    }

    @Test
    void repliesLargerThanItsBufferAreReadWhole() throws IOException {
        body = "{\"outcome\":\"APPROVED\"}".repeat(10_000);
        try (Driver driver = Driver.connect(server.getAddress(), 2)) {
            assertThat(driver.closed(ammunition(4), TimeUnit.MINUTES.toNanos(1)).approved())
                    .isEqualTo(40_000);
        }
    }

    @Test
    void whatIsNotAGoodAnswerIsCountedByItsStatus() throws IOException {
        status = 429;
        try (Driver driver = Driver.connect(server.getAddress(), 2)) {
            Volley volley = driver.closed(ammunition(6), TimeUnit.MINUTES.toNanos(1));
            assertThat(volley.refused()).isEqualTo(Map.of(429, 6));
        }
    }

    @Test
    void aServerThatStallsIsChargedForAllWhoWouldHaveComeMeanwhile() throws IOException {
        stallMillis = 500;
        try (Driver driver = Driver.connect(server.getAddress(), 1)) {
            Volley volley = driver.open(ammunition(100), 200);

            assertThat(volley.replies()).isEqualTo(100);
            assertThat(volley.latency().getValueAtPercentile(50))
                    .as("half of them were due during the stall or waited behind it")
                    .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void nobodyElsesServerIsLoaded() throws IOException {
        InetAddress elsewhere = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Driver.connect(new InetSocketAddress(elsewhere, 80), 1))
                .withMessageContaining("not on this machine");
    }

    private static Ammunition ammunition(int requests) {
        return new Ammunition(Collections.nCopies(requests, REQUEST), 1);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
