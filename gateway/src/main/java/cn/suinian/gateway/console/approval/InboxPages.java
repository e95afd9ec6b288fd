package cn.suinian.gateway.console.approval;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The inbox of second signatures. */
public final class InboxPages {

    /** The address of the inbox. */
    public static final String PATH = "/approvals";

    private static final String WITHDRAW = PATH + "/withdraw/:no";

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
        return List.of(
                ConsoleRoute.get(PATH, Access.SIGNED_IN, this::list),
                ConsoleRoute.get(WITHDRAW, Access.SIGNED_IN, visit -> ask(visit, Problems.NONE)),
                ConsoleRoute.act(WITHDRAW, Access.SIGNED_IN, this::withdraw, this::ask));
    }

    private Answer ask(Visit visit, Problems problems) throws Exception {
        Optional<WaitingItem> own = findOwn(visit);
        if (own.isEmpty()) {
            boolean looks = visit.typed().all().isEmpty();
            return Answer.error(looks ? ErrorPage.NOT_FOUND : ErrorPage.CHANGED_MEANWHILE);
        }
        WaitingItem item = own.get();
        Frame frame = visit.frame();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(InboxText.WHAT), item.what());
        facts.put(frame.say(InboxText.ABOUT), item.about());
        facts.put(frame.say(InboxText.REASON), item.request().reason());
        Confirmation view = new Confirmation(
                visit.form(problems),
                withdrawPath(item.request().no()),
                frame.say(InboxText.WITHDRAW_QUESTION, item.request().no()),
                frame.say(InboxText.WITHDRAW_CONSEQUENCE),
                facts,
                frame.say(InboxText.WITHDRAW),
                PATH,
                0,
                false);
        return Answer.page("part/act.jte", Map.of("view", view));
    }

    private Answer withdraw(Visit visit) throws Exception {
        Optional<WaitingItem> own = findOwn(visit);
        if (own.isEmpty()) {
            return Answer.error(ErrorPage.CHANGED_MEANWHILE);
        }
        WaitingItem item = own.get();
        item.request()
                .withdrawal()
                .by(visit.actor(), item.request().no(), visit.typed().text("reason"));
        return Answer.to(PATH).saying(Flash.done(visit.frame().say(InboxText.WITHDRAWN, item.what(), item.about())));
    }

    /** Where somebody takes an own request back. */
    public static String withdrawPath(long requestNo) {
        return PATH + "/withdraw/" + requestNo;
    }

    private Optional<WaitingItem> findOwn(Visit visit) throws Exception {
        long requestNo = visit.number("no");
        return waiting(visit.actor(), visit.frame().language()).stream()
                .filter(each -> each.request().own() && each.request().no() == requestNo)
                .findFirst();
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
