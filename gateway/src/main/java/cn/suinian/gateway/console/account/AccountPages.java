package cn.suinian.gateway.console.account;

import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.console.signin.NewPassword;
import cn.suinian.gateway.console.signin.ProviderDoor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody's own account: where they are signed in, and their password. */
public final class AccountPages {

    private static final String ACCOUNT = "/account";
    private static final String LINK = "/account/provider";
    private static final String PASSWORD = "/account/password";

    private final Sessions sessions;
    private final @Nullable ProviderDoor door;

    /**
     * The pages of it.
     *
     * @param door the house's provider of identity; null: it has none
     */
    public AccountPages(Sessions sessions, @Nullable ProviderDoor door) {
        this.sessions = sessions;
        this.door = door;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> always = List.of(
                ConsoleRoute.get(ACCOUNT, Access.SIGNED_IN, this::account),
                ConsoleRoute.get(PASSWORD, Access.SIGNED_IN, visit -> passwordForm(visit, Problems.NONE)),
                ConsoleRoute.act(PASSWORD, Access.SIGNED_IN, this::changePassword, this::passwordForm)
                        .hashing(),
                ConsoleRoute.act("/account/sign-out-everywhere", Access.SIGNED_IN, this::signOutEverywhere, null));
        return door == null
                ? always
                : Stream.concat(
                                always.stream(),
                                Stream.of(
                                        ConsoleRoute.get(
                                                        LINK, Access.SIGNED_IN, visit -> linkForm(visit, Problems.NONE))
                                                .proved(),
                                        ConsoleRoute.act(LINK, Access.SIGNED_IN, this::link, this::linkForm)
                                                .proved()))
                        .toList();
    }

    private Answer account(Visit visit) throws SQLException {
        AccountView view =
                new AccountView(visit.form(Problems.NONE), visit.session(), sessions.open(visit.session()), door);
        return Answer.page("account/page.jte", Map.of("view", view));
    }

    private Answer passwordForm(Visit visit, Problems problems) {
        return Answer.page("account/password.jte", Map.of("form", visit.form(Typed.NOTHING, problems)));
    }

    private Answer changePassword(Visit visit) throws SQLException {
        String password = NewPassword.of(visit.typed(), "oldPassword");
        String oldPassword = visit.typed().raw("oldPassword");
        visit.admit(sessions.changePassword(visit.key(), oldPassword, password), "oldPassword");
        return Answer.to(ACCOUNT).saying(Flash.done(visit.frame().say(AccountText.CHANGED)));
    }

    private Answer linkForm(Visit visit, Problems problems) {
        return Answer.page(
                "account/provider.jte",
                Map.of("form", visit.form(Typed.NOTHING, problems), "door", door, "allowed", false));
    }

    /** No form may lead to another house, so the way to the provider is a link of the page that follows. */
    private Answer link(Visit visit) throws SQLException {
        sessions.allowProvider(visit.key());
        FormView form = visit.form(Typed.NOTHING, Problems.NONE);
        return Answer.page("account/provider.jte", Map.of("form", form, "door", door, "allowed", true));
    }

    private Answer signOutEverywhere(Visit visit) throws SQLException {
        sessions.endAll(visit.key());
        visit.signOut();
        return Answer.to("/sign-in?out=1");
    }
}
