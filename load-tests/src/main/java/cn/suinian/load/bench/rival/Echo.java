package cn.suinian.load.bench.rival;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.io.IOException;

/** Sends back the body of every request, on every core: the most that this HTTP server can do here. */
public final class Echo extends VerticleBase {
    private final int port;
    private HttpServer server;

    private Echo(int port) {
        this.port = port;
    }

    /** Listens until the process is killed. */
    public static void main(String[] arguments) throws IOException {
        int port = Rivals.freePort();
        Rivals.await(Rivals.vertx()
                .deployVerticle(() -> new Echo(port), new DeploymentOptions().setInstances(Rivals.loops())));
        Rivals.announce(port, "postgresql://none");
    }

    @Override
    public Future<?> start() {
        server = vertx.createHttpServer(Rivals.options(port))
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
}
