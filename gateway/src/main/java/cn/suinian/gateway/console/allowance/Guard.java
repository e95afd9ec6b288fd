package cn.suinian.gateway.console.allowance;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers "no such page" for what is not there, or not there for whoever asks, and "changed" for a step too late. */
final class Guard {

    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    private static final Set<Refusal> TOO_LATE = Set.of(
            AllowanceRefusal.WRONG_STATE,
            AllowanceRefusal.NO_SUCH_CLAIM,
            AllowanceRefusal.NO_SUCH_REFUND,
            AllowanceRefusal.ACCOUNT_NOT_REFUSED,
            AllowanceRefusal.NO_FAILED_MESSAGE,
            ApprovalRefusal.ALREADY_DECIDED);

    private Guard() {}

    /** The same routes behind the guard. */
    static List<ConsoleRoute> around(List<ConsoleRoute> routes) {
        return routes.stream()
                .map(route ->
                        NotThere.around(route, refused -> page(route.path().contains("/:run"), refused)))
                .toList();
    }

    /** The month in the path; anything else is no page. */
    static YearMonth month(Visit visit) {
        String text = visit.path("month");
        if (!MONTH.matcher(text).matches()) {
            throw NotThere.noneOfOurs();
        }
        return YearMonth.parse(text);
    }

    private static Optional<ErrorPage> page(boolean aboutARun, RefusedException refused) {
        if (isNobodys(refused) || (aboutARun && refused.refusal() == AllowanceRefusal.OTHER_DISTRICT)) {
            return Optional.of(ErrorPage.NOT_FOUND);
        }
        return TOO_LATE.contains(refused.refusal()) ? Optional.of(ErrorPage.CHANGED_MEANWHILE) : Optional.empty();
    }

    private static boolean isNobodys(RefusedException refused) {
        boolean nobody = refused.refusal() == AllowanceRefusal.NO_SUCH_HOLDER && refused.field() == null;
        return nobody
                || refused.refusal() == AllowanceRefusal.NO_SUCH_RUN
                || refused.refusal() == ApprovalRefusal.NO_SUCH_REQUEST;
    }
}
