package cn.suinian.gateway.console.lens;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.LensRefusal;
import cn.suinian.settlement.lens.recovery.Recovery;
import cn.suinian.settlement.lens.recovery.RecoveryLine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Taking money of a confirmed flag or finding back: asked for by one, decided by another. */
final class RecoveryPages {

    private static final String RECOVER = "/lens/items/:ref/recover";
    private static final String ONE = "/lens/recoveries/:no";

    private final PayoutOffice office;

    RecoveryPages(PayoutOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        return NotThere.around(
                List.of(
                        ConsoleRoute.form(RECOVER, Permission.LENS_HOLD, this::form),
                        ConsoleRoute.act(RECOVER, Permission.LENS_HOLD, this::ask, this::form),
                        ConsoleRoute.form(ONE, Permission.LENS_VIEW, this::one),
                        ConsoleRoute.act(ONE + "/approve", Permission.LENS_RELEASE, this::approve, this::one),
                        ConsoleRoute.act(ONE + "/refuse", Permission.LENS_RELEASE, this::refuse, this::one)),
                LensRefusal.NO_SUCH_ITEM,
                LensRefusal.NO_SUCH_RECOVERY);
    }

    private static ItemRef ref(Visit visit) {
        return ItemRefs.parse(visit.path("ref")).orElseThrow(NotThere::noneOfOurs);
    }

    /** The page of an item that is not confirmed says so, and has nothing to fill in. */
    private Answer form(Visit visit, Problems problems) throws SQLException {
        LensItem item = office.items()
                .find(visit.actor(), ref(visit))
                .orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_ITEM));
        List<RecoveryLine> limits = List.of();
        List<Long> waiting = List.of();
        Problems shown = problems;
        try {
            limits = office.recoveries().free(visit.actor(), item.ref());
            waiting = office.recoveries().waitingFor(visit.actor(), item.ref());
        } catch (RefusedException refused) {
            shown = Problems.of(refused);
        }
        return Answer.page(
                "lens/recover.jte", Map.of("view", new RecoverView(visit.form(shown), item, limits, waiting)));
    }

    private Answer ask(Visit visit) throws SQLException {
        ItemRef item = ref(visit);
        List<RecoveryLine> limits = office.recoveries().free(visit.actor(), item);
        List<RecoveryLine> lines = new ArrayList<>();
        Problems problems = Problems.NONE;
        for (RecoveryLine most : limits) {
            String typed = visit.typed().text(most.field());
            OptionalLong fen = Words.fen(typed);
            if (!typed.isBlank() && fen.isEmpty()) {
                problems = problems.and(most.field(), WordText.NUMBER_WRONG);
            } else if (fen.orElse(0) > most.fen()) {
                problems =
                        problems.and(Problems.of(new RefusedException(LensRefusal.RECOVERY_TOO_LARGE, most.field())));
            } else if (fen.orElse(0) > 0) {
                lines.add(new RecoveryLine(most.payer(), most.service(), fen.getAsLong()));
            }
        }
        problems.stopIfAny();
        if (lines.isEmpty() && !limits.isEmpty()) {
            throw new RefusedException(LensRefusal.AMOUNT_WANTED, limits.get(0).field());
        }
        long request = office.recoveries()
                .ask(visit.actor(), item, lines, visit.typed().text("reason"));
        return Answer.to("/lens/recoveries/" + request)
                .saying(Flash.done(visit.frame().say(LensText.RECOVERY_ASKED)));
    }

    private Answer one(Visit visit, Problems problems) throws SQLException {
        Recovery asked = office.recoveries().get(visit.actor(), NotThere.number(visit, "no"));
        String trouble = asked.outcome() == null
                ? office.recoveries()
                        .whyNot(visit.actor(), asked)
                        .flatMap(refused -> Problems.of(refused).list().stream().findFirst())
                        .map((Problem problem) -> problem.in(visit.frame().language()))
                        .orElse(null)
                : null;
        return Answer.page("lens/recovery.jte", Map.of("view", new RecoveryView(visit.form(problems), asked, trouble)));
    }

    private Answer approve(Visit visit) throws SQLException {
        long request = NotThere.number(visit, "no");
        office.recoveries().approve(visit.actor(), request);
        return done(visit, LensText.RECOVERY_APPROVED, request);
    }

    private Answer refuse(Visit visit) throws SQLException {
        long request = NotThere.number(visit, "no");
        office.recoveries().decline(visit.actor(), request, visit.typed().text("reason"));
        return done(visit, LensText.RECOVERY_REFUSED, request);
    }

    private static Answer done(Visit visit, LensText what, long request) {
        return Answer.to("/lens/recoveries/" + request)
                .saying(Flash.done(visit.frame().say(what, request)));
    }
}
