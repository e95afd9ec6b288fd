package cn.suinian.gateway.console.day.calendar;

import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.calendar.CalendarBook;
import cn.suinian.settlement.calendar.CalendarBook.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A month, ready to print. */
public record CalendarView(Frame frame, YearMonth yearMonth, LocalDate today, List<CalendarBook.Day> days) {

    /** A day. */
    public record Row(String day, String kind, String tone, String name, String due, boolean today) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String month() {
        return yearMonth.toString();
    }

    /** How many days are worked. */
    public String sum() {
        long worked = days.stream()
                .filter(each -> each.kind() == Kind.WORKDAY || each.kind() == Kind.MAKEUP_WORKDAY)
                .count();
        return say(CalendarText.SUM, yearMonth, worked, days.size() - worked);
    }

    public String newer() {
        return new Address(CalendarPages.PATH)
                .with("month", yearMonth.plusMonths(1))
                .toString();
    }

    public String older() {
        return new Address(CalendarPages.PATH)
                .with("month", yearMonth.minusMonths(1))
                .toString();
    }

    public List<Row> rows() {
        return days.stream().map(this::row).toList();
    }

    private Row row(CalendarBook.Day each) {
        return new Row(
                Figures.day(each.day(), frame.language()),
                say(CalendarText.valueOf(each.kind().name())),
                tone(each.kind()),
                each.name(),
                each.due().toString(),
                each.day().equals(today));
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case WORKDAY -> "good";
            case MAKEUP_WORKDAY -> "wait";
            case WEEKEND -> "plain";
            case HOLIDAY -> "bad";
        };
    }
}
