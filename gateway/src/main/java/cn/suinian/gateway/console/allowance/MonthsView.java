package cn.suinian.gateway.console.allowance;

import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.allowance.AllowanceMonths.Board;
import cn.suinian.settlement.allowance.AllowanceMonths.Due;
import cn.suinian.settlement.allowance.AllowanceMonths.Total;
import cn.suinian.settlement.allowance.Deadline;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Months, ready to print.
 *
 * @param now the month it is
 * @param first where the list begins; null: this is its beginning
 * @param older where it goes on; null: it does not
 */
public record MonthsView(
        Frame frame,
        Board now,
        List<Total> totals,
        @Nullable String first,
        @Nullable String older) {

    /** A month. */
    public record Row(String path, String month, String runs, String people, String money, String recovery) {}

    public String say(AllowanceText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** The address of a month. */
    static String path(YearMonth month) {
        return "/allowance/months/" + month;
    }

    public String nowPath() {
        return path(now.month());
    }

    /** The deadlines of the month it is. */
    public Map<String, String> deadlines() {
        return deadlines(frame, now);
    }

    /** Each deadline of a month with its day and what is left of the time. */
    static Map<String, String> deadlines(Frame frame, Board board) {
        Map<String, String> deadlines = new LinkedHashMap<>();
        board.due().forEach((deadline, due) -> deadlines.put(frame.say(name(deadline)), words(frame, due)));
        return deadlines;
    }

    static AllowanceText name(Deadline deadline) {
        return switch (deadline) {
            case LIST -> AllowanceText.BY_LIST;
            case CONFIRM -> AllowanceText.BY_CONFIRM;
            case PAY -> AllowanceText.BY_PAY;
        };
    }

    static String words(Frame frame, Due due) {
        return due.on() + " · " + left(frame, due);
    }

    private static String left(Frame frame, Due due) {
        if (due.past()) {
            return frame.say(AllowanceText.LATE, -due.workingDaysLeft());
        }
        return due.workingDaysLeft() == 0
                ? frame.say(AllowanceText.LAST_DAY)
                : frame.say(AllowanceText.LEFT, due.workingDaysLeft());
    }

    public List<Row> rows() {
        return totals.stream()
                .map(total -> new Row(
                        path(total.month()),
                        total.month().toString(),
                        say(AllowanceText.RUNS_ORDERED, total.runs(), total.ordered()),
                        Figures.count(total.holders()),
                        Figures.yuan(total.payableFen()),
                        Figures.yuan(total.recoveryFen())))
                .toList();
    }
}
