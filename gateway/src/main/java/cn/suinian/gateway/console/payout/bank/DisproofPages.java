package cn.suinian.gateway.console.payout.bank;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.payout.PaymentReturn;
import cn.suinian.settlement.payout.PaymentReturns;
import cn.suinian.settlement.payout.PayoutRefusal;
import cn.suinian.settlement.payout.disproof.Disproof;
import cn.suinian.settlement.payout.disproof.Disproofs;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Somebody says that a payment never came back, and what another person says of that. */
public final class DisproofPages {

    private static final String RETURNS = "/payouts/returns";
    private static final String ASK = RETURNS + "/:no/disprove";
    private static final String DECIDE = RETURNS + "/:no/disproof";

    private final PaymentReturns returns;
    private final Disproofs disproofs;

    public DisproofPages(PayoutOffice office) {
        this.returns = office.returns();
        this.disproofs = office.disproofs();
    }

    /** Where one is decided. */
    public static String path(long paymentNo) {
        return RETURNS + "/" + paymentNo + "/disproof";
    }

    public List<ConsoleRoute> routes() {
        Permission prepare = Permission.PAYOUT_PREPARE;
        Permission approve = Permission.PAYOUT_APPROVE;
        return NotThere.around(
                List.of(
                        ConsoleRoute.form(ASK, prepare, this::question),
                        ConsoleRoute.act(ASK, prepare, this::ask, this::question),
                        ConsoleRoute.form(DECIDE, Permission.PAYOUT_VIEW, this::decision),
                        ConsoleRoute.act(DECIDE + "/approve", approve, this::approve, this::decision),
                        ConsoleRoute.act(DECIDE + "/reject", approve, this::reject, this::decision)),
                PayoutRefusal.NO_SUCH_RETURN,
                ApprovalRefusal.NO_SUCH_REQUEST);
    }

    private Answer question(Visit visit, Problems problems) throws SQLException {
        PaymentReturn found = returns.get(visit.actor(), NotThere.number(visit, "no"));
        if (found.resolvedAt() != null) {
            return Answer.error(ErrorPage.CHANGED_MEANWHILE);
        }
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Confirmation confirmation = new Confirmation(
                form,
                RETURNS + "/" + found.paymentNo() + "/disprove",
                frame.say(BankText.DISPROVE_QUESTION, found.paymentNo()),
                frame.say(BankText.DISPROVE_LINE),
                ReturnPages.facts(frame, found),
                frame.say(BankText.DISPROVE),
                RETURNS,
                0,
                true);
        return Answer.page("payout/bank/disprove.jte", Map.of("view", confirmation));
    }

    private Answer ask(Visit visit) throws SQLException {
        long paymentNo = NotThere.number(visit, "no");
        disproofs.ask(
                visit.actor(),
                paymentNo,
                visit.typed().text("reason"),
                visit.typed().text("evidence"));
        return Answer.to(path(paymentNo)).saying(Flash.done(visit.frame().say(BankText.DISPROVE_ASKED_SAID)));
    }

    private Answer decision(Visit visit, Problems problems) throws SQLException {
        long paymentNo = NotThere.number(visit, "no");
        PaymentReturn found = returns.get(visit.actor(), paymentNo);
        Disproof asked = disproofs
                .find(visit.actor(), paymentNo)
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
        FormView form = visit.form(problems);
        DisproofView view = new DisproofView(
                form,
                visit.form(problems),
                asked,
                ReturnPages.facts(form.frame(), found),
                asked.askedAs().equals(visit.actor().account()));
        return Answer.page("payout/bank/disproof.jte", Map.of("view", view));
    }

    private Answer approve(Visit visit) throws SQLException {
        disproofs.approve(visit.actor(), NotThere.number(visit, "no"));
        return Answer.to(RETURNS).saying(Flash.done(visit.frame().say(BankText.DISPROVED_SAID)));
    }

    private Answer reject(Visit visit) throws SQLException {
        disproofs.reject(
                visit.actor(), NotThere.number(visit, "no"), visit.typed().text("reason"));
        return Answer.to(RETURNS).saying(Flash.done(visit.frame().say(BankText.DISAGREED_SAID)));
    }
}
