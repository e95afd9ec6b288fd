package cn.suinian.gateway.console.allowance.account;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.kept.KeptReturn;
import cn.suinian.settlement.allowance.kept.KeptReturns;
import cn.suinian.settlement.allowance.kept.KeptReturns.Waiting;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** That the accounts are good of all whose payment by one run came back with one code: who says so, and who decides. */
public final class ReturnsPages {

    private static final String ONE = "/allowance/runs/:run/kept-returns/:code";

    private final KeptReturns returns;

    public ReturnsPages(AllowanceOffice office) {
        this.returns = office.keptReturns();
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        Permission approve = Permission.ALLOWANCE_APPROVE;
        return List.of(
                ConsoleRoute.form(ONE, Permission.ALLOWANCE_PREPARE, this::question),
                ConsoleRoute.act(ONE, Permission.ALLOWANCE_PREPARE, this::ask, this::question),
                ConsoleRoute.form(ONE + "/decide", approve, this::decision),
                ConsoleRoute.act(ONE + "/approve", approve, this::approve, this::decision),
                ConsoleRoute.act(ONE + "/reject", approve, this::reject, this::decision));
    }

    private Answer question(Visit visit, Problems problems) throws SQLException {
        KeptReturn returned = returns.get(visit.actor(), NotThere.number(visit, "run"), code(visit));
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Confirmation confirmation = new Confirmation(
                form,
                ReturnsView.path(returned.runNo(), returned.code()),
                frame.say(KeptText.MANY_ASK, returned.runNo(), Figures.count(returned.people())),
                frame.say(KeptText.MANY_ASK_LINE),
                facts(frame, returned),
                frame.say(KeptText.ASK_DO),
                KeptView.run(returned.runNo()),
                0,
                true);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private static Map<String, String> facts(Frame frame, KeptReturn returned) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(KeptText.RUN), Long.toString(returned.runNo()));
        facts.put(frame.say(KeptText.CODE), ReturnsView.words(frame, returned.code()));
        facts.put(frame.say(KeptText.PEOPLE), Figures.count(returned.people()));
        facts.put(frame.say(KeptText.WAITING), Figures.yuan(returned.fen()));
        return facts;
    }

    private Answer ask(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        returns.ask(visit.actor(), runNo, code(visit), visit.typed().text("reason"));
        return KeptDecision.back(visit, KeptText.ASKED_SAID);
    }

    private Answer decision(Visit visit, Problems problems) throws SQLException {
        Waiting waiting = returns.findWaiting(visit.actor(), NotThere.number(visit, "run"))
                .filter(found -> found.returned().code().equals(code(visit)))
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
        KeptReturn returned = waiting.returned();
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Map<String, String> facts = facts(frame, returned);
        facts.putAll(KeptDecision.asked(frame, waiting.request()));
        return new KeptDecision(
                        form,
                        new KeptDecision.Words(KeptText.MANY_DECIDE, KeptText.MANY_OVER, KeptText.MANY_APPROVE),
                        frame.say(
                                KeptText.MANY_CONSEQUENCE,
                                Figures.count(returned.people()),
                                Figures.yuan(returned.fen())),
                        facts,
                        ReturnsView.path(returned.runNo(), returned.code()),
                        KeptView.run(returned.runNo()),
                        waiting.request(),
                        Objects.equals(
                                visit.actor().staffId(), waiting.request().askedBy()),
                        waiting.stands())
                .page();
    }

    private Answer approve(Visit visit) throws SQLException {
        returns.approve(visit.actor(), KeptDecision.request(visit));
        return KeptDecision.back(visit, KeptText.APPROVED_SAID);
    }

    private Answer reject(Visit visit) throws SQLException {
        returns.reject(visit.actor(), KeptDecision.request(visit), visit.typed().text("reason"));
        return KeptDecision.back(visit, KeptText.REJECTED_SAID);
    }

    private static String code(Visit visit) {
        return ReturnsView.code(visit.path("code"));
    }
}
