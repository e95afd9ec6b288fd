package cn.suinian.gateway.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.stand.Wire;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the port of the console takes from strangers, before any page is asked. */
class ConsolePortTest {

    private static final ConsolePort.Limits SMALL = new ConsolePort.Limits(10, 2, 1);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private int open(Set<String> proxies, Handler<HttpServerRequest> console) {
        ConsolePort port = new ConsolePort("127.0.0.1", 0, proxies, SMALL, console);
        vertx.deployVerticle(port).await();
        return port.port();
    }

    private static void answer(HttpServerRequest request) {
        request.response().end("{}");
    }

    private static boolean answered(Wire wire) throws IOException {
        try {
            return wire.exchange(GET.getBytes(ISO_8859_1)).status() == 200;
        } catch (EOFException | SocketException closed) {
            return false;
        }
    }

    @Test
    void oneAddressHasItsNumberOfConnectionsUntilOneGoes() throws Exception {
        int port = open(Set.of(), ConsolePortTest::answer);
        try (Wire first = Wire.open(port)) {
            assertThat(answered(first)).isTrue();
            Wire second = Wire.open(port);
            assertThat(answered(second)).isTrue();
            try (Wire third = Wire.open(port)) {
                assertThat(third.closedByPeer()).isTrue();
            }
            second.close();
            awaitRoom(port);
        }
    }

    private static void awaitRoom(int port) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean room = false;
        while (!room) {
            assertThat(System.nanoTime()).as("no room again").isLessThan(patience);
            try (Wire another = Wire.open(port)) {
                room = answered(another);
            }
        }
    }

    @Test
    void aTrustedProxyHasAsManyAsItLikes() throws Exception {
        int port = open(Set.of("127.0.0.1"), ConsolePortTest::answer);
        try (Wire first = Wire.open(port);
                Wire second = Wire.open(port);
                Wire third = Wire.open(port)) {
            for (Wire each : new Wire[] {first, second, third}) {
                assertThat(answered(each)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTTP/1.1\r\nHost: a\r\nX-Pad"})
    void aHeadThatDoesNotArriveEndsTheConnection(String bytes) throws Exception {
        try (Wire wire = Wire.open(open(Set.of(), ConsolePortTest::answer))) {
            wire.send(bytes.getBytes(ISO_8859_1));
            assertThat(wire.closedByPeer()).isTrue();
        }
    }

    @Test
    void whoeverWaitsForAPageIsNotSentAway() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        int port = open(Set.of(), waiting::add);
        try (Wire patient = Wire.open(port);
                Wire silent = Wire.open(port)) {
            patient.send(GET.getBytes(ISO_8859_1));
            assertThat(silent.closedByPeer()).isTrue();
            vertx.runOnContext(now -> waiting.forEach(ConsolePortTest::answer));
            assertThat(patient.read(true).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
                "HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0",
                "HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked"
            })
    void whoeverSaysTwoLengthsIsRefused(String head) throws Exception {
        int port = open(Set.of(), ConsolePortTest::answer);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(("POST / " + head + "\r\n\r\n0\r\n\r\n").getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith(head.substring(0, "HTTP/1.x".length()) + " 400")
                    .doesNotContain("{}");
        }
    }
}
