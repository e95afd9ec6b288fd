package cn.suinian.gateway.console.payout.word;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A page about something that is not there is a page that is not there. */
public final class NotThere {

    /** In an address, a number that is none of ours. */
    private static final class NoNumberException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoNumberException() {
            super("no number of ours", null, false, false);
        }
    }

    private NotThere() {}

    /** The same routes; these refusals are no page. */
    public static List<ConsoleRoute> around(List<ConsoleRoute> routes, Refusal... gone) {
        Set<Refusal> all = Set.of(gone);
        return routes.stream().map(route -> around(route, all)).toList();
    }

    /** A number of ours in the path; anything else is no page. */
    public static long number(Visit visit, String name) {
        long number = visit.number(name);
        if (number < 1) {
            throw new NoNumberException();
        }
        return number;
    }

    /** The same for what is counted in fewer digits. */
    public static int smallNumber(Visit visit, String name) {
        long number = number(visit, name);
        if (number > Integer.MAX_VALUE) {
            throw new NoNumberException();
        }
        return (int) number;
    }

    private static ConsoleRoute around(ConsoleRoute route, Set<Refusal> gone) {
        Desk desk = route.desk();
        return new ConsoleRoute(
                route.method(),
                route.path(),
                route.access(),
                route.limit(),
                desk == null ? null : visit -> answer(() -> desk.answer(visit), gone),
                around(route.form(), gone),
                route.live(),
                route.wantsProof());
    }

    private static Desk.@Nullable Form around(Desk.@Nullable Form form, Set<Refusal> gone) {
        return form == null ? null : (visit, problems) -> answer(() -> form.show(visit, problems), gone);
    }

    private static Answer answer(Callable<Answer> page, Set<Refusal> gone) throws Exception {
        try {
            return page.call();
        } catch (NoNumberException nothing) {
            return Answer.error(ErrorPage.NOT_FOUND);
        } catch (RefusedException refused) {
            if (gone.contains(refused.refusal())) {
                return Answer.error(ErrorPage.NOT_FOUND);
            }
            throw refused;
        }
    }
}
