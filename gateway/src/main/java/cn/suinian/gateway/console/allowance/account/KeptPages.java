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
import cn.suinian.settlement.allowance.kept.KeptAccount;
import cn.suinian.settlement.allowance.kept.KeptAccounts;
import cn.suinian.settlement.allowance.kept.KeptAccounts.Waiting;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** That an account is good although the bank returned the last payment to it: who says so, and who decides on that. */
public final class KeptPages {

    private static final String ONE = "/allowance/runs/:run/kept-account/:holder";
    private static final String DECISION = ONE + "/:payment";

    private final KeptAccounts accounts;

    public KeptPages(AllowanceOffice office) {
        this.accounts = office.keptAccounts();
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        Permission approve = Permission.ALLOWANCE_APPROVE;
        return List.of(
                ConsoleRoute.form(ONE, Permission.ALLOWANCE_PREPARE, this::question),
                ConsoleRoute.act(ONE, Permission.ALLOWANCE_PREPARE, this::ask, this::question),
                ConsoleRoute.form(DECISION + "/decide", approve, this::decision),
                ConsoleRoute.act(DECISION + "/approve", approve, this::approve, this::decision),
                ConsoleRoute.act(DECISION + "/reject", approve, this::reject, this::decision));
    }

    private Answer question(Visit visit, Problems problems) throws SQLException {
        KeptAccount account =
                accounts.get(visit.actor(), NotThere.number(visit, "run"), NotThere.number(visit, "holder"));
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Confirmation confirmation = new Confirmation(
                form,
                KeptView.path(account),
                frame.say(KeptText.ASK, account.holderId()),
                frame.say(KeptText.ASK_LINE),
                facts(frame, account),
                frame.say(KeptText.ASK_DO),
                KeptView.run(account.runNo()),
                0,
                true);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private static Map<String, String> facts(Frame frame, KeptAccount account) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(KeptText.HOLDER), Long.toString(account.holderId()));
        facts.put(frame.say(KeptText.RUN), Long.toString(account.paidBy()));
        facts.put(frame.say(KeptText.CODE), KeptView.code(frame, account.code()));
        facts.put(frame.say(KeptText.WAITING), Figures.yuan(account.waitingFen()));
        return facts;
    }

    private Answer ask(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        accounts.ask(
                visit.actor(),
                runNo,
                NotThere.number(visit, "holder"),
                visit.typed().text("reason"));
        return KeptDecision.back(visit, KeptText.ASKED_SAID);
    }

    private Answer decision(Visit visit, Problems problems) throws SQLException {
        Waiting waiting = accounts.findWaiting(visit.actor(), NotThere.number(visit, "payment"))
                .filter(found -> found.account().holderId() == NotThere.number(visit, "holder"))
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Map<String, String> facts = facts(frame, waiting.account());
        facts.putAll(KeptDecision.asked(frame, waiting.request()));
        return new KeptDecision(
                        form,
                        new KeptDecision.Words(KeptText.DECIDE_TITLE, KeptText.OVER, KeptText.APPROVE),
                        frame.say(KeptText.CONSEQUENCE),
                        facts,
                        KeptView.decision(waiting.account()),
                        KeptView.run(waiting.account().runNo()),
                        waiting.request(),
                        Objects.equals(
                                visit.actor().staffId(), waiting.request().askedBy()),
                        waiting.stands())
                .page();
    }

    private Answer approve(Visit visit) throws SQLException {
        accounts.approve(visit.actor(), KeptDecision.request(visit));
        return KeptDecision.back(visit, KeptText.APPROVED_SAID);
    }

    private Answer reject(Visit visit) throws SQLException {
        accounts.reject(
                visit.actor(), KeptDecision.request(visit), visit.typed().text("reason"));
        return KeptDecision.back(visit, KeptText.REJECTED_SAID);
    }
}
