package cn.suinian.gateway.console.route;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page about something that is not there, or not there for whoever asks, is a page that is not there: with the same
 * status and text as a number that was never given out. Put around all routes of a feature at once, so that a new page
 * cannot forget it; which refusals mean that, each feature says itself.
 */
public final class NotThere {

    /** In an address, what is none of ours. */
    private static final class NoneOfOursException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoneOfOursException() {
            super("none of ours", null, false, false);
        }
    }

    private NotThere() {}

    /** The same routes; these refusals are no page. */
    public static List<ConsoleRoute> around(List<ConsoleRoute> routes, Refusal... gone) {
        Set<Refusal> all = Set.of(gone);
        return routes.stream()
                .map(route -> around(
                        route,
                        refused ->
                                all.contains(refused.refusal()) ? Optional.of(ErrorPage.NOT_FOUND) : Optional.empty()))
                .toList();
    }

    /** The same route; a refusal that has a page of its own is that page. */
    public static ConsoleRoute around(ConsoleRoute route, Function<RefusedException, Optional<ErrorPage>> page) {
        Desk desk = route.desk();
        return route.answering(
                desk == null ? null : visit -> answer(() -> desk.answer(visit), page), around(route.form(), page));
    }

    /** A number of ours in the path; anything else is no page. */
    public static long number(Visit visit, String name) {
        long number = visit.number(name);
        if (number < 1) {
            throw noneOfOurs();
        }
        return number;
    }

    /** The same for what is counted in fewer digits. */
    public static int smallNumber(Visit visit, String name) {
        long number = number(visit, name);
        if (number > Integer.MAX_VALUE) {
            throw noneOfOurs();
        }
        return (int) number;
    }

    /** To be thrown for an address that is none of ours: there is no such page. */
    public static RuntimeException noneOfOurs() {
        return new NoneOfOursException();
    }

    private static Desk.@Nullable Form around(
            Desk.@Nullable Form form, Function<RefusedException, Optional<ErrorPage>> page) {
        return form == null ? null : (visit, problems) -> answer(() -> form.show(visit, problems), page);
    }

    private static Answer answer(Callable<Answer> asked, Function<RefusedException, Optional<ErrorPage>> page)
            throws Exception {
        try {
            return asked.call();
        } catch (NoneOfOursException nothing) {
            return Answer.error(ErrorPage.NOT_FOUND);
        } catch (RefusedException refused) {
            return Answer.error(page.apply(refused).orElseThrow(() -> refused));
        }
    }
}
