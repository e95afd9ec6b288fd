package cn.suinian.gateway.console.reconciliation.breaks;

import static cn.suinian.core.staff.Permission.RECONCILE_ACT;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.reconciliation.breaks.BreaksView.Pages;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.Many;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.TickedBreaks.Ticked;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Total;
import cn.suinian.settlement.reconciliation.breaks.Worklist.VendorTotal;
import cn.suinian.settlement.reconciliation.export.TableFile;
import cn.suinian.settlement.reconciliation.export.TableFormat;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The worklist: its filters, what is done with many, and its export. */
public final class BreaksPages {
    private static final String LIST = FilterForm.LIST;
    private static final int PAGE = 50;

    private final ReconciliationOffice office;
    private final Clock clock;

    public BreaksPages(ReconciliationOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /** Every route; before those of one break. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(LIST, RECONCILE_VIEW, this::list),
                ConsoleRoute.act(LIST + "/ticked", RECONCILE_ACT, this::resolveTicked, this::list),
                ConsoleRoute.form(LIST + "/all", RECONCILE_ACT, this::askAll),
                ConsoleRoute.act(LIST + "/all", RECONCILE_ACT, this::resolveAll, this::askAll),
                ConsoleRoute.act(LIST + "/export", RECONCILE_VIEW, this::export, this::list),
                ConsoleRoute.act(LIST + "/filters", RECONCILE_VIEW, this::save, this::list),
                ConsoleRoute.act(LIST + "/filters/forget", RECONCILE_VIEW, this::forget, this::list));
    }

    private Answer list(Visit visit, Problems problems) throws SQLException {
        FilterForm filter = FilterForm.of(visit);
        // The first form of a page takes what the act before has to say.
        FormView bulk = visit.form(problems);
        FormView form = new FormView(
                bulk.frame().at(filter.address().toString()),
                filter.typed(),
                filter.problems().and(problems),
                bulk.act());
        if (filter.problems().any()) {
            BreaksView wrong = new BreaksView(
                    form, bulk, names(visit), filter, saved(visit), List.of(), List.of(), clock.instant(), Pages.NONE);
            return Answer.page("reconciliation/breaks.jte", Map.of("view", wrong));
        }
        Break after = after(visit);
        List<Break> found = office.worklist().page(visit.actor(), filter.filter(), filter.order(), after, PAGE + 1);
        List<Break> shown = found.subList(0, Math.min(PAGE, found.size()));
        BreaksView view = new BreaksView(
                form,
                bulk,
                names(visit),
                filter,
                saved(visit),
                office.worklist().totals(visit.actor(), filter.filter()),
                shown,
                clock.instant(),
                Pages.of(
                        filter,
                        after,
                        office.worklist().place(visit.actor(), filter.filter(), filter.order(), after, PAGE),
                        found.size() > PAGE ? found.get(PAGE - 1) : null));
        return Answer.page("reconciliation/breaks.jte", Map.of("view", view));
    }

    /** The last break of the page before; one that is not there any more begins from the first page. */
    private @Nullable Break after(Visit visit) throws SQLException {
        long number = visit.queryNumber("after");
        if (number < 1) {
            return null;
        }
        try {
            return office.worklist().get(visit.actor(), number).it();
        } catch (RefusedException gone) {
            return null;
        }
    }

    private Map<String, String> saved(Visit visit) throws SQLException {
        long me = visit.session().staffId();
        Map<String, String> saved = new LinkedHashMap<>();
        for (Map.Entry<String, BreakFilter> each :
                office.filters().list(visit.actor()).entrySet()) {
            saved.put(each.getKey(), FilterForm.address(each.getValue(), me).toString());
        }
        return saved;
    }

    private Answer resolveTicked(Visit visit) throws SQLException {
        BulkAct act = act(visit);
        List<Ticked> ticked = new ArrayList<>();
        for (String each : visit.typed().list("tick")) {
            String[] parts = each.split(":", 2);
            long number = Typed.wholeNumber(parts[0]);
            int version = parts.length < 2 ? -1 : Words.small(Typed.wholeNumber(parts[1]));
            ticked.add(new Ticked(number, version));
        }
        Many done = office.ticked()
                .resolve(visit.actor(), ticked, act, visit.typed().text("reason"));
        return done(visit, done);
    }

    private Answer askAll(Visit visit, Problems problems) throws SQLException {
        FilterForm filter = FilterForm.of(visit);
        if (filter.problems().any()) {
            return list(visit, problems);
        }
        BreakFilter open = openOf(filter);
        Set<BreakKind> decided = decided(open);
        List<VendorTotal> totals =
                decided.isEmpty() ? List.of() : office.worklist().vendorTotals(visit.actor(), open.of(decided));
        long count = totals.stream().mapToLong(VendorTotal::breaks).sum();
        FormView form = visit.form(problems);
        VendorNames vendors = names(visit);
        Map<String, String> facts = new LinkedHashMap<>(FilterWords.of(filter, vendors, form.frame()));
        long awaited = office.worklist().totals(visit.actor(), open).stream()
                .filter(total -> total.kind().isAwaited())
                .mapToLong(Total::breaks)
                .sum();
        if (awaited > 0) {
            facts.put(form.frame().say(BreakText.LEFT_OUT_FACT), Figures.count(awaited));
        }
        Confirmation confirmation = new Confirmation(
                form,
                filter.address(LIST + "/all").toString(),
                form.frame().say(BreakText.ALL_QUESTION, Figures.count(count)),
                form.frame().say(BreakText.ALL_CONSEQUENCE),
                facts,
                form.frame().say(BreakText.DO_ALL),
                filter.address().toString(),
                Words.small(count),
                false);
        return Answer.page("reconciliation/all.jte", Map.of("view", new AllView(confirmation, vendors, totals)));
    }

    /** The version of the confirmation is how many it was told that there are. */
    private Answer resolveAll(Visit visit) throws SQLException {
        BulkAct act = act(visit);
        Many done = office.desk()
                .bulk(
                        visit.actor(),
                        openOf(readable(visit)),
                        act,
                        visit.typed().rowVersion(),
                        visit.typed().text("reason"));
        return done(visit, done);
    }

    /** Nothing is done by a filter of which a part would be left out. */
    private static FilterForm readable(Visit visit) {
        FilterForm filter = FilterForm.of(visit);
        filter.problems().stopIfAny();
        return filter;
    }

    /** Only what waits for nobody else can be resolved. */
    private static BreakFilter openOf(FilterForm filter) {
        return filter.filter().in(EnumSet.of(BreakStatus.OPEN));
    }

    /** The kinds of a filter about which anything is decided. */
    private static Set<BreakKind> decided(BreakFilter filter) {
        Set<BreakKind> kinds =
                filter.kinds().isEmpty() ? EnumSet.allOf(BreakKind.class) : EnumSet.copyOf(filter.kinds());
        kinds.removeIf(BreakKind::isAwaited);
        return kinds;
    }

    private static BulkAct act(Visit visit) {
        Optional<BulkAct> act = visit.typed().choice("what", BulkAct.class);
        if (act.isEmpty()) {
            Problems.NONE.and("what", BreakText.CHOOSE_ONE).stopIfAny();
        }
        return act.orElseThrow();
    }

    private static Answer done(Visit visit, Many done) {
        String resolved = Figures.count(done.resolved());
        String said = done.leftOut() == 0
                ? visit.frame().say(BreakText.DONE_MANY, resolved)
                : visit.frame().say(BreakText.DONE_MANY_BUT, resolved, Figures.count(done.leftOut()));
        return Answer.to(FilterForm.of(visit).address().toString()).saying(Flash.done(said));
    }

    private Answer export(Visit visit) {
        Optional<TableFormat> format = visit.typed().choice("format", TableFormat.class);
        if (format.isEmpty()) {
            Problems.NONE.and(null, BreakText.CHOOSE_ONE).stopIfAny();
        }
        TableFormat chosen = format.orElseThrow();
        BreakFilter filter = readable(visit).filter();
        String name = "suinian-breaks-" + LocalDate.ofInstant(clock.instant(), Figures.ZONE) + "." + chosen.extension();
        TableFile file = chosen.named(visit.frame().say(ReconcileText.BREAKS));
        return Answer.stream(
                name, chosen.mediaType(), out -> office.export().writeBreaks(visit.actor(), filter, file, out));
    }

    private Answer save(Visit visit) throws SQLException {
        FilterForm filter = readable(visit);
        String name = visit.typed().text("name");
        office.filters().save(visit.actor(), name, filter.filter());
        return Answer.to(filter.address().toString())
                .saying(Flash.done(visit.frame().say(BreakText.SAVE_DONE, name)));
    }

    private Answer forget(Visit visit) throws SQLException {
        String name = visit.typed().text("kept");
        office.filters().delete(visit.actor(), name);
        return Answer.to(LIST).saying(Flash.done(visit.frame().say(BreakText.FORGOT, name)));
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
