package cn.suinian.gateway.console.reconciliation.day;

import static cn.suinian.core.staff.Permission.RECONCILE_ACT;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.reconciliation.statement.IncomingJobs;
import cn.suinian.gateway.console.reconciliation.word.Known;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.VendorDay;
import cn.suinian.settlement.reconciliation.VendorDay.Standing;
import cn.suinian.settlement.reconciliation.export.MatchedRow;
import cn.suinian.settlement.reconciliation.export.TableFile;
import cn.suinian.settlement.reconciliation.export.TableFormat;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A business day's vendors, one of them, and the rows that agree. */
public final class DayPages {
    private static final String LIST = "/reconciliation";
    private static final String ONE = "/reconciliation/days/:day/:vendor";
    private static final int PAGE = 50;

    private final ReconciliationOffice office;
    private final IncomingJobs jobs;

    public DayPages(ReconciliationOffice office, IncomingJobs jobs) {
        this.office = office;
        this.jobs = jobs;
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(LIST, RECONCILE_VIEW, this::list),
                ConsoleRoute.form(ONE, RECONCILE_VIEW, this::page),
                ConsoleRoute.act(ONE + "/compare", RECONCILE_ACT, this::compare, this::page),
                ConsoleRoute.form(ONE + "/matched", RECONCILE_VIEW, this::matched),
                ConsoleRoute.act(ONE + "/matched", RECONCILE_VIEW, this::export, this::matched),
                Known.around(ConsoleRoute.form(ONE + "/excuse", RECONCILE_ACT, this::askToExcuse)),
                Known.around(ConsoleRoute.act(ONE + "/excuse", RECONCILE_ACT, this::excuse, this::askToExcuse)));
    }

    private Answer list(Visit visit) throws SQLException {
        Optional<LocalDate> asked = visit.query("day").flatMap(Words::day);
        LocalDate day = asked.isPresent()
                ? asked.get()
                : office.days().findLastCleared(visit.actor()).orElse(null);
        Typed typed = Typed.of(Map.of(
                "day",
                day == null ? "" : day.toString(),
                "standing",
                visit.query("standing").orElse(""),
                "vendor",
                visit.query("vendor").orElse("")));
        Optional<Standing> standing = typed.choice("standing", Standing.class);
        int vendor = Words.small(Typed.wholeNumber(typed.text("vendor")));
        List<VendorDay> fitting = day == null
                ? List.of()
                : office.days().list(visit.actor(), day).stream()
                        .filter(each -> standing.isEmpty() || each.standing() == standing.get())
                        .filter(each -> vendor < 0 || each.vendorId() == vendor)
                        .toList();
        long asMany = Math.max(0, visit.queryNumber("after"));
        int from = (int) Math.min(asMany, fitting.size());
        int to = Math.min(from + PAGE, fitting.size());
        Address here = new Address(LIST)
                .with("day", day)
                .with("standing", standing.map(Enum::name).orElse(""))
                .with("vendor", vendor < 0 ? null : vendor);
        DaysView view = new DaysView(
                visit.form(typed, Problems.NONE),
                names(visit),
                day,
                fitting,
                fitting.subList(from, to),
                from == 0 ? null : here.toString(),
                to < fitting.size() ? here.with("after", to).toString() : null);
        return Answer.page("reconciliation/days.jte", Map.of("view", view));
    }

    private Answer page(Visit visit, Problems problems) throws SQLException {
        Optional<VendorDay.Detail> detail = find(visit);
        return detail.isEmpty()
                ? Answer.error(ErrorPage.NOT_FOUND)
                : Answer.page("reconciliation/day.jte", Map.of("view", view(visit, problems, detail.get())));
    }

    private VendorDayView view(Visit visit, Problems problems, VendorDay.Detail detail) throws SQLException {
        VendorDay it = detail.it();
        Optional<ApprovalRequest> asked = it.standing() == Standing.EXCUSE_ASKED
                ? office.excuses().findOpen(visit.actor(), it.vendorId(), it.day())
                : Optional.empty();
        return new VendorDayView(visit.form(problems), names(visit), detail, asked);
    }

    private Answer compare(Visit visit) throws SQLException {
        Optional<VendorDay.Detail> detail = find(visit);
        if (detail.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        VendorDay it = detail.get().it();
        Optional<String> job = jobs.compare(visit.actor(), it.vendorId(), it.day());
        if (job.isEmpty()) {
            Problems.NONE.and(null, DayText.TOO_MANY).stopIfAny();
        }
        return Answer.to(job.orElseThrow());
    }

    private Answer matched(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        Optional<LocalDate> day = Words.day(visit.path("day"));
        int vendor = Words.small(visit.number("vendor"));
        VendorNames names = names(visit);
        if (day.isEmpty() || !names.has(vendor)) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        int statement = Words.small(visit.queryNumber("statement"));
        int line = Words.small(visit.queryNumber("line"));
        boolean first = statement < 0 || line < 0;
        List<MatchedRow> found = office.export()
                .matched(
                        visit.actor(),
                        vendor,
                        day.get(),
                        new MatchedRow.Place(Math.max(0, statement), Math.max(0, line)),
                        PAGE + 1);
        List<MatchedRow> shown = found.subList(0, Math.min(PAGE, found.size()));
        Address here = new Address("/reconciliation/days/" + day.get() + "/" + vendor + "/matched");
        MatchedRow last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        MatchedView view = new MatchedView(
                form,
                names,
                vendor,
                day.get(),
                shown,
                first ? null : here.toString(),
                found.size() > PAGE && last != null
                        ? here.with("statement", last.statementId())
                                .with("line", last.lineNo())
                                .toString()
                        : null);
        return Answer.page("reconciliation/matched.jte", Map.of("view", view));
    }

    private Answer export(Visit visit) throws SQLException {
        Optional<LocalDate> day = Words.day(visit.path("day"));
        int vendor = Words.small(visit.number("vendor"));
        VendorNames names = names(visit);
        if (day.isEmpty() || !names.has(vendor)) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        Optional<TableFormat> format = visit.typed().choice("format", TableFormat.class);
        if (format.isEmpty()) {
            Problems.NONE.and(null, DayText.CHOOSE_FORMAT).stopIfAny();
        }
        TableFormat chosen = format.orElseThrow();
        TableFile file = chosen.named(visit.frame().say(DayText.MATCHED));
        return Answer.stream(
                "suinian-matched-" + names.code(vendor) + "-" + day.get() + "." + chosen.extension(),
                chosen.mediaType(),
                out -> office.export().writeMatched(visit.actor(), vendor, day.get(), file, out));
    }

    private Answer askToExcuse(Visit visit, Problems problems) throws SQLException {
        Optional<VendorDay.Detail> detail = find(visit);
        if (detail.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        VendorDayView view = view(visit, problems, detail.get());
        Frame frame = visit.frame();
        VendorDay it = detail.get().it();
        return Answer.page(
                "part/act.jte",
                Map.of(
                        "view",
                        new Confirmation(
                                view.form(),
                                view.path() + "/excuse",
                                frame.say(
                                        DayText.EXCUSE_QUESTION, view.vendors().name(it.vendorId()), it.day()),
                                frame.say(DayText.EXCUSE_CONSEQUENCE),
                                view.facts(),
                                frame.say(DayText.EXCUSE_ASK),
                                view.path(),
                                0,
                                true)));
    }

    private Answer excuse(Visit visit) throws SQLException {
        Optional<LocalDate> day = Words.day(visit.path("day"));
        if (day.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        int vendor = Words.small(visit.number("vendor"));
        office.excuses().ask(visit.actor(), vendor, day.get(), visit.typed().text("reason"));
        return Answer.to("/reconciliation/days/" + day.get() + "/" + vendor)
                .saying(Flash.done(visit.frame().say(DayText.EXCUSE_SAID)));
    }

    private Optional<VendorDay.Detail> find(Visit visit) throws SQLException {
        Optional<LocalDate> day = Words.day(visit.path("day"));
        int vendor = Words.small(visit.number("vendor"));
        return day.isEmpty() ? Optional.empty() : office.days().find(visit.actor(), vendor, day.get());
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
