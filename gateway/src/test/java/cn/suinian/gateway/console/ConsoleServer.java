package cn.suinian.gateway.console;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.reference.ReferenceWatch;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

/** A console on a free port, over a real database. */
public final class ConsoleServer implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Pool pool;
    private final ReferenceWatch reference;
    private final HttpServer server;

    public ConsoleServer(Database database, Clock clock) {
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(Console.readOnly(database.connectOptions()))
                .with(new PoolOptions().setMaxSize(2))
                .build();
        reference = new ReferenceWatch(vertx, pool, database.connectOptions());
        reference.start().otherwiseEmpty().await();
        Console console = new Console(vertx, pool, reference::current, clock, "127.0.0.1");
        server = vertx.createHttpServer()
                .requestHandler(console.router())
                .listen(0, "127.0.0.1")
                .await();
    }

    /** The address of the console, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The port. */
    public int port() {
        return server.actualPort();
    }

    /** Cuts the console off its database. */
    public void loseDatabase() {
        pool.close().await();
    }

    /** Gets a page; headers as names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends something other than GET. */
    public HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close().await();
        reference.stop().otherwiseEmpty().await();
        vertx.close().await();
    }
}
