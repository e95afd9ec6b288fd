package cn.suinian.gateway.console.place;

import static cn.suinian.core.staff.Permission.TERMINAL_MANAGE;
import static cn.suinian.core.staff.Permission.TERMINAL_VIEW;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.RegistryRefusal;
import cn.suinian.core.registry.TerminalFilter;
import cn.suinian.core.registry.TerminalRegister;
import cn.suinian.core.registry.TerminalSeen;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of terminals: the list, one page each, a new one and changes. Acts are {@link TerminalActs}. */
public final class TerminalPages {

    private static final String TERMINALS = "/terminals";
    private static final String NEW = "/terminals/new";
    private static final int PAGE = 50;
    private static final long MOST_HOURS = 8_760;
    private static final List<String> FILTERS = List.of("vendor", "status", "service", "list", "silent");

    private final TerminalRegister terminals;
    private final VendorRegister vendors;
    private final Clock clock;

    public TerminalPages(TerminalRegister terminals, VendorRegister vendors, Clock clock) {
        this.terminals = terminals;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(TERMINALS, TERMINAL_VIEW, this::list),
                ConsoleRoute.form(NEW, TERMINAL_MANAGE, this::fresh),
                ConsoleRoute.act(NEW, TERMINAL_MANAGE, this::register, this::fresh),
                ConsoleRoute.get("/terminals/:id", TERMINAL_VIEW, this::page),
                ConsoleRoute.form("/terminals/:id/change", TERMINAL_MANAGE, this::changeForm),
                ConsoleRoute.act(
                        "/terminals/:id/change", TERMINAL_MANAGE, Desk.versioned(this::change), this::changeForm));
    }

    private Answer list(Visit visit) throws SQLException {
        Map<String, String> asked = new LinkedHashMap<>();
        Address here = new Address(TERMINALS);
        for (String name : FILTERS) {
            asked.put(name, visit.query(name).orElse(""));
            here = here.with(name, asked.get(name));
        }
        Typed typed = Typed.of(asked);
        Problems problems = hours(typed) == 0 ? Problems.NONE.and("silent", PlaceText.HOURS_WRONG) : Problems.NONE;
        long after = visit.queryNumber("after");
        List<TerminalSeen> found = terminals.list(visit.actor(), filter(typed), after < 1 ? null : after, PAGE + 1);
        String older = found.size() > PAGE
                ? here.with("after", found.get(PAGE - 1).terminal().id()).toString()
                : null;
        TerminalList view = new TerminalList(
                visit.form(typed, problems),
                found.subList(0, Math.min(PAGE, found.size())),
                vendors(visit.actor(), visit.frame()),
                after < 1 ? null : here.toString(),
                older);
        return Answer.page("place/terminals.jte", Map.of("view", view));
    }

    private TerminalFilter filter(Typed typed) {
        String status = typed.text("status");
        long vendor = Typed.wholeNumber(typed.text("vendor"));
        long hours = hours(typed);
        Instant silentSince = hours < 1 ? null : clock.instant().minus(Duration.ofHours(hours));
        return new TerminalFilter(
                vendor < 0 ? null : (int) Math.min(vendor, Integer.MAX_VALUE),
                status.isEmpty() ? null : status.equals("SUSPENDED"),
                typed.choice("service", Service.class).orElse(null),
                silentSince,
                typed.text("list").equals("STALE"));
    }

    /** -1: nothing is asked for; 0: something that is no number of hours. */
    private static long hours(Typed typed) {
        if (typed.find("silent").isEmpty()) {
            return -1;
        }
        long hours = Typed.wholeNumber(typed.text("silent"));
        return hours > MOST_HOURS ? 0 : Math.max(hours, 0);
    }

    private Answer page(Visit visit) throws SQLException {
        Optional<TerminalSeen> found = find(terminals, visit);
        return found.isEmpty()
                ? Answer.error(ErrorPage.NOT_FOUND)
                : Answer.page("place/terminal.jte", Map.of("view", view(visit.actor(), visit.frame(), found.get())));
    }

    private TerminalView view(Actor actor, Frame frame, TerminalSeen seen) throws SQLException {
        String vendor = vendors.find(actor, seen.terminal().vendorId())
                .map(entry -> Vendors.name(entry, frame.language()))
                .orElse("");
        return new TerminalView(frame, seen, vendor, terminals.placeKinds());
    }

    private Answer fresh(Visit visit, Problems problems) throws SQLException {
        boolean first = visit.typed().all().isEmpty();
        Typed typed = first ? Typed.of(Map.of("vendor", visit.query("vendor").orElse(""))) : visit.typed();
        return form(visit, visit.form(typed, problems), "", 0);
    }

    private Answer register(Visit visit) throws SQLException {
        long id = Typed.wholeNumber(visit.typed().text("id"));
        TerminalSeen made = terminals.register(visit.actor(), TerminalForm.entry(visit.typed(), id, 0));
        return done(visit, made, PlaceText.REGISTERED);
    }

    private Answer changeForm(Visit visit, Problems problems) throws SQLException {
        Optional<TerminalSeen> found = find(terminals, visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        int seen = visit.typed().rowVersion();
        boolean first = visit.typed().all().isEmpty();
        Typed typed = first ? TerminalForm.typed(found.get().terminal()) : visit.typed();
        return form(
                visit,
                visit.form(typed, problems),
                Terminal.digits(found.get().terminal().id()),
                seen < 0 ? found.get().terminal().rowVersion() : seen);
    }

    private Answer form(Visit visit, FormView form, String number, int version) throws SQLException {
        Vendors known = vendors(visit.actor(), form.frame());
        TerminalForm view = new TerminalForm(form, known, terminals.placeKinds(), number, version);
        return Answer.page("place/terminalform.jte", Map.of("view", view));
    }

    private Answer change(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        TerminalSeen now =
                terminals.change(visit.actor(), TerminalForm.entry(typed, visit.number("id"), typed.rowVersion()));
        return done(visit, now, PlaceText.CHANGED);
    }

    private Vendors vendors(Actor actor, Frame frame) throws SQLException {
        return Vendors.of(vendors, actor, frame.language());
    }

    /** The terminal of the path; empty: there is none. */
    static Optional<TerminalSeen> find(TerminalRegister terminals, Visit visit) throws SQLException {
        try {
            return Optional.of(terminals.getTerminal(visit.actor(), visit.number("id")));
        } catch (RefusedException refused) {
            if (refused.refusal() == RegistryRefusal.TERMINAL_UNKNOWN) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    static Answer done(Visit visit, TerminalSeen terminal, PlaceText what) {
        String number = Terminal.digits(terminal.terminal().id());
        return Answer.to(TERMINALS + "/" + number)
                .saying(Flash.done(visit.frame().say(what, number)));
    }
}
