package cn.suinian.gateway.console.staff;

import static cn.suinian.core.staff.Permission.STAFF_MANAGE;

import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * An act of an administrator that asks for nothing but a reason, on a member of staff or a program.
 *
 * @param name the end of its address
 * @param question names what it is done to
 * @param harmless whether it may be taken back
 */
record PlainAct(String name, Phrase question, Phrase consequence, Phrase label, boolean harmless) {

    /**
     * What it is done to.
     *
     * @param called what people call it
     * @param address its page
     */
    record Target(String called, String address, Map<String, String> facts, int rowVersion) {}

    /** Finds it by the path; empty: there is none. */
    @FunctionalInterface
    interface Finder {
        /** As the frame's reader sees it. */
        Optional<Target> find(Visit visit, Frame frame) throws SQLException;
    }

    /** The page that asks. */
    ConsoleRoute form(String at, Finder finder) {
        return ConsoleRoute.form(at + name, STAFF_MANAGE, (visit, problems) -> ask(visit, problems, finder));
    }

    /** The act, and the page again when it is refused. */
    ConsoleRoute act(String at, Finder finder, Desk desk) {
        return ConsoleRoute.act(
                at + name, STAFF_MANAGE, Desk.versioned(desk), (visit, problems) -> ask(visit, problems, finder));
    }

    private Answer ask(Visit visit, Problems problems, Finder finder) throws SQLException {
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Optional<Target> found = finder.find(visit, frame);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        Target target = found.get();
        return Answer.page(
                "part/act.jte",
                Map.of(
                        "view",
                        new Confirmation(
                                form,
                                target.address() + "/" + name,
                                frame.say(question, target.called()),
                                frame.say(consequence),
                                target.facts(),
                                frame.say(label),
                                target.address(),
                                shownVersion(visit, target.rowVersion()),
                                harmless)));
    }

    /** A form that is shown again keeps the version that was seen first: what changed since is not confirmed unseen. */
    static int shownVersion(Visit visit, int now) {
        int seen = visit.typed().rowVersion();
        return seen < 0 ? now : seen;
    }

    /** The version that was confirmed. */
    static int version(Visit visit) {
        return visit.typed().rowVersion();
    }

    /** Why. */
    static String reason(Visit visit) {
        return visit.typed().text("reason");
    }
}
