package cn.suinian.gateway.console.lens;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.lens.hold.HoldView.Signature;
import cn.suinian.settlement.lens.item.LensRefusal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Releasing a hold: asked for by one, agreed to or refused by another. */
final class ReleasePages {

    private static final String ONE = "/lens/holds/:no";

    private final PayoutOffice office;

    ReleasePages(PayoutOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        return NotThere.around(
                List.of(
                        ConsoleRoute.form(ONE + "/ask", Permission.LENS_HOLD, this::askToAsk),
                        ConsoleRoute.act(ONE + "/ask", Permission.LENS_HOLD, this::ask, this::askToAsk),
                        ConsoleRoute.form(ONE + "/release", Permission.LENS_RELEASE, this::askToRelease),
                        ConsoleRoute.act(ONE + "/release", Permission.LENS_RELEASE, this::release, this::askToRelease),
                        ConsoleRoute.form(ONE + "/refuse", Permission.LENS_RELEASE, this::askToRefuse),
                        ConsoleRoute.act(ONE + "/refuse", Permission.LENS_RELEASE, this::refuse, this::askToRefuse)),
                LensRefusal.NO_SUCH_HOLD);
    }

    private Answer askToAsk(Visit visit, Problems problems) throws SQLException {
        OneHoldView view = HoldPages.find(office, visit, problems);
        if (!view.asks() && !problems.any()) {
            return shown(view);
        }
        return confirm(view, "ask", LensText.ASK_QUESTION, LensText.ASK_LINE, LensText.ASK_RELEASE, true);
    }

    private Answer ask(Visit visit) throws SQLException {
        office.holds()
                .askRelease(
                        visit.actor(),
                        NotThere.number(visit, "no"),
                        visit.typed().text("reason"));
        return done(visit, LensText.ASKED);
    }

    private Answer askToRelease(Visit visit, Problems problems) throws SQLException {
        OneHoldView view = HoldPages.find(office, visit, problems);
        return view.decides() ? Answer.page("lens/release.jte", Map.of("view", view)) : shown(view);
    }

    private Answer release(Visit visit) throws SQLException {
        long seen = Typed.wholeNumber(visit.typed().text("seen"));
        long holdNo = NotThere.number(visit, "no");
        office.holds().approveRelease(visit.actor(), requestNo(visit), seen);
        return done(visit, LensText.RELEASED_SAID, holdNo);
    }

    private Answer askToRefuse(Visit visit, Problems problems) throws SQLException {
        OneHoldView view = HoldPages.find(office, visit, problems);
        if (!view.refuses() && !problems.any()) {
            return shown(view);
        }
        return confirm(view, "refuse", LensText.REFUSE_QUESTION, LensText.REFUSE_LINE, LensText.REFUSE_RELEASE, false);
    }

    private Answer refuse(Visit visit) throws SQLException {
        office.holds()
                .rejectRelease(visit.actor(), requestNo(visit), visit.typed().text("reason"));
        return done(visit, LensText.REFUSED_SAID, NotThere.number(visit, "no"));
    }

    /** The request that waits; whoever decided it meanwhile was first. */
    private long requestNo(Visit visit) throws SQLException {
        return HoldPages.find(office, visit, Problems.NONE)
                .asked()
                .map(Signature::requestNo)
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.ALREADY_DECIDED));
    }

    /** The hold itself says why not. */
    private static Answer shown(OneHoldView view) {
        return Answer.page("lens/hold.jte", Map.of("view", view));
    }

    private static Answer confirm(
            OneHoldView view, String act, LensText question, LensText line, LensText label, boolean harmless) {
        Frame frame = view.frame();
        long holdNo = view.hold().holdNo();
        Confirmation confirmation = new Confirmation(
                view.form(),
                view.path() + "/" + act,
                frame.say(question, holdNo),
                frame.say(line),
                view.facts(),
                frame.say(label),
                view.path(),
                0,
                harmless);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private static Answer done(Visit visit, LensText what, Object... values) throws SQLException {
        return Answer.to("/lens/holds/" + NotThere.number(visit, "no"))
                .saying(Flash.done(visit.frame().say(what, values)));
    }
}
