package cn.suinian.gateway.console.signin;

import static cn.suinian.gateway.console.form.BodyLimit.KEEPING_FORM;

import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.KeptForms;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Sessions.Enrolment;
import cn.suinian.gateway.console.access.Sessions.Step;
import cn.suinian.gateway.console.access.Stage;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Interruptions;
import cn.suinian.gateway.console.route.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of signing in, and signing out. */
public final class SignInPages implements Interruptions {

    private static final String SIGN_IN = "/sign-in";
    /** The button of those who signed in through the provider in another window. */
    static final String ELSEWHERE = "elsewhere";

    private static final int OK = 200;

    private final Sessions sessions;
    private final @Nullable ProviderDoor door;
    private final Onward onward;

    /**
     * The pages of it.
     *
     * @param kept knows what was typed before a session was over
     * @param door the house's provider of identity; null: it has none
     */
    public SignInPages(Sessions sessions, KeptForms kept, @Nullable ProviderDoor door) {
        this.sessions = sessions;
        this.door = door;
        this.onward = new Onward(kept);
    }

    /** Every route of the door. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(SIGN_IN, Access.PUBLIC, this::door),
                ConsoleRoute.act(SIGN_IN, Access.PUBLIC, this::provePassword, this::passwordForm)
                        .taking(KEEPING_FORM)
                        .hashing(),
                look(Stage.PASSWORD_PROVED, this::stage),
                step(Stage.PASSWORD_PROVED, this::proveCode),
                look(Stage.ENROL_TOTP, this::stage),
                step(Stage.ENROL_TOTP, this::proveCode),
                look(Stage.CHANGE_PASSWORD, this::stage),
                step(Stage.CHANGE_PASSWORD, this::changePassword).hashing(),
                ConsoleRoute.act("/sign-out", Access.SIGNED_IN, this::signOut, null));
    }

    @Override
    public Answer.Page signInAgain(Visit visit, @Nullable Kept kept) {
        FormView form = visit.form(Typed.NOTHING, Problems.NONE);
        SignInText note = kept == null ? SignInText.EXPIRED_LOST : SignInText.EXPIRED_KEPT;
        StepView view = StepView.of(form, "", kept, note, null).beside(door);
        return new Answer.Page(OK, "signin/password.jte", Map.of("view", view));
    }

    @Override
    public Answer.Page sendOn(Visit visit, Kept kept) {
        return kept.proved() ? proveAgain(visit, kept) : Onward.page(visit, visit.session(), kept);
    }

    @Override
    public Answer.Page proveAgain(Visit visit, @Nullable Kept kept) {
        return ProvePages.ask(visit, Problems.NONE, kept, door);
    }

    private ConsoleRoute look(Stage stage, Desk.Form form) {
        return ConsoleRoute.get(stage.path(), Access.at(stage), visit -> form.show(visit, Problems.NONE));
    }

    private ConsoleRoute step(Stage stage, Desk act) {
        return ConsoleRoute.act(stage.path(), Access.at(stage), act, this::stage)
                .taking(KEEPING_FORM);
    }

    private Answer door(Visit visit) {
        boolean inside = visit.findSession().filter(Session::complete).isPresent();
        return inside ? Answer.to(Onward.next(visit).orElse("/")) : passwordForm(visit, Problems.NONE);
    }

    private Answer passwordForm(Visit visit, Problems problems) {
        SignInText note = visit.query("out").isPresent() ? SignInText.SIGNED_OUT : null;
        Typed account = Typed.of(Map.of("account", visit.typed().text("account")));
        StepView view = StepView.of(
                        visit.form(account, problems),
                        Onward.next(visit).orElse(""),
                        onward.kept(visit).orElse(null),
                        note,
                        null)
                .beside(door);
        return Answer.page("signin/password.jte", Map.of("view", view));
    }

    private Answer provePassword(Visit visit) throws SQLException {
        if (!visit.typed().text(ELSEWHERE).isEmpty()) {
            return signedInElsewhere(visit);
        }
        Problems problems = Problems.NONE;
        for (String name : new String[] {"account", "password"}) {
            if (visit.typed().raw(name).isEmpty()) {
                problems = problems.and(name, SignInText.MISSING);
            }
        }
        problems.stopIfAny();
        Typed typed = visit.typed();
        Step step = sessions.signIn(typed.text("account"), typed.raw("password"), visit.caller());
        return onward(visit, visit.admit(step, null));
    }

    /** In another window, while this one kept what they had typed. */
    private Answer signedInElsewhere(Visit visit) {
        Optional<Session> session = visit.findSession().filter(Session::complete);
        Optional<Kept> kept = onward.kept(visit);
        if (session.isPresent() && kept.isEmpty()) {
            return Onward.dropped(visit).orElseGet(() -> Answer.to("/"));
        }
        if (session.isEmpty() || kept.isEmpty()) {
            Problems.NONE.and("account", ProviderText.NOT_YET).stopIfAny();
        }
        return Onward.resume(visit, session.orElseThrow(), kept.orElseThrow());
    }

    private Answer proveCode(Visit visit) throws SQLException {
        return onward(visit, visit.admit(sessions.proveCode(visit.key(), code(visit)), "code"));
    }

    private Answer changePassword(Visit visit) throws SQLException {
        String password = NewPassword.of(visit.typed());
        Session session = visit.admit(sessions.choosePassword(visit.key(), password), null);
        return onward(visit, session);
    }

    private Answer signOut(Visit visit) throws SQLException {
        sessions.end(visit.key());
        visit.signOut();
        return Answer.to(SIGN_IN + "?out=1");
    }

    /** On to the next step, to where they were going, or to what they had typed. */
    private Answer onward(Visit visit, Session session) throws SQLException {
        Optional<Kept> kept = onward.kept(visit);
        if (kept.isPresent()) {
            return session.complete()
                    ? Onward.resume(visit, session, kept.get())
                    : stagePage(visit, session, Problems.NONE);
        }
        String next = Onward.next(visit).orElse("");
        if (session.complete()) {
            return Onward.dropped(visit).orElseGet(() -> Answer.to(next.isEmpty() ? "/" : next));
        }
        String query = next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return Answer.to(session.stage().path() + query);
    }

    private Answer stage(Visit visit, Problems problems) throws SQLException {
        return stagePage(visit, visit.session(), problems);
    }

    private Answer stagePage(Visit visit, Session session, Problems problems) throws SQLException {
        // Asking again would make another secret than the one that was just scanned.
        boolean fresh = session.stage() == Stage.ENROL_TOTP && !problems.any();
        Enrolment enrolment = fresh ? sessions.enrolment(visit.key()) : null;
        StepView view = StepView.of(
                Onward.form(visit, session, problems),
                Onward.next(visit).orElse(""),
                onward.kept(visit).orElse(null),
                null,
                enrolment);
        return Answer.page(template(session.stage()), Map.of("view", view));
    }

    private static String template(Stage stage) {
        return switch (stage) {
            case PASSWORD_PROVED -> "signin/code.jte";
            case ENROL_TOTP -> "signin/authenticator.jte";
            case CHANGE_PASSWORD -> "signin/change.jte";
            case COMPLETE -> throw new IllegalArgumentException("there is no step after the last");
        };
    }

    private static String code(Visit visit) {
        String code = visit.typed().text("code").replace(" ", "");
        if (code.isEmpty()) {
            Problems.NONE.and("code", SignInText.MISSING).stopIfAny();
        }
        return code;
    }
}
