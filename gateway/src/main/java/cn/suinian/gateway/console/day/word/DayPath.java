package cn.suinian.gateway.console.day.word;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.businessday.DayRefusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Business days in addresses, and the answer "no such page" for days that never were. */
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

    /**
     * The day in the path.
     *
     * @throws RefusedException so that the guard answers, when it is none
     */
    public static LocalDate day(Visit visit) {
        return parse(visit.path("day")).orElseThrow(() -> new RefusedException(DayRefusal.NO_SUCH_DAY));
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

    /** The same routes; days and requests that are not there have no page. */
    public static List<ConsoleRoute> around(List<ConsoleRoute> routes) {
        return routes.stream().map(DayPath::around).toList();
    }

    private static ConsoleRoute around(ConsoleRoute route) {
        Desk desk = route.desk();
        return new ConsoleRoute(
                route.method(),
                route.path(),
                route.access(),
                route.limit(),
                desk == null ? null : visit -> answer(() -> desk.answer(visit)),
                around(route.form()),
                route.live(),
                route.wantsProof());
    }

    private static Desk.@Nullable Form around(Desk.@Nullable Form form) {
        return form == null ? null : (visit, problems) -> answer(() -> form.show(visit, problems));
    }

    private static Answer answer(Callable<Answer> page) throws Exception {
        try {
            return page.call();
        } catch (RefusedException refused) {
            if (refused.refusal() == DayRefusal.NO_SUCH_DAY || refused.refusal() == ApprovalRefusal.NO_SUCH_REQUEST) {
                return Answer.error(ErrorPage.NOT_FOUND);
            }
            throw refused;
        }
    }
}
