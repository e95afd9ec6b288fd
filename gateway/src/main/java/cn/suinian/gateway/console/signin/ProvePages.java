package cn.suinian.gateway.console.signin;

import static cn.suinian.gateway.console.form.BodyLimit.KEEPING_FORM;
import static cn.suinian.gateway.console.route.ConsoleRoutes.PROVE;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.signin.SignInRefusal;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Kept;
import cn.suinian.gateway.console.access.KeptForms;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The password once more, before something dangerous: whoever sits at an open session may be somebody else. */
public final class ProvePages {

    private final Sessions sessions;
    private final @Nullable ProviderDoor door;
    private final Onward onward;

    /**
     * The pages of it.
     *
     * @param kept knows what was typed before somebody was asked
     * @param door the provider of identity, by which one proves oneself as well; null: there is none
     */
    public ProvePages(Sessions sessions, KeptForms kept, @Nullable ProviderDoor door) {
        this.sessions = sessions;
        this.door = door;
        this.onward = new Onward(kept);
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(PROVE, Access.SIGNED_IN, visit -> again(visit, Problems.NONE)),
                ConsoleRoute.act(PROVE, Access.SIGNED_IN, this::prove, this::again)
                        .taking(KEEPING_FORM)
                        .hashing());
    }

    static Answer.Page ask(Visit visit, Problems problems, @Nullable Kept kept, @Nullable ProviderDoor door) {
        return ask(visit.form(Typed.NOTHING, problems), Onward.next(visit).orElse(""), kept, door);
    }

    static Answer.Page ask(FormView form, String next, @Nullable Kept kept, @Nullable ProviderDoor door) {
        StepView view = StepView.of(form, next, kept, null, null).beside(kept == null ? door : null);
        return new Answer.Page(200, "signin/prove.jte", Map.of("view", view));
    }

    private Answer again(Visit visit, Problems problems) {
        return ask(visit, problems, onward.kept(visit).orElse(null), door);
    }

    /** Nobody typed an account here, so a wrong password is called just that. */
    private Session admit(Visit visit, String password) throws SQLException {
        try {
            return visit.admit(sessions.proveAgain(visit.key(), password), "password");
        } catch (RefusedException refused) {
            if (refused.refusal().name().equals(SignInRefusal.WRONG_PASSWORD.name())) {
                Problems.NONE.and("password", SignInText.PROVE_WRONG).stopIfAny();
            }
            throw refused;
        }
    }

    private Answer prove(Visit visit) throws SQLException {
        String password = visit.typed().raw("password");
        if (password.isEmpty()) {
            Problems.NONE.and("password", SignInText.MISSING).stopIfAny();
        }
        Session session = admit(visit, password);
        Optional<Kept> kept = onward.kept(visit);
        return kept.isPresent()
                ? Onward.proved(visit, session, kept.get())
                : Onward.dropped(visit)
                        .orElseGet(() -> Answer.to(Onward.next(visit).orElse("/account")));
    }
}
