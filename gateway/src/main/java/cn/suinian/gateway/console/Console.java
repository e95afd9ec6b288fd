package cn.suinian.gateway.console;

import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.console.flags.FlagsPage;
import cn.suinian.gateway.console.page.Assets;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.tap.TapPage;
import cn.suinian.gateway.console.today.TodayPage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The staff console as one router. It only reads. There is no sign-in yet: bind it to the loopback address, which is
 * the default, or put it behind something that asks who comes.
 */
public final class Console {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private static final int PATIENCE_MILLIS = 10_000;

    private final Vertx vertx;
    private final Pages pages;
    private final Assets assets = new Assets();
    private final HostCheck hosts;
    private final TodayPage today;
    private final TapPage tap;
    private final FlagsPage flags;

    /**
     * A console over one database.
     *
     * @param database a pool of its own, see {@link #readOnly}, so that no page holds a connection a tap waits for
     * @param reference rules and terminals as this node knows them
     * @param bindHost the address the console listens on; requests must name it, or this machine, as their host
     */
    public Console(Vertx vertx, SqlClient database, Supplier<Reference> reference, Clock clock, String bindHost) {
        this.vertx = vertx;
        this.pages = new Pages(assets);
        this.hosts = new HostCheck(bindHost);
        this.today = new TodayPage(vertx, pages, database, clock);
        this.tap = new TapPage(pages, new Explanations(database, reference, PATIENCE_MILLIS), database);
        this.flags = new FlagsPage(pages, database);
    }

    /**
     * Connection options for the console's own pool (two connections are enough): it cannot write, a runaway query ends
     * by itself, and one page never takes both processors from the taps.
     */
    public static PgConnectOptions readOnly(PgConnectOptions database) {
        PgConnectOptions options = new PgConnectOptions(database).setCachePreparedStatements(true);
        options.addProperty("application_name", "suinian-console");
        options.addProperty("default_transaction_read_only", "on");
        options.addProperty("statement_timeout", "30s");
        options.addProperty("max_parallel_workers_per_gather", "0");
        // The same statement reads a whole day or its last two minutes: one plan must not serve both.
        options.addProperty("plan_cache_mode", "force_custom_plan");
        options.addProperty("jit", "off");
        return options;
    }

    /** Every route of the console. */
    public Router router() {
        Router router = Router.router(vertx);
        router.route().handler(SafetyHeaders::add);
        router.route().handler(this::refuseForeignHosts);
        reading(router.route("/assets/*")).handler(assets::serve);
        reading(router.route("/")).handler(today::page);
        reading(router.route("/today")).handler(today::fragment);
        reading(router.route("/taps")).handler(tap::find);
        reading(router.route("/taps/:tapId")).handler(tap::page);
        reading(router.route("/flags")).handler(flags::page);
        router.errorHandler(400, request -> ErrorPage.BAD_REQUEST.show(pages, request));
        router.errorHandler(404, request -> ErrorPage.NOT_FOUND.show(pages, request));
        router.errorHandler(405, request -> ErrorPage.WRONG_METHOD.show(pages, request));
        router.errorHandler(500, this::fail);
        return router;
    }

    private static Route reading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void refuseForeignHosts(RoutingContext request) {
        if (hosts.accepts(request.request().authority())) {
            request.next();
        } else {
            ErrorPage.WRONG_HOST.show(pages, request);
        }
    }

    private void fail(RoutingContext request) {
        LOG.error("the console could not answer {}", request.normalizedPath(), request.failure());
        ErrorPage.OUR_FAULT.show(pages, request);
    }
}
