package cn.suinian.gateway.console.payout.bank;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.payout.word.BankReason;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.payout.PaymentReturn;
import cn.suinian.settlement.payout.PaymentReturns;
import cn.suinian.settlement.payout.PayoutRefusal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The worklist of payments that came back. */
public final class ReturnPages {

    private static final String RETURNS = "/payouts/returns";
    private static final String ONE = RETURNS + "/:no";

    private final PaymentReturns returns;

    public ReturnPages(PayoutOffice office) {
        this.returns = office.returns();
    }

    public List<ConsoleRoute> routes() {
        return NotThere.around(
                List.of(
                        ConsoleRoute.get(RETURNS, Permission.PAYOUT_VIEW, this::list),
                        ConsoleRoute.form(ONE, Permission.PAYOUT_PREPARE, this::ask),
                        ConsoleRoute.act(ONE, Permission.PAYOUT_PREPARE, this::resolve, this::ask)),
                PayoutRefusal.NO_SUCH_RETURN);
    }

    private Answer list(Visit visit) throws SQLException {
        boolean all = visit.query("all").isPresent();
        long after = Math.max(0, visit.queryNumber("after"));
        List<PaymentReturn> found = returns.page(visit.actor(), !all, after, Slice.ROWS + 1);
        List<PaymentReturn> shown = found.subList(0, Math.min(Slice.ROWS, found.size()));
        Address here = new Address(RETURNS).with("all", all ? "yes" : null);
        ReturnsView view = new ReturnsView(
                visit.form(Typed.of(all ? Map.of("all", "yes") : Map.of()), Problems.NONE),
                shown,
                !all,
                returns.count(visit.actor(), !all),
                after == 0 ? null : here.toString(),
                found.size() > Slice.ROWS
                        ? here.with("after", shown.get(shown.size() - 1).paymentNo())
                                .toString()
                        : null);
        return Answer.page("payout/bank/returns.jte", Map.of("view", view));
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        PaymentReturn found = returns.get(visit.actor(), NotThere.number(visit, "no"));
        if (found.resolvedAt() != null) {
            return Answer.error(ErrorPage.CHANGED_MEANWHILE);
        }
        String whyNot = ReturnsView.whyNot(found, visit.frame());
        if (whyNot != null && !problems.any()) {
            return Answer.to(RETURNS).saying(Flash.warning(whyNot));
        }
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Confirmation confirmation = new Confirmation(
                form,
                RETURNS + "/" + found.paymentNo(),
                frame.say(BankText.RESOLVE_QUESTION, found.id()),
                frame.say(BankText.RESOLVE_LINE),
                facts(frame, found),
                frame.say(BankText.RESOLVE),
                RETURNS,
                0,
                true);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    static Map<String, String> facts(Frame frame, PaymentReturn found) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(WordText.VENDOR), found.vendorCode());
        facts.put(frame.say(WordText.PAYER), Payers.name(found.payer(), frame.language()));
        facts.put(frame.say(WordText.TOTAL), frame.say(WordText.YUAN, Figures.yuan(found.fen())));
        facts.put(frame.say(BankText.KIND), frame.say(ReturnsView.of(found.kind())));
        facts.put(
                frame.say(BankText.BANK_REASON),
                Objects.requireNonNullElse(BankReason.text(found.bankReason(), frame.language()), "—"));
        return facts;
    }

    private Answer resolve(Visit visit) throws SQLException {
        returns.resolve(
                visit.actor(), NotThere.number(visit, "no"), visit.typed().text("reason"));
        return Answer.to(RETURNS).saying(Flash.done(visit.frame().say(BankText.RESOLVED_SAID)));
    }
}
