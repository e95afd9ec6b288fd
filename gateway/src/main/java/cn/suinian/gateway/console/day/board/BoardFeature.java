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
import cn.suinian.settlement.businessday.BusinessDay.State;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The board, the page of a day, its acts and their second signatures. */
public final class BoardFeature {

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.SETTLEMENT, DayPath.BOARD, Permission.DAY_VIEW, DayText.TITLE, DayText.TITLE_LINE);

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
                        new ManyPages(office, clock).routes(),
                        new DayPages(office, runs, clock).routes(),
                        new ActPages(office, runs, clock).routes(),
                        requests.routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<ConsoleRoute> routes() {
        return routes;
    }

    /** How many days that are over are not cleared yet. */
    public long notClosed(Actor visitor) throws SQLException {
        return office.board().countBefore(visitor, today(), EnumSet.of(State.OPEN, State.CUT));
    }

    /** How many days that are over are not sealed yet. */
    public long notSealed(Actor visitor) throws SQLException {
        return office.board().countBefore(visitor, today(), EnumSet.complementOf(EnumSet.of(State.SEALED)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Figures.ZONE);
    }

    /** What waits for a second signature. */
    public WaitingRoom waiting() {
        return requests;
    }
}
