package cn.suinian.gateway.console.allowance;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.late.LateReturn;
import cn.suinian.settlement.allowance.late.PaidPayment;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** That the bank returned a payment after it was paid: who records it, and what another person says of that. */
final class LatePages {

    /** Where one is recorded, below a run. */
    static final String ASK = "/late-return";

    private static final String RECORD = RunPages.RUN + ASK;
    private static final String ONE = RECORD + "/:payment";

    private final AllowanceOffice office;

    LatePages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        Permission approve = Permission.ALLOWANCE_APPROVE;
        return List.of(
                ConsoleRoute.form(RECORD, Permission.ALLOWANCE_PREPARE, this::question),
                ConsoleRoute.act(RECORD, Permission.ALLOWANCE_PREPARE, this::ask, this::question),
                ConsoleRoute.form(ONE + "/decide", approve, this::decision),
                ConsoleRoute.act(ONE + "/approve", approve, this::approve, this::decision),
                ConsoleRoute.act(ONE + "/reject", approve, this::reject, this::decision));
    }

    static String path(LateReturn late) {
        return RunView.path(late.payment().runNo()) + ASK + "/" + late.payment().paymentNo();
    }

    private Answer question(Visit visit, Problems problems) throws SQLException {
        Typed typed = visit.typed().find("payment").isPresent()
                ? visit.typed()
                : visit.typed()
                        .with(
                                "payment",
                                visit.query("payment")
                                        .filter(text -> text.matches("[0-9]{1,18}"))
                                        .orElse(null));
        FormView form = visit.form(typed, problems);
        RunView run = new RunView(
                form.frame(), office.history().tell(visit.actor(), NotThere.number(visit, "run")), Map.of());
        RunPages.requireState(run.run(), State.PAY_FILE, State.RECONCILED);
        Confirmation confirmation = new Confirmation(
                form,
                run.path() + ASK,
                run.say(RunText.LATE_ASK, run.name()),
                run.say(RunText.LATE_LINE),
                Map.of(),
                run.say(RunText.LATE_DO),
                run.path(),
                0,
                true);
        return Answer.page("allowance/late.jte", Map.of("view", confirmation));
    }

    private Answer ask(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        office.lateReturns()
                .ask(
                        visit.actor(),
                        runNo,
                        Typed.wholeNumber(visit.typed().text("payment")),
                        day(visit),
                        visit.typed().text("code"),
                        visit.typed().text("reason"));
        return Answer.to(RunView.path(runNo)).saying(Flash.done(visit.frame().say(RunText.LATE_ASKED_SAID)));
    }

    private static LocalDate day(Visit visit) {
        try {
            Optional<LocalDate> day = visit.typed().find("returnedOn").map(LocalDate::parse);
            return day.orElseThrow(() -> new RefusedException(AllowanceRefusal.RETURN_DAY_WRONG, "returnedOn"));
        } catch (DateTimeException none) {
            throw new RefusedException(AllowanceRefusal.RETURN_DAY_WRONG, "returnedOn");
        }
    }

    private Answer decision(Visit visit, Problems problems) throws SQLException {
        LateReturn late = waiting(visit);
        FormView form = visit.form(problems);
        boolean own = Objects.equals(visit.actor().staffId(), late.request().askedBy());
        RunText whyNot = own ? RunText.LATE_OWN : RunText.LATE_TAKEN;
        return Answer.page(
                "allowance/latedecide.jte",
                Map.of(
                        "form",
                        form,
                        "facts",
                        facts(form.frame(), late),
                        "late",
                        late,
                        "path",
                        path(late),
                        "cancel",
                        RunView.path(late.payment().runNo()),
                        "whyNot",
                        own || late.payment().isTakenBy(visit.actor())
                                ? form.frame().say(whyNot)
                                : ""));
    }

    private static Map<String, String> facts(Frame frame, LateReturn late) {
        PaidPayment payment = late.payment();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(RunText.PAYMENT_NO), Long.toString(payment.paymentNo()));
        facts.put(frame.say(RunText.HOLDER), Long.toString(payment.holderId()));
        facts.put(frame.say(AllowanceText.AMOUNT), Figures.yuan(payment.fen()));
        facts.put(frame.say(RunText.LATE_TAKEN_BY), payment.takenAs());
        facts.put(frame.say(RunText.LATE_ON), late.returnedOn().toString());
        facts.put(frame.say(RunText.CODE), late.code());
        facts.put(
                frame.say(RunText.LATE_ASKED_BY),
                late.request().askedAs() + " · "
                        + Figures.dateTime(late.request().askedAt()));
        facts.put(frame.say(RunText.REASON), late.request().reason());
        return facts;
    }

    private Answer approve(Visit visit) throws SQLException {
        office.lateReturns().approve(visit.actor(), request(visit));
        return back(visit, RunText.LATE_APPROVED_SAID);
    }

    private Answer reject(Visit visit) throws SQLException {
        office.lateReturns().reject(visit.actor(), request(visit), visit.typed().text("reason"));
        return back(visit, RunText.LATE_REJECTED_SAID);
    }

    private static Answer back(Visit visit, RunText said) {
        return Answer.to(RunView.path(NotThere.number(visit, "run")))
                .saying(Flash.done(visit.frame().say(said)));
    }

    /** The request that the page showed. */
    private static long request(Visit visit) {
        return Typed.wholeNumber(visit.typed().text("request"));
    }

    /** What waits about the payment of the address; without it there is nothing to decide. */
    private LateReturn waiting(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        long paymentNo = NotThere.number(visit, "payment");
        return office.lateReturns()
                .findWaiting(visit.actor(), paymentNo)
                .filter(late -> late.payment().runNo() == runNo)
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
    }
}
