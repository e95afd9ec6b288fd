package cn.suinian.gateway.console.audit;

import static cn.suinian.core.staff.Permission.AUDIT_VIEW;

import cn.suinian.core.audit.AuditQuery;
import cn.suinian.core.audit.AuditReader;
import cn.suinian.core.audit.AuditRefusal;
import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.audit.ChainInspection;
import cn.suinian.core.audit.ChainState;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The audit trail: search, an entry, the export, and the state of the chain. */
public final class AuditPages {

    private static final String AUDIT = "/audit";
    private static final String CHAIN = "/audit/chain";
    private static final String WHY = "why";
    private static final int PAGE = 50;
    /** Spreadsheets take a file for UTF-8 only when it begins with this. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final AuditReader reader;
    private final ChainInspection chain;
    private final VendorRegister vendors;
    private final Clock clock;

    public AuditPages(AuditReader reader, ChainInspection chain, VendorRegister vendors, Clock clock) {
        this.reader = reader;
        this.chain = chain;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(AUDIT, AUDIT_VIEW, this::list),
                ConsoleRoute.act("/audit/search", AUDIT_VIEW, this::search, null),
                ConsoleRoute.act("/audit/export", AUDIT_VIEW, this::export, this::again),
                ConsoleRoute.get(CHAIN, AUDIT_VIEW, this::chain),
                ConsoleRoute.act(CHAIN, AUDIT_VIEW, this::inspect, null),
                ConsoleRoute.get("/audit/:entry", AUDIT_VIEW, this::entry));
    }

    private Answer list(Visit visit) throws SQLException {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : AuditSearch.FIELDS) {
            visit.query(name).ifPresent(value -> asked.put(name, value));
        }
        AuditSearch search = search(visit.actor(), Typed.of(asked));
        return show(visit, search, search.problems(), visit.queryNumber("before"));
    }

    private Answer search(Visit visit) throws SQLException {
        AuditSearch search = search(visit.actor(), visit.typed());
        Optional<Address> address = search.address();
        if (address.isPresent()) {
            return Answer.to(address.get().toString());
        }
        return show(
                visit,
                search,
                search.problems(),
                Typed.wholeNumber(visit.typed().text("before")));
    }

    private Answer again(Visit visit, Problems problems) throws SQLException {
        try {
            return show(visit, search(visit.actor(), visit.typed()), problems, 0);
        } catch (RefusedException notEvenThat) {
            return Answer.page("refused.jte", Map.of("form", visit.form(Problems.of(notEvenThat))));
        }
    }

    private Answer show(Visit visit, AuditSearch search, Problems problems, long before) throws SQLException {
        List<AuditRow> found = reader.page(visit.actor(), search.query(), Math.max(before, 0), PAGE + 1);
        Optional<Address> address = search.address();
        long last = found.size() > PAGE ? found.get(PAGE - 1).entryNo() : 0;
        FormView form = visit.form(search.typed(), problems);
        boolean posted = !visit.typed().all().isEmpty();
        Frame frame = posted ? form.frame().at(AUDIT) : form.frame();
        AuditList view = new AuditList(
                new FormView(frame, form.typed(), form.problems(), form.act()),
                found.subList(0, Math.min(PAGE, found.size())),
                vendors(visit),
                before < 1 ? null : address.map(Address::toString).orElse(null),
                last == 0
                        ? null
                        : address.map(here -> here.with("before", last).toString())
                                .orElse(null),
                address.isPresent() ? 0 : last);
        return Answer.page("audit/list.jte", Map.of("view", view));
    }

    /** What entries call by its number, as it is called now; nothing for whoever may not see vendors. */
    private Map<String, String> vendors(Visit visit) throws SQLException {
        if (!visit.actor().may(Permission.TERMINAL_VIEW)) {
            return Map.of();
        }
        VendorNames names = VendorNames.of(vendors, visit.actor(), visit.frame().language());
        return names.all().keySet().stream().collect(Collectors.toMap(Object::toString, names::label));
    }

    private Answer entry(Visit visit) throws SQLException {
        Optional<AuditRow> row = reader.find(visit.actor(), visit.number("entry"));
        return row.isEmpty()
                ? Answer.error(ErrorPage.NOT_FOUND)
                : Answer.page(
                        "audit/entry.jte", Map.of("view", new EntryView(visit.frame(), row.get(), vendors(visit))));
    }

    /** Whatever can be said against it is said before the file begins. */
    private Answer export(Visit visit) throws SQLException {
        AuditReader.require(visit.actor());
        AuditSearch search = search(visit.actor(), visit.typed());
        search.problems().stopIfAny();
        String why = why(visit.typed());
        Actor actor = visit.actor();
        AuditQuery query = search.query();
        String name = "suinian-audit-" + LocalDate.ofInstant(clock.instant(), Figures.ZONE) + ".csv";
        EntryWords words = new EntryWords(visit.frame().language(), vendors(visit));
        return Answer.text(name, "text/csv; charset=utf-8", out -> {
            out.append(BYTE_ORDER_MARK);
            reader.export(actor, query, why, words::of, out);
        });
    }

    private static String why(Typed typed) {
        try {
            return StatedReason.of(typed.text(WHY), AuditRefusal.REASON_WANTED);
        } catch (RefusedException refused) {
            throw new RefusedException(refused.refusal(), WHY);
        }
    }

    private Answer chain(Visit visit) throws SQLException {
        Actor actor = visit.actor();
        ChainView view = new ChainView(
                visit.form(Problems.NONE), chain.head(actor), chain.last(actor).orElse(null));
        return Answer.page("audit/chain.jte", Map.of("view", view));
    }

    private Answer inspect(Visit visit) throws SQLException {
        ChainState found = chain.inspect(visit.actor());
        Frame frame = visit.frame();
        Flash said = found.whole()
                ? Flash.done(frame.say(AuditText.FOUND_WHOLE, found.entryNo()))
                : Flash.warning(
                        frame.say(AuditText.FOUND_BROKEN, found.breaches().get(0)));
        return Answer.to(CHAIN).saying(said);
    }

    private AuditSearch search(Actor actor, Typed typed) throws SQLException {
        long same = Typed.wholeNumber(typed.text("same"));
        AuditRow like = same < 1 ? null : reader.find(actor, same).orElse(null);
        return new AuditSearch(typed, like);
    }
}
