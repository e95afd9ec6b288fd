package cn.suinian.gateway.console.allowance;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.outcome.Withheld;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of an approved run that move money in the books: ordering the payments, and reconciling them. */
final class StepPages {

    private static final String ORDER = RunPages.RUN + "/order";
    private static final String RECONCILE = RunPages.RUN + "/reconcile";

    private final AllowanceOffice office;

    StepPages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        Permission may = Permission.ALLOWANCE_PREPARE;
        return List.of(
                ConsoleRoute.form(ORDER, may, this::askToOrder),
                ConsoleRoute.act(ORDER, may, this::order, this::askToOrder),
                ConsoleRoute.form(RECONCILE, may, this::askToReconcile),
                ConsoleRoute.act(RECONCILE, may, this::reconcile, this::askToReconcile));
    }

    private Answer askToOrder(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        RunView run = view(visit, form);
        RunPages.requireState(run.run(), State.APPROVED);
        Withheld withheld = run.withheld();
        String question = run.say(
                RunText.ORDER_ASK,
                Figures.count(run.run().holders() - withheld.people()),
                Figures.yuan(run.run().payableFen() - withheld.fen()));
        String line = run.say(RunText.ORDER_LINE);
        return ask(
                form,
                run,
                question,
                (withheld.any() ? run.say(RunText.ORDER_LESS) : "") + line,
                RunText.ORDER_DO,
                "/order");
    }

    private Answer order(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return said(visit, runNo, office.runs().order(visit.actor(), runNo), RunText.ORDERED_SAID);
    }

    private Answer askToReconcile(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        RunView run = view(visit, form);
        RunPages.requireState(run.run(), State.PAY_FILE);
        String question = run.say(RunText.RECONCILE_ASK, run.name());
        return ask(form, run, question, run.say(RunText.RECONCILE_LINE), RunText.RECONCILE_DO, "/reconcile");
    }

    private Answer reconcile(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return said(visit, runNo, office.runs().reconcile(visit.actor(), runNo), RunText.RECONCILED_SAID);
    }

    private RunView view(Visit visit, FormView form) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return new RunView(
                form.frame(),
                office.history().tell(visit.actor(), runNo),
                Map.of(),
                office.withheld().tell(visit.actor(), runNo));
    }

    private static Answer ask(FormView form, RunView run, String question, String line, RunText label, String action) {
        Map<String, String> facts = new LinkedHashMap<>(run.facts());
        if (run.ordered()) {
            facts.putAll(run.payments());
        } else if (run.withheld().any()) {
            facts.put(run.say(RunText.WITHHELD), run.withheldLine());
        }
        Confirmation confirmation =
                new Confirmation(form, run.path() + action, question, line, facts, run.say(label), run.path(), 0, true);
        return Answer.page("allowance/ask.jte", Map.of("view", confirmation));
    }

    private static Answer said(Visit visit, long runNo, boolean done, RunText text) {
        Flash flash = done
                ? Flash.done(visit.frame().say(text))
                : Flash.note(visit.frame().say(RunText.DONE_BEFORE));
        return Answer.to(RunView.path(runNo)).saying(flash);
    }
}
