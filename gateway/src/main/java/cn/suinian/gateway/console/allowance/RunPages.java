package cn.suinian.gateway.console.allowance;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.account.KeptView;
import cn.suinian.gateway.console.allowance.account.ReturnsView;
import cn.suinian.gateway.console.allowance.message.FailedView;
import cn.suinian.gateway.console.allowance.message.MessagePages;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.allowance.word.TakenWords;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.AllowanceRuns;
import cn.suinian.settlement.allowance.RunHistory.Told;
import cn.suinian.settlement.allowance.kept.KeptAccount;
import cn.suinian.settlement.allowance.outcome.Withheld;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A run, and what two people do with its list: confirm it, make it again, approve it or send it back. */
final class RunPages {

    static final String RUN = "/allowance/runs/:run";

    private final AllowanceOffice office;

    RunPages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        Permission prepare = Permission.ALLOWANCE_PREPARE;
        Permission approve = Permission.ALLOWANCE_APPROVE;
        return List.of(
                ConsoleRoute.get(RUN, Permission.ALLOWANCE_VIEW, this::page),
                ConsoleRoute.get(RUN + "/check", Permission.ALLOWANCE_VIEW, this::check),
                ConsoleRoute.form(RUN + "/confirm", prepare, this::askToConfirm),
                ConsoleRoute.act(RUN + "/confirm", prepare, this::confirm, this::askToConfirm),
                ConsoleRoute.form(RUN + "/again", prepare, this::askToListAgain),
                ConsoleRoute.act(RUN + "/again", prepare, this::listAgain, this::askToListAgain),
                ConsoleRoute.form(RUN + "/decide", approve, this::decide),
                ConsoleRoute.act(RUN + "/approve", approve, this::approve, this::decide),
                ConsoleRoute.act(RUN + "/reject", approve, this::reject, this::decide));
    }

    private Answer page(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        Told told = office.history().tell(visit.actor(), runNo);
        RunView view = new RunView(
                visit.frame(),
                told,
                office.reads().countNotes(visit.actor(), runNo),
                RunView.isOrdered(told.run()) ? office.withheld().tell(visit.actor(), runNo) : Withheld.NOBODY);
        Map<String, String> taken = view.ordered()
                ? TakenWords.of(
                        office.payFile().lastTaken(visit.actor(), runNo),
                        visit.frame().language())
                : Map.of();
        return Answer.page(
                "allowance/run.jte",
                Map.of("view", view, "taken", taken, "kept", kept(visit, told.run()), "failed", failed(visit, runNo)));
    }

    private FailedView failed(Visit visit, long runNo) throws SQLException {
        return MessagePages.ofRun(visit.frame(), runNo, office.failedMessages().listOfRun(visit.actor(), runNo));
    }

    private KeptView kept(Visit visit, AllowanceRun run) throws SQLException {
        List<KeptAccount> accounts = run.state() == State.DISCARDED
                ? List.of()
                : office.keptAccounts().list(visit.actor(), run.runNo());
        return new KeptView(visit.frame(), accounts, ReturnsView.of(visit, accounts, office.keptReturns()));
    }

    private Answer check(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        FiguresView view = new FiguresView(
                new RunView(visit.frame(), office.history().tell(visit.actor(), runNo), Map.of()),
                office.figures().compare(visit.actor(), runNo));
        return Answer.page("allowance/check.jte", Map.of("view", view));
    }

    private Answer askToConfirm(Visit visit, Problems problems) throws SQLException {
        return ask(visit, problems, RunText.CONFIRM_ASK, RunText.CONFIRM_LINE, RunText.DO_CONFIRM, "/confirm");
    }

    private Answer askToListAgain(Visit visit, Problems problems) throws SQLException {
        return ask(visit, problems, RunText.AGAIN_ASK, RunText.AGAIN_LINE, RunText.DO_AGAIN, "/again");
    }

    private Answer ask(Visit visit, Problems problems, RunText question, RunText line, RunText label, String action)
            throws SQLException {
        FormView form = visit.form(problems);
        RunView view = view(visit, form);
        requireState(view.run(), State.LISTED);
        Confirmation confirmation = new Confirmation(
                        form,
                        view.path() + action,
                        view.say(question, view.name()),
                        view.say(line),
                        view.facts(),
                        view.say(label),
                        view.path(),
                        0,
                        false)
                .withoutHarm();
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private RunView view(Visit visit, FormView form) throws SQLException {
        Told told = office.history().tell(visit.actor(), NotThere.number(visit, "run"));
        return new RunView(form.frame(), told, Map.of());
    }

    /** A page about a step that is over would only lead to a refusal. */
    static void requireState(AllowanceRun run, State... states) {
        if (!List.of(states).contains(run.state())) {
            throw new RefusedException(AllowanceRefusal.WRONG_STATE, "run");
        }
    }

    private Answer confirm(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        office.runs().confirm(visit.actor(), runNo, visit.typed().text("reason"));
        return Answer.to(RunView.path(runNo)).saying(Flash.done(visit.frame().say(RunText.CONFIRMED_SAID)));
    }

    private Answer listAgain(Visit visit) throws SQLException {
        AllowanceRun run = office.runs()
                .listAgain(
                        visit.actor(),
                        NotThere.number(visit, "run"),
                        visit.typed().text("reason"),
                        AllowanceRuns.Listener.SILENT);
        return Answer.to(RunView.path(run)).saying(Flash.done(visit.frame().say(RunText.AGAIN_SAID)));
    }

    private Answer decide(Visit visit, Problems problems) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        FormView form = visit.form(problems);
        RunView run = new RunView(
                form.frame(),
                office.history().tell(visit.actor(), runNo),
                office.reads().countNotes(visit.actor(), runNo),
                office.withheld().tell(visit.actor(), runNo));
        return Answer.page("allowance/decide.jte", Map.of("form", form, "view", run, "kept", kept(visit, run.run())));
    }

    private Answer approve(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        long seen = Typed.wholeNumber(visit.typed().text("accounts"));
        office.runs().approve(visit.actor(), request(visit), Math.max(seen, 0));
        return Answer.to(RunView.path(runNo)).saying(Flash.done(visit.frame().say(RunText.APPROVED_SAID)));
    }

    private Answer reject(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        office.runs().reject(visit.actor(), request(visit), visit.typed().text("reason"));
        return Answer.to(RunView.path(runNo)).saying(Flash.done(visit.frame().say(RunText.REJECTED_SAID)));
    }

    /** The request that the page showed; a run that was sent back and confirmed anew has another one. */
    private static long request(Visit visit) {
        return Typed.wholeNumber(visit.typed().text("request"));
    }
}
