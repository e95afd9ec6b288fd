package cn.suinian.gateway.console.day.board;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.office.DayOffice;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The board, the page of a day, its acts and their second signatures. */
public final class BoardFeature {

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(DayPath.BOARD, Permission.DAY_VIEW, DayText.TITLE, DayText.TITLE_LINE);

    private final List<ConsoleRoute> routes;
    private final RequestPages requests;

    public BoardFeature(DayOffice office, Vertx vertx, Clock clock) {
        DayRuns runs = new DayRuns(vertx);
        this.requests = new RequestPages(office);
        this.routes = Stream.of(
                        new DayPages(office, runs, clock).routes(),
                        new ActPages(office, runs, clock).routes(),
                        requests.routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<ConsoleRoute> routes() {
        return routes;
    }

    /** What waits for a second signature. */
    public WaitingRoom waiting() {
        return requests;
    }
}
