package cn.suinian.gateway.console.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.account.AccountEntry;
import cn.suinian.settlement.account.StatementOf;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.payout.BatchFilter;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.PayoutLists.Outlook;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Outstanding.Cause;
import cn.suinian.settlement.payout.policy.Plan;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What would be paid now, and making a batch of it. */
final class DuePages {

    private static final String DUE = "/payouts/due";
    private static final String NEW = "/payouts/new";
    private static final String SEEN = "seen";
    private static final List<String> FIELDS = List.of("payer", "throughDay", "after", "afterWithheld", "afterEarly");

    /** A payer has one unsent batch at most. */
    private static final int MOST_UNSENT = 11;

    private final PayoutOffice office;

    DuePages(PayoutOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(DUE, Permission.PAYOUT_VIEW, this::due),
                ConsoleRoute.form(NEW, Permission.PAYOUT_PREPARE, this::ask),
                ConsoleRoute.act(NEW, Permission.PAYOUT_PREPARE, this::prepare, this::ask));
    }

    private Answer due(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Optional<Payer> only = PayoutLists.onlyPayer(visit.actor());
        LocalDate day = day(visit.actor(), asked);
        Payer payer = asked.payer("payer").or(() -> only).orElse(null);
        Problems problems = asked.problems();
        Outlook outlook = null;
        List<Outstanding> outstanding = List.of();
        try {
            outlook = payer == null ? null : office.lists().outlook(visit.actor(), payer, day);
            outstanding =
                    outlook == null ? office.lists().outstanding(visit.actor(), day) : List.of(outlook.outstanding());
        } catch (RefusedException refused) {
            problems = problems.and(Problems.of(refused));
        }
        FormView form = visit.form(
                asked.typed().with("throughDay", day == null ? asked.text("throughDay") : day.toString()), problems);
        DueView view = new DueView(
                form,
                only,
                day,
                office.lists().lastPayableDay(visit.actor()).orElse(null),
                outstanding,
                payer,
                outlook,
                unsent(visit.actor()),
                adjusted(visit.actor(), outstanding, day),
                asked.text("after"),
                asked.text("afterWithheld"),
                asked.text("afterEarly"));
        return Answer.page("payout/due.jte", Map.of("view", view));
    }

    /** The day that is asked for, else the last one that can be paid; null: there is none. */
    private @Nullable LocalDate day(Actor actor, Asked asked) throws SQLException {
        LocalDate day = asked.day("throughDay");
        return day != null ? day : office.lists().lastPayableDay(actor).orElse(null);
    }

    /** What signed adjustments of days after this one took back, of payers that can pay less because of it. */
    private Map<Payer, List<AccountEntry>> adjusted(Actor actor, List<Outstanding> all, @Nullable LocalDate day)
            throws SQLException {
        Map<Payer, List<AccountEntry>> adjusted = new HashMap<>();
        for (Outstanding each : all) {
            boolean less = each.rest().stream().anyMatch(rest -> rest.cause() == Cause.TAKEN_BACK_LATER);
            if (less && day != null && actor.may(Permission.RECONCILE_VIEW)) {
                StatementOf payer = new StatementOf.OnePayer(each.payer());
                adjusted.put(
                        each.payer(),
                        office.statements().after(actor, payer, day).stream()
                                .filter(entry -> entry.kind() == Kind.ADJUSTMENT && entry.fen() < 0)
                                .toList());
            }
        }
        return adjusted;
    }

    private Map<Payer, PayoutBatch> unsent(Actor actor) throws SQLException {
        Map<Payer, PayoutBatch> unsent = new HashMap<>();
        for (PayoutBatch.State state : List.of(PayoutBatch.State.PREPARED, PayoutBatch.State.APPROVED)) {
            BatchFilter filter = new BatchFilter(Optional.empty(), Optional.of(state));
            for (PayoutBatch batch : office.lists().page(actor, filter, 0, MOST_UNSENT)) {
                unsent.put(batch.payer(), batch);
            }
        }
        return unsent;
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Payer payer = asked.payer("payer").orElse(null);
        LocalDate day = asked.day("throughDay");
        if (payer == null || day == null) {
            return Answer.to(DUE);
        }
        try {
            Plan plan = office.payouts().preview(visit.actor(), payer, day);
            FormView form = visit.form(asked.typed(), problems);
            return Answer.page("payout/new.jte", Map.of("view", new PrepareView(form, payer, day, plan)));
        } catch (RefusedException refused) {
            return Answer.page(422, "refused.jte", Map.of("form", visit.form(Problems.of(refused))));
        }
    }

    private Answer prepare(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Optional<Payer> payer = asked.payer("payer");
        LocalDate day = asked.day("throughDay");
        asked.problems().stopIfAny();
        if (payer.isEmpty() || day == null) {
            return Answer.to(DUE);
        }
        Plan plan = office.payouts().preview(visit.actor(), payer.get(), day);
        if (!PrepareView.seen(plan).equals(asked.text(SEEN))) {
            Problems.NONE.and(null, PayoutText.SEEN_OLD).stopIfAny();
        }
        PayoutBatch batch = office.payouts()
                .prepare(visit.actor(), payer.get(), day, visit.typed().text("reason"));
        return Answer.to("/payouts/" + batch.batchNo())
                .saying(Flash.done(visit.frame().say(PayoutText.PREPARED_SAID, batch.batchNo())));
    }
}
