package cn.suinian.gateway.console.approval;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inbox of second signatures. */
public final class InboxPages {

    /** The address of the inbox. */
    public static final String PATH = "/approvals";

    /** Of the head of every page, for whoever gives any second signature. */
    public static final Section SECTION = new Section(
            Area.NONE,
            PATH,
            Set.of(
                    Permission.HOLDER_LIFE_EVENT_APPROVE,
                    Permission.DAY_APPROVE,
                    Permission.RECONCILE_APPROVE,
                    Permission.LENS_RELEASE,
                    Permission.PAYOUT_APPROVE,
                    Permission.ALLOWANCE_APPROVE),
            InboxText.TITLE,
            InboxText.SECTION_LINE);

    private final List<WaitingRoom> rooms;
    private final Clock clock;

    /** An inbox of what waits in these rooms. */
    public InboxPages(List<WaitingRoom> rooms, Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.clock = clock;
    }

    /** Everybody has one: whoever asked for something sees there that it waits. */
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get(PATH, Access.SIGNED_IN, this::list));
    }

    /** How much waits for this visitor to decide. */
    public long count(Actor visitor) throws Exception {
        return waiting(visitor, Language.ZH).stream()
                .filter(each -> !each.request().own())
                .count();
    }

    private Answer list(Visit visit) throws Exception {
        Frame frame = visit.frame();
        List<WaitingItem> waiting = waiting(visit.actor(), frame.language());
        return Answer.page("approval/inbox.jte", Map.of("view", new InboxView(frame, waiting, clock.instant())));
    }

    private List<WaitingItem> waiting(Actor visitor, Language language) throws Exception {
        List<WaitingItem> waiting = new ArrayList<>();
        for (WaitingRoom room : rooms) {
            waiting.addAll(room.waiting(visitor, language));
        }
        return waiting;
    }
}
