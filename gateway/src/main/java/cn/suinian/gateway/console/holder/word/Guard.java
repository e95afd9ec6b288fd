package cn.suinian.gateway.console.holder.word;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers "no such page" for holders and requests that are not there, or not there for whoever asks. */
public final class Guard {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private Guard() {}

    /** The same routes behind the guard. */
    public static List<ConsoleRoute> around(List<ConsoleRoute> routes) {
        return routes.stream().map(Guard::around).toList();
    }

    /**
     * A number of ours in the path.
     *
     * @throws RefusedException so that the guard answers, when it is none
     */
    public static long number(Visit visit, String name) {
        String text = visit.path(name);
        if (!NUMBER.matcher(text).matches()) {
            throw new RefusedException(HolderRefusal.NO_SUCH_HOLDER);
        }
        return Long.parseLong(text);
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
            boolean nobody = refused.refusal() == HolderRefusal.NO_SUCH_HOLDER
                    || refused.refusal() == ApprovalRefusal.NO_SUCH_REQUEST;
            if (nobody) {
                return Answer.error(ErrorPage.NOT_FOUND);
            }
            throw refused;
        }
    }
}
