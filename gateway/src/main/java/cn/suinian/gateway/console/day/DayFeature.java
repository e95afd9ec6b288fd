package cn.suinian.gateway.console.day;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.chart.ChartPages;
import cn.suinian.gateway.console.day.board.BoardFeature;
import cn.suinian.gateway.console.day.calendar.CalendarPages;
import cn.suinian.gateway.console.day.line.LedgerPages;
import cn.suinian.gateway.console.day.line.LinePages;
import cn.suinian.gateway.console.day.seal.PublishedPages;
import cn.suinian.gateway.console.day.seal.SealPages;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.Pages;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.settlement.businessday.DayRefusal;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every page about business days. */
public final class DayFeature {

    /** Where the board is. */
    public static final String BOARD = DayPath.BOARD;

    private final List<ConsoleRoute> routes;
    private final BoardFeature board;

    /**
     * All of them.
     *
     * @param proxies addresses whose word on where a request comes from is believed
     */
    public DayFeature(DayOffice office, Vertx vertx, Pages pages, Set<String> proxies, Clock clock) {
        this.board = new BoardFeature(office, vertx, clock);
        this.routes = Stream.concat(
                        NotThere.around(
                                Stream.of(
                                                board.routes(),
                                                new LinePages(office.days()).routes(),
                                                new LedgerPages(office.days(), clock).routes(),
                                                new SealPages(office.sealing(), office.publishing()).routes(),
                                                new CalendarPages(office.calendar(), clock).routes(),
                                                new ChartPages(office.figures(), clock).routes())
                                        .flatMap(List::stream)
                                        .toList(),
                                DayRefusal.NO_SUCH_DAY,
                                ApprovalRefusal.NO_SUCH_REQUEST)
                                .stream(),
                        new PublishedPages(office.publishing(), vertx, pages, proxies).routes().stream())
                .toList();
    }

    /** Where the head of every page leads. */
    public static List<Section> sections() {
        return List.of(BoardFeature.SECTION, ChartPages.SECTION);
    }

    public List<ConsoleRoute> routes() {
        return routes;
    }

    /** What waits for a second signature. */
    public WaitingRoom waiting() {
        return board.waiting();
    }

    /** How many days that are over are not cleared yet. */
    public long notClosed(Actor visitor) throws SQLException {
        return board.notClosed(visitor);
    }

    /** How many days that are over are not sealed yet. */
    public long notSealed(Actor visitor) throws SQLException {
        return board.notSealed(visitor);
    }
}
