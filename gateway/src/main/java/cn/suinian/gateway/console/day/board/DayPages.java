package cn.suinian.gateway.console.day.board;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayBoard.Line;
import cn.suinian.settlement.businessday.DayBoard.Waiting;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.calendar.CalendarBook;
import cn.suinian.settlement.reconciliation.ReconciliationGate.Blocker;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The board and the page of a day. */
final class DayPages {

    private final DayOffice office;
    private final DayRuns runs;
    private final Clock clock;

    DayPages(DayOffice office, DayRuns runs, Clock clock) {
        this.office = office;
        this.runs = runs;
        this.clock = clock;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(DayPath.BOARD, Permission.DAY_VIEW, this::board),
                ConsoleRoute.get(DayPath.DAY, Permission.DAY_VIEW, this::day),
                ConsoleRoute.get(DayPath.DAY + "/progress", Permission.DAY_VIEW, this::progress));
    }

    private Answer board(Visit visit) throws SQLException {
        LocalDate today = today();
        YearMonth month = visit.query("month").flatMap(DayPath::month).orElse(YearMonth.from(today));
        Typed asked = Typed.of(Map.of("state", visit.query("state").orElse("")));
        Optional<State> state = asked.choice("state", State.class);
        List<Line> lines =
                office
                        .board()
                        .list(visit.actor(), Optional.of(month.plusMonths(1).atDay(1)), month.lengthOfMonth())
                        .stream()
                        .filter(line -> YearMonth.from(line.day().day()).equals(month))
                        .toList();
        BoardView view = new BoardView(
                visit.form(asked, Problems.NONE),
                new BoardView.Shown(
                        month,
                        state,
                        clock.instant(),
                        due(month),
                        visit.actor().scope().district() == null),
                lines,
                office.days().listPayerDays(month.atDay(1), month.atEndOfMonth()));
        return Answer.page("day/board.jte", Map.of("view", view));
    }

    private Map<LocalDate, LocalDate> due(YearMonth month) throws SQLException {
        return office.calendar().month(month).stream()
                .collect(Collectors.toMap(CalendarBook.Day::day, CalendarBook.Day::due));
    }

    private Answer day(Visit visit) throws SQLException {
        LocalDate day = DayPath.day(visit);
        return Answer.page("day/page.jte", Map.of("view", view(visit, day), "held", held(visit, day)));
    }

    /** While something is done to the day: how far it is; afterwards the whole page but for its head. */
    private Answer progress(Visit visit) throws SQLException {
        LocalDate day = DayPath.day(visit);
        return Answer.page("day/body.jte", Map.of("view", view(visit, day), "held", held(visit, day)));
    }

    /** What is held by name up to a day that is paid, or can be; of a sealed one it would take the journal of years. */
    private HeldView held(Visit visit, LocalDate day) throws SQLException {
        boolean payable = office.days()
                .find(day)
                .filter(each -> each.state() == State.APPROVED || each.state() == State.PAID)
                .isPresent();
        return new HeldView(visit.frame(), payable ? office.held().through(visit.actor(), day) : List.of());
    }

    /**
     * Whether something is done to it is asked first: what ends while the day is read would else leave a page of before
     * that nothing looks at again. The figures are read last, so that whatever is said of a day that is being cleared
     * has them.
     */
    private DayView view(Visit visit, LocalDate day) throws SQLException {
        boolean running = runs.isRunning(day);
        Actor actor = visit.actor();
        Line line = office.board().find(actor, day).orElseThrow(() -> new RefusedException(DayRefusal.NO_SUCH_DAY));
        State state = line.day().state();
        List<Waiting> waiting = office.board().listWaiting(actor).stream()
                .filter(each -> each.day().equals(day))
                .toList();
        boolean statements = state == State.CLEARED || state == State.RECONCILED;
        List<Blocker> vendors = statements && actor.may(Permission.RECONCILE_VIEW)
                ? office.listStatementBlockers(actor, day)
                : List.of();
        return new DayView(
                visit.frame(),
                new DayView.Known(
                        line,
                        office.days().findReport(day),
                        office.board().listActs(actor, day),
                        waiting,
                        vendors,
                        line.day().isCleared() ? office.review(actor, day) : Optional.empty(),
                        running,
                        runs.failure(day),
                        state == State.SEALED && office.publishing().find(day).isPresent(),
                        office.calendar().due(day),
                        actor.scope().district() == null,
                        clock.instant(),
                        today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Figures.ZONE));
    }
}
