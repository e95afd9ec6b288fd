package cn.suinian.gateway.console.reconciliation.statement;

import static cn.suinian.core.staff.Permission.RECONCILE_ACT;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.reconciliation.word.Known;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.statement.BadRow;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.StatementFilter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of statements, one of them, and whether it counts. */
public final class StatementPages {
    private static final String LIST = "/reconciliation/statements";
    private static final String ONE = LIST + "/:id";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final int PAGE = 50;

    private final ReconciliationOffice office;
    private final IncomingJobs jobs;

    public StatementPages(ReconciliationOffice office, IncomingJobs jobs) {
        this.office = office;
        this.jobs = jobs;
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(LIST, RECONCILE_VIEW, this::list),
                Known.around(ConsoleRoute.get(ONE, RECONCILE_VIEW, this::page)),
                Known.around(ConsoleRoute.get(ONE + "/faults", RECONCILE_VIEW, this::faults)),
                Known.around(ConsoleRoute.form(ONE + "/accept", RECONCILE_ACT, this::askToAccept)),
                Known.around(ConsoleRoute.act(ONE + "/accept", RECONCILE_ACT, this::accept, this::askToAccept)),
                Known.around(ConsoleRoute.form(ONE + "/withdraw", RECONCILE_ACT, this::askToWithdraw)),
                Known.around(ConsoleRoute.act(ONE + "/withdraw", RECONCILE_ACT, this::withdraw, this::askToWithdraw)));
    }

    private Answer list(Visit visit) throws SQLException {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : List.of("vendor", "from", "to", "state")) {
            asked.put(name, visit.query(name).orElse(""));
        }
        Typed typed = Typed.of(asked);
        Problems problems = Problems.NONE;
        for (String name : List.of("from", "to")) {
            if (typed.find(name).isPresent() && Words.day(typed.text(name)).isEmpty()) {
                problems = problems.and(name, ReconcileText.DAY_WRONG);
            }
        }
        int vendor = Words.small(Typed.wholeNumber(typed.text("vendor")));
        StatementFilter filter = new StatementFilter(
                vendor < 0 ? null : Integer.valueOf(vendor),
                Words.day(typed.text("from")).orElse(null),
                Words.day(typed.text("to")).orElse(null),
                typed.choice("state", Statement.State.class).orElse(null));
        int before = Words.small(visit.queryNumber("before"));
        List<Statement> found =
                office.statements().page(visit.actor(), filter, before < 0 ? Integer.MAX_VALUE : before, PAGE + 1);
        List<Statement> shown = found.subList(0, Math.min(PAGE, found.size()));
        Address here = new Address(LIST);
        for (Map.Entry<String, String> each : asked.entrySet()) {
            here = here.with(each.getKey(), each.getValue());
        }
        return Answer.page(
                "reconciliation/statements.jte",
                Map.of(
                        "view",
                        new StatementsView(
                                visit.form(typed, problems),
                                names(visit),
                                shown,
                                before < 0 ? null : here.toString(),
                                found.size() > PAGE
                                        ? here.with(
                                                        "before",
                                                        shown.get(PAGE - 1).statementId())
                                                .toString()
                                        : null)));
    }

    private Answer page(Visit visit) throws SQLException {
        Statement statement = get(visit);
        List<BadRow> faults =
                office.statements().firstFaults(visit.actor(), statement.statementId(), StatementView.FIRST_FAULTS);
        return Answer.page(
                "reconciliation/statement.jte",
                Map.of(
                        "view",
                        new StatementView(visit.frame(), names(visit), statement, faults, isKept(visit, statement))));
    }

    private Answer faults(Visit visit) throws SQLException {
        Statement statement = get(visit);
        String name = visit.frame().say(StatementText.FAULTS_NAME, Integer.toString(statement.statementId()));
        return Answer.stream(
                name, CSV, out -> office.statements().writeFaults(visit.actor(), statement.statementId(), out));
    }

    private Answer askToAccept(Visit visit, Problems problems) throws SQLException {
        return ask(
                visit,
                problems,
                "accept",
                StatementText.ACCEPT_QUESTION,
                StatementText.ACCEPT_CONSEQUENCE,
                StatementText.ACCEPT);
    }

    /** What can only be refused is not asked for: its page says why. */
    private Answer askToWithdraw(Visit visit, Problems problems) throws SQLException {
        Statement statement = get(visit);
        if (!problems.any() && isKept(visit, statement)) {
            return Answer.to("/reconciliation/statements/" + statement.statementId());
        }
        return ask(
                visit,
                problems,
                "withdraw",
                StatementText.WITHDRAW_QUESTION,
                StatementText.WITHDRAW_CONSEQUENCE,
                StatementText.WITHDRAW);
    }

    private Answer ask(
            Visit visit,
            Problems problems,
            String act,
            StatementText question,
            StatementText consequence,
            StatementText label)
            throws SQLException {
        Statement statement = get(visit);
        StatementView view = new StatementView(visit.frame(), names(visit), statement, List.of(), false);
        Frame frame = visit.frame();
        return Answer.page(
                "part/act.jte",
                Map.of(
                        "view",
                        new Confirmation(
                                visit.form(problems),
                                view.path() + "/" + act,
                                frame.say(question, Integer.toString(statement.statementId())),
                                frame.say(consequence),
                                view.facts(),
                                frame.say(label),
                                view.path(),
                                0,
                                false)));
    }

    private Answer accept(Visit visit) throws SQLException {
        Statement now = office.statements()
                .accept(visit.actor(), id(visit), visit.typed().text("reason"));
        return compare(visit, now, StatementText.ACCEPTED);
    }

    private Answer withdraw(Visit visit) throws SQLException {
        Statement now = office.statements()
                .withdraw(visit.actor(), id(visit), visit.typed().text("reason"));
        return compare(visit, now, StatementText.WITHDRAWN_SAID);
    }

    /** What counts for the day is other than before, so the day is compared again. */
    private Answer compare(Visit visit, Statement now, StatementText said) throws SQLException {
        String page = "/reconciliation/statements/" + now.statementId();
        return jobs.compare(visit.actor(), now.vendorId(), now.day())
                .map(path -> Answer.to(path).saying(Flash.done(visit.frame().say(said))))
                .orElseGet(
                        () -> Answer.to(page).saying(Flash.warning(visit.frame().say(StatementText.NOT_COMPARED_YET))));
    }

    private boolean isKept(Visit visit, Statement statement) throws SQLException {
        return office.statements().isApprovedWith(visit.actor(), statement.statementId());
    }

    private Statement get(Visit visit) throws SQLException {
        return office.statements().get(visit.actor(), id(visit));
    }

    private static int id(Visit visit) {
        return Words.small(visit.number("id"));
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
