package cn.suinian.gateway.console.holder.change;

import static cn.suinian.gateway.console.holder.change.CircumstancePages.day;
import static cn.suinian.gateway.console.holder.change.CircumstancePages.days;
import static cn.suinian.gateway.console.holder.change.CircumstancePages.evidenced;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.register.LifeEvent;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Records deaths and moves, and asks for a wrong death to be undone. */
public final class EventPages {

    private static final String HOLDER = "/holders/:id";

    private final HolderRegister holders;
    private final Clock clock;

    public EventPages(HolderRegister holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        ChangeForm move = new ChangeForm(holders, clock, HOLDER + "/move", "holder/change/move.jte", true);
        return Stream.of(
                        form("/death", "death").watched(Permission.HOLDER_LIFE_EVENT, this::recordDeath),
                        form("/move-out", "moveout").watched(Permission.HOLDER_LIFE_EVENT, this::recordMoveOut),
                        move.watched(Permission.HOLDER_LIFE_EVENT, this::recordMove),
                        form("/undo-death", "undo").watched(Permission.HOLDER_LIFE_EVENT, this::askToUndo))
                .flatMap(List::stream)
                .toList();
    }

    private ChangeForm form(String path, String template) {
        return new ChangeForm(holders, clock, HOLDER + path, "holder/change/" + template + ".jte");
    }

    private String recordDeath(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        evidenced(days(typed, "on"), typed).stopIfAny();
        return said(
                visit.frame(), holders.recordDeath(visit.actor(), holderId, day(typed, "on"), typed.text("evidence")));
    }

    private String recordMoveOut(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        evidenced(days(typed, "on"), typed).stopIfAny();
        return said(
                visit.frame(),
                holders.recordMoveOut(visit.actor(), holderId, day(typed, "on"), typed.text("evidence")));
    }

    private String recordMove(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        Problems problems = days(typed, "on");
        if (typed.choice("district", District.class).isEmpty()) {
            problems = problems.and("district", ChangeText.CHOOSE_DISTRICT);
        }
        evidenced(problems, typed).stopIfAny();
        return said(
                visit.frame(),
                holders.recordMoveDistrict(
                        visit.actor(),
                        holderId,
                        typed.choice("district", District.class).orElseThrow(),
                        day(typed, "on"),
                        typed.ticked("hukouToo"),
                        typed.text("evidence")));
    }

    private String askToUndo(Visit visit, long holderId) throws SQLException {
        holders.askToUndoDeath(visit.actor(), holderId, visit.typed().text("reason"));
        return visit.frame().say(ChangeText.ASKED);
    }

    /** What stops or changes, and from when. */
    static String said(Frame frame, LifeEvent event) {
        return frame.say(ChangeText.EVENT_DONE) + " " + Words.effects(event, frame.language());
    }
}
