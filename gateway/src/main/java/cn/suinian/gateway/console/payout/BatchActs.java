package cn.suinian.gateway.console.payout;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.PayoutFile;
import cn.suinian.settlement.payout.PayoutRefusal;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is done to a batch: approve, refuse, cancel, send, and taking its files. */
final class BatchActs {

    private static final List<String> SENDING = List.of("executeOn", "warned");

    /** Ends a batch that was not sent, for a reason. */
    private interface Declining {
        PayoutBatch decline(Actor actor, long batchNo, String reason) throws SQLException;
    }

    private final PayoutOffice office;
    private final ExecutionDay executionDay;

    BatchActs(PayoutOffice office, Clock clock) {
        this.office = office;
        this.executionDay = new ExecutionDay(office.calendar(), clock);
    }

    List<ConsoleRoute> routes() {
        Permission prepare = Permission.PAYOUT_PREPARE;
        Permission approve = Permission.PAYOUT_APPROVE;
        return List.of(
                ConsoleRoute.form("/payouts/:no/approve", approve, this::askToApprove),
                ConsoleRoute.act("/payouts/:no/approve", approve, told(this::approve), this::askToApprove),
                ConsoleRoute.form("/payouts/:no/refuse", approve, this::askToRefuse),
                ConsoleRoute.act("/payouts/:no/refuse", approve, this::refuse, this::askToRefuse),
                ConsoleRoute.form("/payouts/:no/cancel", prepare, this::askToCancel),
                ConsoleRoute.act("/payouts/:no/cancel", prepare, this::cancel, this::askToCancel),
                ConsoleRoute.form("/payouts/:no/send", prepare, this::askToSend),
                ConsoleRoute.act("/payouts/:no/send", prepare, told(this::send), this::askToSend),
                ConsoleRoute.act("/payouts/:no/files/:file", prepare, this::download, null),
                ConsoleRoute.act("/payouts/:no/files/:file/signature", prepare, this::signature, null));
    }

    /** The same; when something else is payable now, each payment that changed is told. */
    private static Desk told(Desk act) {
        return visit -> {
            try {
                return act.answer(visit);
            } catch (RefusedException refused) {
                if (refused.refusal() == PayoutRefusal.CHANGED) {
                    PayoutWords.problems(refused).stopIfAny();
                }
                throw refused;
            }
        };
    }

    private Answer askToApprove(Visit visit, Problems problems) throws SQLException {
        BatchView view = view(visit, problems);
        return Answer.page("payout/approve.jte", Map.of("view", view));
    }

    private Answer approve(Visit visit) throws SQLException {
        PayoutBatch batch = office.payouts().approve(visit.actor(), NotThere.number(visit, "no"));
        return done(visit, batch, PayoutText.APPROVED_SAID);
    }

    private Answer askToRefuse(Visit visit, Problems problems) throws SQLException {
        BatchView view = view(visit, problems);
        if (!view.decides() && !problems.any()) {
            return Answer.page("payout/approve.jte", Map.of("view", view));
        }
        return ask(view, "refuse", PayoutText.REFUSE_QUESTION, PayoutText.REFUSE_LINE, PayoutText.REFUSE);
    }

    private Answer refuse(Visit visit) throws SQLException {
        return decline(visit, office.payouts()::reject, PayoutText.REFUSED_SAID);
    }

    private Answer askToCancel(Visit visit, Problems problems) throws SQLException {
        BatchView view = view(visit, problems);
        if (!view.cancels() && !problems.any()) {
            return moved(visit, view);
        }
        return ask(view, "cancel", PayoutText.CANCEL_QUESTION, PayoutText.CANCEL_LINE, PayoutText.CANCEL);
    }

    private Answer cancel(Visit visit) throws SQLException {
        return decline(visit, office.payouts()::cancel, PayoutText.CANCELLED_SAID);
    }

    private static Answer decline(Visit visit, Declining act, PayoutText said) throws SQLException {
        String reason = visit.typed().text("reason");
        return done(visit, act.decline(visit.actor(), NotThere.number(visit, "no"), reason), said);
    }

    private Answer askToSend(Visit visit, Problems problems) throws SQLException {
        BatchView view = view(visit, problems);
        if (!view.sends() && !problems.any()) {
            return moved(visit, view);
        }
        return Answer.page(
                "payout/send.jte",
                Map.of(
                        "view", view,
                        "hint", executionDay.hint(visit.frame().language()),
                        "warned", visit.typed().text("executeOn")));
    }

    private Answer send(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, SENDING);
        LocalDate executeOn = asked.day("executeOn");
        asked.problems().stopIfAny();
        if (executeOn == null) {
            Problems.NONE.and("executeOn", WordText.DAY_WRONG).stopIfAny();
            throw new IllegalStateException("a problem stops");
        }
        executionDay.unwarned(executeOn, asked.text("warned")).stopIfAny();
        PayoutBatch batch = office.payouts().send(visit.actor(), NotThere.number(visit, "no"), executeOn);
        return done(visit, batch, PayoutText.SENT_SAID);
    }

    private Answer download(Visit visit) throws SQLException {
        PayoutFile file = file(visit);
        String type =
                switch (file.kind()) {
                    case PAIN_001 -> "application/xml";
                    case CSV_UTF8 -> "text/csv; charset=utf-8";
                    case CSV_GB18030 -> "text/csv; charset=gb18030";
                };
        return Answer.stream(
                file.name(),
                type,
                out -> out.write(
                        office.files().download(visit.actor(), file.fileNo()).bytes()));
    }

    /** Apart from the file, so that the file stays what the bank's programs expect. */
    private Answer signature(Visit visit) throws SQLException {
        PayoutFile file = file(visit);
        return Answer.stream(
                file.name() + ".sm2.json",
                "application/json",
                out -> out.write(signature(office.files().signature(visit.actor(), file.fileNo()))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static String signature(PayoutFile file) {
        return new JsonObject()
                .put("file", file.name())
                .put("sm3", file.sm3())
                .put("algorithm", "SM2-SM3")
                .put("keyVersion", file.signature().keyVersion())
                .put("signature", file.signature().hex())
                .encodePrettily();
    }

    private PayoutFile file(Visit visit) throws SQLException {
        long fileNo = NotThere.number(visit, "file");
        return office.files().list(visit.actor(), NotThere.number(visit, "no")).stream()
                .filter(each -> each.fileNo() == fileNo)
                .findFirst()
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_FILE));
    }

    private BatchView view(Visit visit, Problems problems) throws SQLException {
        PayoutBatch batch = office.lists().get(visit.actor(), NotThere.number(visit, "no"));
        boolean fresh = visit.typed().find("executeOn").isEmpty() && !problems.any();
        FormView form = visit.form(
                fresh ? visit.typed().with("executeOn", executionDay.usual().toString()) : visit.typed(), problems);
        return new BatchView(form, batch, List.of(), List.of(), List.of(), "", "");
    }

    private static Answer ask(
            BatchView view, String act, PayoutText question, PayoutText consequence, PayoutText label) {
        Frame frame = view.frame();
        Confirmation confirmation = new Confirmation(
                view.form(),
                view.path() + "/" + act,
                frame.say(question, view.batch().batchNo()),
                frame.say(consequence),
                view.facts(),
                frame.say(label),
                view.path(),
                0,
                false);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private static Answer moved(Visit visit, BatchView view) {
        return Answer.to(view.path()).saying(Flash.warning(visit.frame().say(PayoutText.STATE_MOVED)));
    }

    private static Answer done(Visit visit, PayoutBatch batch, PayoutText what) {
        return Answer.to("/payouts/" + batch.batchNo())
                .saying(Flash.done(visit.frame().say(what, batch.batchNo())));
    }
}
