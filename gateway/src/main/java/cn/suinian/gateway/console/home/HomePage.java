package cn.suinian.gateway.console.home;

import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import java.util.Map;

/** The first page after signing in: a tile for each thing that this person may do. */
public final class HomePage {

    private HomePage() {}

    /** Its route. */
    public static ConsoleRoute route() {
        return ConsoleRoute.get(
                "/", Access.SIGNED_IN, visit -> Answer.page("home/page.jte", Map.of("frame", visit.frame())));
    }
}
