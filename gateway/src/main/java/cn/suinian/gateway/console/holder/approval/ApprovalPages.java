package cn.suinian.gateway.console.holder.approval;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.register.LifeEvent;
import cn.suinian.core.holder.register.WaitingUndo;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.approval.WaitingItem;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.holder.approval.ApprovalView.Waiting;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Second signatures under what was recorded of holders: what waits, and the page where it is decided. */
public final class ApprovalPages implements WaitingRoom {

    private static final String PATH = InboxPages.PATH;
    private static final String ONE = PATH + "/:no";

    private final HolderRegister holders;

    public ApprovalPages(HolderRegister holders) {
        this.holders = holders;
    }

    public List<ConsoleRoute> routes() {
        Permission approve = Permission.HOLDER_LIFE_EVENT_APPROVE;
        return List.of(
                ConsoleRoute.form(ONE, approve, this::one),
                ConsoleRoute.act(ONE + "/approve", approve, this::approve, this::one),
                ConsoleRoute.act(ONE + "/reject", approve, this::reject, this::one));
    }

    @Override
    public List<WaitingItem> waiting(Actor visitor, Language language) throws SQLException {
        if (!visitor.may(Permission.HOLDER_LIFE_EVENT_APPROVE)) {
            return List.of();
        }
        List<WaitingItem> waiting = new ArrayList<>();
        for (WaitingUndo undo : holders.listUndoRequests(visitor)) {
            ApprovalRequest request = undo.request();
            waiting.add(new WaitingItem(
                    ApprovalText.UNDO_DEATH.in(language) + " · " + undo.deceasedOn(),
                    holders.page(visitor, undo.holderId()).person().name(),
                    "/holders/" + undo.holderId(),
                    OptionalLong.empty(),
                    WaitingItem.Request.of(request, visitor, holders::withdrawUndo),
                    PATH + "/" + request.requestNo(),
                    Optional.empty()));
        }
        return waiting;
    }

    private Answer one(Visit visit, Problems problems) throws SQLException {
        long requestNo = NotThere.number(visit, "no");
        WaitingUndo undo = holders.listUndoRequests(visit.actor()).stream()
                .filter(each -> each.request().requestNo() == requestNo)
                .findFirst()
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
        return Answer.page(
                "holder/approval/one.jte",
                Map.of("view", new ApprovalView(visit.form(problems), List.of(waiting(visit, undo)))));
    }

    private Answer approve(Visit visit) throws SQLException {
        LifeEvent undone = holders.approveUndo(visit.actor(), NotThere.number(visit, "no"));
        return Answer.to(PATH).saying(Flash.done(said(visit.frame(), undone)));
    }

    private Answer reject(Visit visit) throws SQLException {
        holders.rejectUndo(
                visit.actor(), NotThere.number(visit, "no"), visit.typed().text("reason"));
        return Answer.to(PATH).saying(Flash.done(visit.frame().say(ApprovalText.REJECTED)));
    }

    private Waiting waiting(Visit visit, WaitingUndo undo) throws SQLException {
        return new Waiting(
                undo, holders.page(visit.actor(), undo.holderId()).person().name());
    }

    private static String said(Frame frame, LifeEvent undone) {
        return frame.say(ApprovalText.APPROVED) + " " + Words.effects(undone, frame.language());
    }
}
