package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import java.util.Optional;
import java.util.Set;

/** A page about something that is not there is no page; one about something that moved on says so. */
public final class Known {
    private static final Set<String> NOT_THERE = Set.of(
            "NO_SUCH_STATEMENT",
            "NO_SUCH_BREAK",
            "NO_SUCH_VENDOR",
            "NO_SUCH_ATTACHMENT",
            "NO_SUCH_RULE",
            "NO_SUCH_REQUEST");
    private static final Set<String> MOVED_ON =
            Set.of("CHANGED_MEANWHILE", "ALREADY_DECIDED", "ALREADY_WITHDRAWN", "NOT_HELD");

    private Known() {}

    /** The route, whose refusals of that kind are plain pages. */
    public static ConsoleRoute around(ConsoleRoute route) {
        return NotThere.around(route, Known::page);
    }

    private static Optional<ErrorPage> page(RefusedException refused) {
        String name = refused.refusal().name();
        if (NOT_THERE.contains(name)) {
            return Optional.of(ErrorPage.NOT_FOUND);
        }
        return MOVED_ON.contains(name) ? Optional.of(ErrorPage.CHANGED_MEANWHILE) : Optional.empty();
    }
}
