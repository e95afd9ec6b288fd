package cn.suinian.gateway.console.today;

import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pages;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Map;

/** Today's page and the part of it that refreshes itself. */
public final class TodayPage {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String PATH = "/today";
    private static final String PAUSED = "paused";

    private final Pages pages;
    private final TodayBoard board;

    public TodayPage(Vertx vertx, Pages pages, SqlClient database, Clock clock) {
        TodayReader reader = new TodayReader(new TodayStore(database), clock);
        this.pages = pages;
        this.board = new TodayBoard(vertx, clock, reader::read);
    }

    /** The whole page. With {@code ?paused} it does not refresh itself. */
    public void page(RoutingContext request) {
        show(request, "today/page.jte");
    }

    /** The figures alone, for htmx. */
    public void fragment(RoutingContext request) {
        show(request, "today/figures.jte");
    }

    private void show(RoutingContext request, String template) {
        board.look()
                .onSuccess(shown -> {
                    boolean paused = request.request().params().contains(PAUSED);
                    Frame frame = pages.frame(request, paused ? PATH + "?" + PAUSED : PATH);
                    TodayView view = new TodayView(frame, shown, paused);
                    int status = shown.today() == null ? UNAVAILABLE : OK;
                    pages.show(request, status, template, Map.of("view", view));
                })
                .onFailure(request::fail);
    }
}
