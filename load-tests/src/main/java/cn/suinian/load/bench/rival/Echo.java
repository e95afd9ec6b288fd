package cn.suinian.load.bench.rival;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Sends back the body of every request, on every core: the most that this HTTP server can do here. */
public final class Echo extends VerticleBase {
    private final int port;
    private HttpServer server;

    private Echo(int port) {
        this.port = port;
    }

    /** Listens until the process is killed; says where in the {@code runtime.json} of {@code SUINIAN_DATA_DIR}. */
    public static void main(String[] arguments) throws IOException {
        int port = freePort();
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.builder().withTransport(transport()).build();
        vertx.deployVerticle(() -> new Echo(port), new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Path directory = Path.of(System.getenv("SUINIAN_DATA_DIR"));
        Path written = Files.writeString(
                directory.resolve("runtime.tmp"),
                "{\"terminalUrl\": \"http://127.0.0.1:" + port + "\", \"databaseUrl\": \"postgresql://none\"}");
        Files.move(written, directory.resolve("runtime.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(body)));
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        return server.close();
    }

    /** The one that the gateway takes too. */
    private static Transport transport() {
        return Stream.of(Transport.IO_URING, Transport.EPOLL, Transport.NIO)
                .filter(each -> each != null && each.available())
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
