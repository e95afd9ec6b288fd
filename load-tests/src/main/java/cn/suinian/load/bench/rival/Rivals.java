package cn.suinian.load.bench.rival;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** What all rivals start with: threads and network as the gateway has them, and how a bench finds them. */
final class Rivals {
    private Rivals() {}

    static int loops() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    static Vertx vertx() {
        Transport transport = Stream.of(Transport.IO_URING, Transport.EPOLL, Transport.NIO)
                .filter(each -> each != null && each.available())
                .findFirst()
                .orElseThrow();
        return Vertx.builder()
                .with(new VertxOptions().setEventLoopPoolSize(loops()))
                .withTransport(transport)
                .build();
    }

    static HttpServerOptions options(int port) {
        return new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** Says where it listens, in the {@code runtime.json} of {@code SUINIAN_DATA_DIR}. */
    static void announce(int port, String databaseUrl) throws IOException {
        Path directory = Path.of(System.getenv("SUINIAN_DATA_DIR"));
        Path written = Files.writeString(
                directory.resolve("runtime.tmp"),
                "{\"terminalUrl\": \"http://127.0.0.1:%d\", \"databaseUrl\": \"%s\"}".formatted(port, databaseUrl));
        Files.move(written, directory.resolve("runtime.json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
