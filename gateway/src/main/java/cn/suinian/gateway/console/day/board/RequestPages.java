package cn.suinian.gateway.console.day.board;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.approval.WaitingItem;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.businessday.DayBoard.Waiting;
import cn.suinian.settlement.clearing.PayerDay;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Second signatures on business days: what waits, and the page where it is decided. */
final class RequestPages implements WaitingRoom {

    private static final String PATH = InboxPages.PATH + "/days";
    private static final String ONE = PATH + "/:no";

    private final DayOffice office;

    RequestPages(DayOffice office) {
        this.office = office;
    }

    /** Where a request is. */
    static String path(long requestNo) {
        return PATH + "/" + requestNo;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(ONE, Permission.DAY_VIEW, this::one),
                ConsoleRoute.act(ONE + "/approve", Permission.DAY_APPROVE, this::approve, this::one),
                ConsoleRoute.act(ONE + "/reject", Permission.DAY_APPROVE, this::reject, this::one));
    }

    @Override
    public List<WaitingItem> waiting(Actor visitor, Language language) throws SQLException {
        if (!visitor.may(Permission.DAY_VIEW)) {
            return List.of();
        }
        List<WaitingItem> items = new ArrayList<>();
        for (Waiting each : office.board().listWaiting(visitor)) {
            boolean own = Objects.equals(visitor.staffId(), each.request().askedBy());
            if (own || decides(visitor)) {
                items.add(item(each, visitor, language));
            }
        }
        return items;
    }

    /** A day is of the whole city. */
    static boolean decides(Actor visitor) {
        return visitor.may(Permission.DAY_APPROVE) && visitor.scope().district() == null;
    }

    private WaitingItem item(Waiting each, Actor visitor, Language language) throws SQLException {
        ApprovalRequest request = each.request();
        LocalDate day = each.day();
        boolean pays = request.kind().equals(DayActs.APPROVE);
        return new WaitingItem(
                DayText.valueOf(request.kind()).in(language),
                day.toString(),
                DayPath.of(day),
                pays ? OptionalLong.of(owed(day)) : OptionalLong.empty(),
                WaitingItem.Request.of(
                        request, visitor, (who, no, why) -> office.acts().withdraw(who, request.kind(), no, why)),
                path(request.requestNo()),
                each.stale() ? Optional.of(DayText.STALE_REQUEST.in(language)) : Optional.empty(),
                pays ? Optional.of(ManyPages.TOGETHER) : Optional.empty());
    }

    private long owed(LocalDate day) throws SQLException {
        return office.days().listPayerDays(day, day).stream()
                .mapToLong(PayerDay::fen)
                .sum();
    }

    private Answer one(Visit visit, Problems problems) throws SQLException {
        Waiting waiting = find(visit);
        List<PayerDay> money = office.days().listPayerDays(waiting.day(), waiting.day());
        RequestView view = new RequestView(
                visit.form(problems),
                decides(visit.actor()),
                waiting,
                office.board().find(visit.actor(), waiting.day()).orElseThrow(),
                money,
                office.review(visit.actor(), waiting.day()));
        return Answer.page("day/request.jte", Map.of("view", view));
    }

    private Waiting find(Visit visit) throws SQLException {
        long requestNo = visit.number("no");
        return office.board().listWaiting(visit.actor()).stream()
                .filter(each -> each.request().requestNo() == requestNo)
                .findFirst()
                .orElseThrow(() -> new RefusedException(ApprovalRefusal.NO_SUCH_REQUEST));
    }

    private Answer approve(Visit visit) throws SQLException {
        Waiting waiting = find(visit);
        long requestNo = waiting.request().requestNo();
        if (waiting.request().kind().equals(DayActs.APPROVE)) {
            office.acts().approve(visit.actor(), requestNo);
        } else {
            office.acts().reopen(visit.actor(), requestNo);
        }
        String what = DayText.valueOf(waiting.request().kind()).in(visit.frame().language());
        return Answer.to(InboxPages.PATH)
                .saying(Flash.done(visit.frame().say(DayText.APPROVED_SAID, what + " " + waiting.day())));
    }

    private Answer reject(Visit visit) throws SQLException {
        Waiting waiting = find(visit);
        String reason = visit.typed().text("reason");
        if (waiting.request().kind().equals(DayActs.APPROVE)) {
            office.acts().rejectApproval(visit.actor(), waiting.request().requestNo(), reason);
        } else {
            office.acts().rejectReopening(visit.actor(), waiting.request().requestNo(), reason);
        }
        return Answer.to(InboxPages.PATH).saying(Flash.done(visit.frame().say(DayText.REJECTED_SAID)));
    }
}
