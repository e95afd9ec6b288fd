package cn.suinian.gateway.console.staff;

import static cn.suinian.core.staff.Permission.STAFF_MANAGE;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.core.staff.register.HandedOver;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffFilter;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.core.staff.register.StaffRegister;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Told;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The register of staff: the list, somebody's page, and somebody new. Acts are {@link StaffActs}. */
public final class StaffPages {

    private static final String STAFF = "/staff";
    private static final String NEW = "/staff/new";
    private static final int PAGE = 50;
    private static final Pattern PIECE_OF_ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{0,32}");

    private final StaffRegister register;
    private final Counters counters;
    private final boolean provider;

    /**
     * The pages of it.
     *
     * @param provider whether the house has a provider of identity
     */
    public StaffPages(StaffRegister register, Counters counters, boolean provider) {
        this.register = register;
        this.counters = counters;
        this.provider = provider;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(STAFF, STAFF_MANAGE, this::list),
                ConsoleRoute.act("/staff/search", STAFF_MANAGE, this::search, null),
                ConsoleRoute.form(NEW, STAFF_MANAGE, this::fresh).proved(),
                ConsoleRoute.act(NEW, STAFF_MANAGE, this::create, this::fresh)
                        .proved()
                        .hashing(),
                ConsoleRoute.get("/staff/:id", STAFF_MANAGE, this::page));
    }

    private Answer list(Visit visit) throws SQLException {
        Typed asked = Typed.of(Map.of(
                "text", visit.query("account").orElse(""),
                "role", visit.query("role").orElse(""),
                "status", visit.query("status").orElse("")));
        String after = visit.query("after").orElse("");
        List<StaffMember> members = register.list(visit.actor(), filter(asked), after, PAGE + 1);
        Address here = address(asked);
        String first = after.isEmpty() ? null : here.toString();
        String older = members.size() > PAGE
                ? here.with("after", members.get(PAGE - 1).account()).toString()
                : null;
        return show(visit, asked, members, first, older, null);
    }

    /** An account stands in the address of the answer; a name does not, and so has no second page. */
    private Answer search(Visit visit) throws SQLException {
        Typed asked = visit.typed();
        if (PIECE_OF_ACCOUNT.matcher(asked.text("text")).matches()) {
            return Answer.to(address(asked).toString());
        }
        List<StaffMember> members = register.list(visit.actor(), filter(asked), "", PAGE + 1);
        String note = members.size() > PAGE ? visit.frame().say(StaffText.CUT_SHORT, PAGE) : null;
        return show(visit, asked, members, null, null, note);
    }

    private Answer show(
            Visit visit,
            Typed asked,
            List<StaffMember> members,
            @Nullable String first,
            @Nullable String older,
            @Nullable String note)
            throws SQLException {
        FormView form = visit.form(asked, Problems.NONE);
        // Where a name was searched for, the switch of the language leads to the list: the address has no name.
        Frame frame =
                visit.typed().all().isEmpty() ? form.frame() : form.frame().at(STAFF);
        return Answer.page(
                "staff/list.jte",
                Map.of(
                        "view",
                        new StaffList(
                                new FormView(frame, asked, Problems.NONE, form.act()),
                                members.subList(0, Math.min(PAGE, members.size())),
                                scopes(frame),
                                first,
                                older,
                                note)));
    }

    private static StaffFilter filter(Typed asked) {
        String status = asked.text("status");
        return new StaffFilter(
                asked.find("text").orElse(null),
                asked.choice("role", Role.class).orElse(null),
                status.isEmpty() ? null : status.equals("ACTIVE"));
    }

    private static Address address(Typed asked) {
        return new Address(STAFF)
                .with("account", asked.text("text"))
                .with("role", asked.choice("role", Role.class).map(Enum::name).orElse(""))
                .with("status", asked.text("status").equals("DISABLED") ? "DISABLED" : active(asked));
    }

    private static String active(Typed asked) {
        return asked.text("status").equals("ACTIVE") ? "ACTIVE" : "";
    }

    private Answer page(Visit visit) throws SQLException {
        Optional<StaffMember> member = register.find(visit.actor(), visit.number("id"));
        if (member.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        boolean self = visit.session().staffId() == member.get().staffId();
        StaffView view = new StaffView(visit.frame(), member.get(), scopes(visit.frame()), self, provider);
        return Answer.page("staff/page.jte", Map.of("view", view));
    }

    private Answer fresh(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        StaffForm view = new StaffForm(form, scopes(form.frame()), STAFF, "", 0, StaffForm.EVERY_ROLE);
        return Answer.page("staff/new.jte", Map.of("view", view));
    }

    private Answer create(Visit visit) throws Exception {
        Typed typed = visit.typed();
        Set<Role> roles = typed.choices("roles", Role.class);
        HandedOver made = scopes(visit.frame())
                .apply(
                        typed,
                        scope -> register.create(
                                visit.actor(),
                                new NewStaff(typed.text("account"), typed.text("displayName"), roles, scope)));
        return told(visit.frame(), made);
    }

    /** The sheet with somebody's initial password. */
    static Answer told(Frame frame, HandedOver made) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(StaffText.NAME), made.member().displayName());
        facts.put(frame.say(StaffText.ACCOUNT), made.member().account());
        facts.put(frame.say(StaffText.HANDED_OVER), made.password().reveal());
        return Answer.telling(
                "part/told.jte",
                Map.of(
                        "view",
                        new Told(
                                frame.at(STAFF + "/" + made.member().staffId()),
                                frame.say(StaffText.HANDED_OVER),
                                facts,
                                frame.say(StaffText.PASSWORD_ADVICE),
                                STAFF + "/" + made.member().staffId(),
                                frame.say(StaffText.BACK_TO_STAFF))));
    }

    private Scopes scopes(Frame frame) throws SQLException {
        return new Scopes(counters.list(), frame.language());
    }
}
