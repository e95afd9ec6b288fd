package cn.suinian.gateway.console.payout;

import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.calendar.CalendarBook;
import cn.suinian.settlement.calendar.CalendarBook.Day;
import cn.suinian.settlement.calendar.CalendarBook.Kind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** On which day a bank is to pay: banks work when offices do, and whoever wants another day is told so first. */
final class ExecutionDay {

    private static final int DAYS_TOLD = 14;

    private final CalendarBook calendar;
    private final Clock clock;

    ExecutionDay(CalendarBook calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Today when it is a working day, else the next one. */
    LocalDate usual() throws SQLException {
        return calendar.due(today().minusDays(1));
    }

    /** On which of the next days banks do not work. */
    String hint(Language language) throws SQLException {
        LocalDate today = today();
        LocalDate end = today.plusDays(DAYS_TOLD);
        List<Day> months = Stream.concat(
                        calendar.month(YearMonth.from(today)).stream(),
                        YearMonth.from(end).equals(YearMonth.from(today))
                                ? Stream.empty()
                                : calendar.month(YearMonth.from(end)).stream())
                .toList();
        List<String> rest = months.stream()
                .filter(day -> !day.day().isBefore(today) && day.day().isBefore(end) && rests(day))
                .map(day -> day.day().toString())
                .toList();
        return PayoutText.EXECUTE_HINT.in(language, String.join(language == Language.ZH ? "、" : ", ", rest));
    }

    /** What is wrong with a day that nobody was warned of: that banks do not work on it. */
    Problems unwarned(LocalDate wanted, String warned) throws SQLException {
        Day day = calendar.month(YearMonth.from(wanted)).get(wanted.getDayOfMonth() - 1);
        if (!rests(day) || wanted.toString().equals(warned)) {
            return Problems.NONE;
        }
        return Problems.NONE.and("executeOn", warning(day, Language.ZH), warning(day, Language.EN));
    }

    private static String warning(Day day, Language language) {
        String name = day.name().isEmpty() ? "" : "（" + day.name() + "）";
        return PayoutText.EXECUTE_RESTS.in(language, Figures.day(day.day(), language) + name, day.due());
    }

    private static boolean rests(Day day) {
        return day.kind() == Kind.WEEKEND || day.kind() == Kind.HOLIDAY;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Figures.ZONE);
    }
}
