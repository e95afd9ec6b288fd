package cn.suinian.gateway.console.day.calendar;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.calendar.CalendarBook;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A month of the calendar. */
public final class CalendarPages {

    static final String PATH = "/calendar";

    private final CalendarBook calendar;
    private final Clock clock;

    public CalendarPages(CalendarBook calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get(PATH, Permission.DAY_VIEW, this::page));
    }

    private Answer page(Visit visit) throws SQLException {
        LocalDate today = LocalDate.now(clock.withZone(Figures.ZONE));
        YearMonth month = visit.query("month").flatMap(DayPath::month).orElse(YearMonth.from(today));
        CalendarView view = new CalendarView(visit.frame(), month, today, calendar.month(month));
        return Answer.page("day/calendar/page.jte", Map.of("view", view));
    }
}
