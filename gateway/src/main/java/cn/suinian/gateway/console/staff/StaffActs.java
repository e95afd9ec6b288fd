package cn.suinian.gateway.console.staff;

import static cn.suinian.core.staff.Permission.STAFF_MANAGE;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.register.StaffRegister;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an administrator does to somebody else's account, each with a reason. */
public final class StaffActs {

    private final StaffRegister register;
    private final Counters counters;
    private final boolean provider;

    /**
     * The acts of it.
     *
     * @param provider whether the house has a provider of identity
     */
    public StaffActs(StaffRegister register, Counters counters, boolean provider) {
        this.register = register;
        this.counters = counters;
        this.provider = provider;
    }

    /** An act that asks for nothing but a reason. */
    private record Plain(StaffText question, StaffText consequence, StaffText label, boolean harmless) {}

    private static final Plain DISABLE =
            new Plain(StaffText.DISABLE_QUESTION, StaffText.DISABLE_LINE, StaffText.DISABLE, false);
    private static final Plain ENABLE =
            new Plain(StaffText.ENABLE_QUESTION, StaffText.ENABLE_LINE, StaffText.ENABLE, true);
    private static final Plain PASSWORD = new Plain(
            StaffText.RESET_PASSWORD_QUESTION, StaffText.RESET_PASSWORD_LINE, StaffText.RESET_PASSWORD, false);
    private static final Plain SECOND_FACTOR = new Plain(
            StaffText.RESET_SECOND_FACTOR_QUESTION,
            StaffText.RESET_SECOND_FACTOR_LINE,
            StaffText.RESET_SECOND_FACTOR,
            false);

    private static final Plain ALLOW_PROVIDER =
            new Plain(StaffText.ALLOW_PROVIDER_QUESTION, StaffText.ALLOW_PROVIDER_LINE, StaffText.ALLOW_PROVIDER, true);
    private static final Plain DROP_PROVIDER =
            new Plain(StaffText.DROP_PROVIDER_QUESTION, StaffText.DROP_PROVIDER_LINE, StaffText.DROP_PROVIDER, false);

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> always = List.of(
                ConsoleRoute.form("/staff/:id/roles", STAFF_MANAGE, this::rolesForm),
                ConsoleRoute.act("/staff/:id/roles", STAFF_MANAGE, Desk.versioned(this::change), this::rolesForm),
                form("disable", DISABLE),
                act("disable", DISABLE, this::disable),
                form("enable", ENABLE),
                act("enable", ENABLE, this::enable),
                form("password", PASSWORD).proved(),
                act("password", PASSWORD, this::resetPassword).proved().hashing(),
                form("authenticator", SECOND_FACTOR).proved(),
                act("authenticator", SECOND_FACTOR, this::resetSecondFactor).proved());
        return provider ? Stream.concat(always.stream(), ofProvider().stream()).toList() : always;
    }

    private List<ConsoleRoute> ofProvider() {
        return List.of(
                form("provider", ALLOW_PROVIDER).proved(),
                act("provider", ALLOW_PROVIDER, this::allowProvider).proved(),
                form("provider/end", DROP_PROVIDER),
                act("provider/end", DROP_PROVIDER, this::dropProvider));
    }

    private ConsoleRoute form(String name, Plain act) {
        return ConsoleRoute.form(
                "/staff/:id/" + name, STAFF_MANAGE, (visit, problems) -> ask(visit, problems, name, act));
    }

    private ConsoleRoute act(String name, Plain plain, Desk act) {
        return ConsoleRoute.act(
                "/staff/:id/" + name,
                STAFF_MANAGE,
                Desk.versioned(act),
                (visit, problems) -> ask(visit, problems, name, plain));
    }

    private Answer ask(Visit visit, Problems problems, String name, Plain act) throws SQLException {
        Optional<StaffMember> found = register.find(visit.actor(), visit.number("id"));
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        StaffMember member = found.get();
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        StaffView view = new StaffView(frame, member, scopes(frame), false, provider);
        return Answer.page(
                "part/act.jte",
                Map.of(
                        "view",
                        new Confirmation(
                                form,
                                address(member) + "/" + name,
                                frame.say(act.question(), member.account()),
                                frame.say(act.consequence()),
                                view.brief(),
                                frame.say(act.label()),
                                address(member),
                                shownVersion(visit, member),
                                act.harmless())));
    }

    /** A form that is shown again keeps the version that was seen first: what changed since is not confirmed unseen. */
    private static int shownVersion(Visit visit, StaffMember member) {
        int seen = visit.typed().rowVersion();
        return seen < 0 ? member.rowVersion() : seen;
    }

    private Answer rolesForm(Visit visit, Problems problems) throws SQLException {
        Optional<StaffMember> found = register.find(visit.actor(), visit.number("id"));
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        StaffMember member = found.get();
        Map<String, List<String>> now = new LinkedHashMap<>();
        now.put("roles", member.roles().stream().map(Enum::name).toList());
        now.put(Scopes.FIELD, List.of(Scopes.value(member.scope())));
        boolean first = visit.typed().all().isEmpty();
        FormView form = visit.form(first ? Typed.ofLists(now) : visit.typed(), problems);
        StaffForm view = new StaffForm(
                form,
                scopes(form.frame()),
                address(member),
                member.account() + " · " + member.displayName(),
                shownVersion(visit, member),
                StaffForm.EVERY_ROLE);
        return Answer.page("staff/roles.jte", Map.of("view", view));
    }

    private Answer change(Visit visit) throws Exception {
        Typed typed = visit.typed();
        Set<Role> roles = typed.choices("roles", Role.class);
        StaffMember now = scopes(visit.frame())
                .apply(
                        typed,
                        scope -> register.change(
                                visit.actor(),
                                visit.number("id"),
                                typed.rowVersion(),
                                roles,
                                scope,
                                typed.text("reason")));
        return done(visit, now, StaffText.CHANGED);
    }

    private Answer disable(Visit visit) throws SQLException {
        StaffMember now = register.disable(visit.actor(), visit.number("id"), version(visit), reason(visit));
        return done(visit, now, StaffText.DISABLED_NOW);
    }

    private Answer enable(Visit visit) throws SQLException {
        StaffMember now = register.enable(visit.actor(), visit.number("id"), version(visit), reason(visit));
        return done(visit, now, StaffText.ENABLED_NOW);
    }

    private Answer resetPassword(Visit visit) throws SQLException {
        return StaffPages.told(
                visit.frame(),
                register.resetPassword(visit.actor(), visit.number("id"), version(visit), reason(visit)));
    }

    private Answer resetSecondFactor(Visit visit) throws SQLException {
        StaffMember now = register.resetSecondFactor(visit.actor(), visit.number("id"), version(visit), reason(visit));
        return done(visit, now, StaffText.SECOND_FACTOR_DROPPED);
    }

    private Answer allowProvider(Visit visit) throws SQLException {
        StaffMember now = register.allowProvider(visit.actor(), visit.number("id"), version(visit), reason(visit));
        return done(visit, now, StaffText.PROVIDER_ALLOWED);
    }

    private Answer dropProvider(Visit visit) throws SQLException {
        StaffMember now = register.dropProvider(visit.actor(), visit.number("id"), version(visit), reason(visit));
        return done(visit, now, StaffText.PROVIDER_DROPPED);
    }

    private static Answer done(Visit visit, StaffMember member, StaffText what) {
        return Answer.to(address(member)).saying(Flash.done(visit.frame().say(what, member.account())));
    }

    private static int version(Visit visit) {
        return visit.typed().rowVersion();
    }

    private static String reason(Visit visit) {
        return visit.typed().text("reason");
    }

    private static String address(StaffMember member) {
        return "/staff/" + member.staffId();
    }

    private Scopes scopes(Frame frame) throws SQLException {
        return new Scopes(counters.list(), frame.language());
    }
}
