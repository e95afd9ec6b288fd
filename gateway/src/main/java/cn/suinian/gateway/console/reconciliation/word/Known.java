package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.Desk;
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

    /** The desk, or the plain page. */
    public static Desk desk(Desk desk) {
        return visit -> {
            try {
                return desk.answer(visit);
            } catch (RefusedException refused) {
                return answer(refused);
            }
        };
    }

    /** The form, or the plain page. */
    public static Desk.Form form(Desk.Form form) {
        return (visit, problems) -> {
            try {
                return form.show(visit, problems);
            } catch (RefusedException refused) {
                return answer(refused);
            }
        };
    }

    private static Answer answer(RefusedException refused) {
        String name = refused.refusal().name();
        if (NOT_THERE.contains(name)) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        if (MOVED_ON.contains(name)) {
            return Answer.error(ErrorPage.CHANGED_MEANWHILE);
        }
        throw refused;
    }
}
