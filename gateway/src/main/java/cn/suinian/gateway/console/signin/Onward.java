package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.LocalPath;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.Visit;
import java.util.Map;
import java.util.Optional;

/** Where somebody goes on who was interrupted: to the page they wanted, or to what they had typed. */
final class Onward {

    private static final int OK = 200;

    private Onward() {}

    /** The page they wanted; empty: none of ours. */
    static Optional<String> next(Visit visit) {
        return LocalPath.of(visit.typed().text("next"))
                .or(() -> LocalPath.of(visit.query("next").orElse("")));
    }

    /** What they had typed; empty: nothing. */
    static Optional<Kept> kept(Visit visit) {
        return Kept.ofSignIn(visit.typed());
    }

    /** The page with one button that sends on what they had typed; only to whose it was. */
    static Answer resume(Visit visit, Session session, Kept kept) {
        if (!kept.isOf(session)) {
            return Answer.to("/").saying(Flash.warning(visit.frame().say(SignInText.NOT_YOURS)));
        }
        return page(visit, session, kept);
    }

    /** The page of it, once it is known to be theirs. */
    static Answer.Page page(Visit visit, Session session, Kept kept) {
        StepView view = StepView.of(form(visit, session, Problems.NONE), "", kept, null, null);
        return new Answer.Page(OK, "signin/resume.jte", Map.of("view", view));
    }

    /** A form of the session that the browser has from now on; codes and passwords are not shown again. */
    static FormView form(Visit visit, Session session, Problems problems) {
        Frame frame = visit.frame().as(session.visitor()).at(session.stage().path());
        FormView form = visit.form(Typed.NOTHING, problems);
        return new FormView(frame, form.typed(), form.problems(), form.act());
    }
}
