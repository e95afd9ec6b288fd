package cn.suinian.gateway.console.day.board;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.office.DayOffice;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The board, the page of a day, its acts and their second signatures. */
public final class BoardFeature {

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.SETTLEMENT, DayPath.BOARD, Permission.DAY_VIEW, DayText.TITLE, DayText.TITLE_LINE);

    private static final int MONTH = 31;

    private final DayOffice office;
    private final Clock clock;
    private final List<ConsoleRoute> routes;
    private final RequestPages requests;

    public BoardFeature(DayOffice office, Vertx vertx, Clock clock) {
        this.office = office;
        this.clock = clock;
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

    /** How many days of the last month something keeps from their next step. */
    public long kept(Actor visitor) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Figures.ZONE);
        return office.board().list(visitor, Optional.of(today), MONTH).stream()
                .filter(line -> !line.blockers().isEmpty())
                .count();
    }

    /** What waits for a second signature. */
    public WaitingRoom waiting() {
        return requests;
    }
}
