package cn.suinian.gateway.console.holder.approval;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.register.LifeEvent;
import cn.suinian.core.holder.register.WaitingUndo;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.holder.approval.ApprovalView.Waiting;
import cn.suinian.gateway.console.holder.word.Guard;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The inbox of second signatures. */
public final class ApprovalPages {

    private static final String PATH = "/approvals";
    private static final String ONE = PATH + "/:no";

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(PATH, Permission.HOLDER_LIFE_EVENT_APPROVE, ApprovalText.TITLE, ApprovalText.SECTION_LINE);

    private final HolderRegister holders;

    public ApprovalPages(HolderRegister holders) {
        this.holders = holders;
    }

    public List<ConsoleRoute> routes() {
        Permission approve = Permission.HOLDER_LIFE_EVENT_APPROVE;
        return List.of(
                ConsoleRoute.get(PATH, approve, this::list),
                ConsoleRoute.form(ONE, approve, this::one),
                ConsoleRoute.act(ONE + "/approve", approve, this::approve, this::one),
                ConsoleRoute.act(ONE + "/reject", approve, this::reject, this::one));
    }

    private Answer list(Visit visit) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        for (WaitingUndo undo : holders.listUndoRequests(visit.actor())) {
            waiting.add(waiting(visit, undo));
        }
        return Answer.page(
                "holder/approval/list.jte", Map.of("view", new ApprovalView(visit.form(Problems.NONE), waiting)));
    }

    private Answer one(Visit visit, Problems problems) throws SQLException {
        long requestNo = Guard.number(visit, "no");
        WaitingUndo undo = holders.listUndoRequests(visit.actor()).stream()
                .filter(each -> each.request().requestNo() == requestNo)
                .findFirst()
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
        return Answer.page(
                "holder/approval/one.jte",
                Map.of("view", new ApprovalView(visit.form(problems), List.of(waiting(visit, undo)))));
    }

    private Answer approve(Visit visit) throws SQLException {
        LifeEvent undone = holders.approveUndo(visit.actor(), Guard.number(visit, "no"));
        return Answer.to(PATH).saying(Flash.done(said(visit.frame(), undone)));
    }

    private Answer reject(Visit visit) throws SQLException {
        holders.rejectUndo(
                visit.actor(), Guard.number(visit, "no"), visit.typed().text("reason"));
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
