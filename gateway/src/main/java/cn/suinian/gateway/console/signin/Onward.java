package cn.suinian.gateway.console.signin;

import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.KeptForms;
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

/**
 * Where somebody goes on who was interrupted: to the page they wanted, or to what they had typed.
 *
 * @param forms knows what was kept
 */
record Onward(KeptForms forms) {

    private static final int OK = 200;

    /** The page they wanted; empty: none of ours. */
    static Optional<String> next(Visit visit) {
        return LocalPath.of(visit.typed().text("next"))
                .or(() -> LocalPath.of(visit.query("next").orElse("")));
    }

    /** What they had typed; empty: nothing, or nothing that we kept. */
    Optional<Kept> kept(Visit visit) {
        return forms.ofSignIn(visit.typed());
    }

    /** Home for somebody whose page said that it had kept something, which we did not or which is too old. */
    static Optional<Answer> dropped(Visit visit) {
        return KeptForms.claimed(visit.typed())
                ? Optional.of(Answer.to("/").saying(Flash.warning(visit.frame().say(SignInText.NOT_KEPT))))
                : Optional.empty();
    }

    /**
     * What they had typed, for whoever has just signed in; only to whose it was. An act that wants a proof wants it
     * after this person has seen what it is.
     */
    static Answer resume(Visit visit, Session session, Kept kept) {
        if (!kept.isOf(session)) {
            return notYours(visit);
        }
        return kept.proved()
                ? ProvePages.ask(form(visit, session, Problems.NONE), "", kept, null)
                : page(visit, session, kept);
    }

    /** The same for whoever has just proved that it is they. */
    static Answer proved(Visit visit, Session session, Kept kept) {
        return kept.isOf(session) ? page(visit, session, kept) : notYours(visit);
    }

    /** The page of it with the one button, once it is known to be theirs. */
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

    private static Answer notYours(Visit visit) {
        return Answer.to("/").saying(Flash.warning(visit.frame().say(SignInText.NOT_YOURS)));
    }
}
