package cn.suinian.gateway.console.staff;

import static cn.suinian.core.staff.Permission.STAFF_MANAGE;
import static cn.suinian.gateway.console.staff.PlainAct.reason;
import static cn.suinian.gateway.console.staff.PlainAct.shownVersion;
import static cn.suinian.gateway.console.staff.PlainAct.version;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.register.StaffRegister;
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

    private static final String ACT = "/staff/:id/";

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

    private static final PlainAct DISABLE =
            new PlainAct("disable", StaffText.DISABLE_QUESTION, StaffText.DISABLE_LINE, StaffText.DISABLE, false);
    private static final PlainAct ENABLE =
            new PlainAct("enable", StaffText.ENABLE_QUESTION, StaffText.ENABLE_LINE, StaffText.ENABLE, true);
    private static final PlainAct PASSWORD = new PlainAct(
            "password",
            StaffText.RESET_PASSWORD_QUESTION,
            StaffText.RESET_PASSWORD_LINE,
            StaffText.RESET_PASSWORD,
            false);
    private static final PlainAct SECOND_FACTOR = new PlainAct(
            "authenticator",
            StaffText.RESET_SECOND_FACTOR_QUESTION,
            StaffText.RESET_SECOND_FACTOR_LINE,
            StaffText.RESET_SECOND_FACTOR,
            false);

    private static final PlainAct ALLOW_PROVIDER = new PlainAct(
            "provider",
            StaffText.ALLOW_PROVIDER_QUESTION,
            StaffText.ALLOW_PROVIDER_LINE,
            StaffText.ALLOW_PROVIDER,
            true);
    private static final PlainAct DROP_PROVIDER = new PlainAct(
            "provider/end",
            StaffText.DROP_PROVIDER_QUESTION,
            StaffText.DROP_PROVIDER_LINE,
            StaffText.DROP_PROVIDER,
            false);

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> always = List.of(
                ConsoleRoute.form("/staff/:id/roles", STAFF_MANAGE, this::rolesForm),
                ConsoleRoute.act("/staff/:id/roles", STAFF_MANAGE, Desk.versioned(this::change), this::rolesForm),
                DISABLE.form(ACT, this::target),
                DISABLE.act(ACT, this::target, this::disable),
                ENABLE.form(ACT, this::target),
                ENABLE.act(ACT, this::target, this::enable),
                PASSWORD.form(ACT, this::target).proved(),
                PASSWORD.act(ACT, this::target, this::resetPassword).proved().hashing(),
                SECOND_FACTOR.form(ACT, this::target).proved(),
                SECOND_FACTOR.act(ACT, this::target, this::resetSecondFactor).proved());
        return provider ? Stream.concat(always.stream(), ofProvider().stream()).toList() : always;
    }

    private List<ConsoleRoute> ofProvider() {
        return List.of(
                ALLOW_PROVIDER.form(ACT, this::target).proved(),
                ALLOW_PROVIDER.act(ACT, this::target, this::allowProvider).proved(),
                DROP_PROVIDER.form(ACT, this::target),
                DROP_PROVIDER.act(ACT, this::target, this::dropProvider));
    }

    private Optional<PlainAct.Target> target(Visit visit, Frame frame) throws SQLException {
        Scopes scopes = scopes(frame);
        return register.find(visit.actor(), visit.number("id"))
                .map(member -> new PlainAct.Target(
                        member.account(),
                        address(member),
                        new StaffView(frame, member, scopes, false, provider).brief(),
                        member.rowVersion()));
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
                shownVersion(visit, member.rowVersion()),
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

    private static String address(StaffMember member) {
        return "/staff/" + member.staffId();
    }

    private Scopes scopes(Frame frame) throws SQLException {
        return new Scopes(counters.list(), frame.language());
    }
}
