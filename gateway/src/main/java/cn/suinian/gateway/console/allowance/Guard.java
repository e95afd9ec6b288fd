package cn.suinian.gateway.console.allowance;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers "no such page" for what is not there, or not there for whoever asks, and "changed" for a step too late. */
final class Guard {

    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    private static final Set<Refusal> TOO_LATE =
            Set.of(AllowanceRefusal.WRONG_STATE, AllowanceRefusal.NO_SUCH_CLAIM, ApprovalRefusal.ALREADY_DECIDED);

    private Guard() {}

    /** The same routes behind the guard. */
    static List<ConsoleRoute> around(List<ConsoleRoute> routes) {
        return routes.stream().map(Guard::around).toList();
    }

    /** A number of ours in the path. */
    static long number(Visit visit, String name) {
        long number = visit.number(name);
        if (number < 1) {
            throw new RefusedException(AllowanceRefusal.NO_SUCH_RUN);
        }
        return number;
    }

    /** The month in the path. */
    static YearMonth month(Visit visit) {
        String text = visit.path("month");
        if (!MONTH.matcher(text).matches()) {
            throw new RefusedException(AllowanceRefusal.NO_SUCH_RUN);
        }
        return YearMonth.parse(text);
    }

    private static ConsoleRoute around(ConsoleRoute route) {
        Desk desk = route.desk();
        boolean aboutARun = route.path().contains("/:run");
        return new ConsoleRoute(
                route.method(),
                route.path(),
                route.access(),
                route.limit(),
                desk == null ? null : visit -> answer(aboutARun, () -> desk.answer(visit)),
                around(aboutARun, route.form()),
                route.live(),
                route.wantsProof());
    }

    private static Desk.@Nullable Form around(boolean aboutARun, Desk.@Nullable Form form) {
        return form == null ? null : (visit, problems) -> answer(aboutARun, () -> form.show(visit, problems));
    }

    private static Answer answer(boolean aboutARun, Callable<Answer> page) throws Exception {
        try {
            return page.call();
        } catch (RefusedException refused) {
            if (isNobodys(refused) || (aboutARun && refused.refusal() == AllowanceRefusal.OTHER_DISTRICT)) {
                return Answer.error(ErrorPage.NOT_FOUND);
            }
            if (TOO_LATE.contains(refused.refusal())) {
                return Answer.error(ErrorPage.CHANGED_MEANWHILE);
            }
            throw refused;
        }
    }

    private static boolean isNobodys(RefusedException refused) {
        boolean nobody = refused.refusal() == AllowanceRefusal.NO_SUCH_HOLDER && refused.field() == null;
        return nobody
                || refused.refusal() == AllowanceRefusal.NO_SUCH_RUN
                || refused.refusal() == ApprovalRefusal.NO_SUCH_REQUEST;
    }
}
