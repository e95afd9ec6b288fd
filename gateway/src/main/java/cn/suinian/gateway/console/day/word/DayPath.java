package cn.suinian.gateway.console.day.word;

import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Business days in addresses. */
public final class DayPath {

    /** Where the board is. */
    public static final String BOARD = "/days";

    /** Where a day is. */
    public static final String DAY = BOARD + "/:day";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private DayPath() {}

    /** The page of a day. */
    public static String of(LocalDate day) {
        return BOARD + "/" + day;
    }

    /** Where a vendor's statement of a day is dealt with. */
    public static String reconciliation(LocalDate day, int vendorId) {
        return "/reconciliation/days/" + day + "/" + vendorId;
    }

    /** The day in the path; anything else is no page. */
    public static LocalDate day(Visit visit) {
        return parse(visit.path("day")).orElseThrow(NotThere::noneOfOurs);
    }

    /** A date as addresses have it. */
    public static Optional<LocalDate> parse(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** A month as addresses have it. */
    public static Optional<YearMonth> month(String text) {
        return parse(text + "-01").map(YearMonth::from);
    }
}
