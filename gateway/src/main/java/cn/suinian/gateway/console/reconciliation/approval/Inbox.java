package cn.suinian.gateway.console.reconciliation.approval;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.WaitingItem;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.office.ReconciliationOffice;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists what waits for a second signature in reconciliation, for its own page and the inbox of the whole console. */
public final class Inbox implements WaitingRoom {
    private static final int MOST = 500;

    private final ReconciliationOffice office;

    public Inbox(ReconciliationOffice office) {
        this.office = office;
    }

    /** The oldest first; whoever lists it may see reconciliation. */
    public List<Waiting> list(Actor actor, int most) throws SQLException {
        return Stream.of(
                        office.adjustments().listOpen(actor, most).stream().map(Waiting::of),
                        office.excuses().listOpen(actor, most).stream().map(Waiting::of),
                        office.rules().listOpen(actor, most).stream().map(Waiting::of))
                .flatMap(waiting -> waiting)
                .sorted(Comparator.comparingLong(each -> each.request().requestNo()))
                .limit(most)
                .toList();
    }

    @Override
    public List<WaitingItem> waiting(Actor visitor, Language language) throws SQLException {
        if (!visitor.may(Permission.RECONCILE_VIEW)) {
            return List.of();
        }
        VendorNames names = VendorNames.of(office.vendors(), visitor, language);
        return list(visitor, MOST).stream()
                .filter(each -> isOwn(visitor, each) || visitor.canUse(Permission.RECONCILE_APPROVE))
                .map(each -> item(visitor, each, names, language))
                .toList();
    }

    private WaitingItem item(Actor visitor, Waiting waiting, VendorNames names, Language language) {
        ApprovalRequest request = waiting.request();
        return new WaitingItem(
                waiting.kind().in(language),
                about(waiting, names, language),
                waiting.rule().isPresent() ? waiting.aboutPath() : dayPath(waiting),
                waiting.fen(),
                WaitingItem.Request.of(request, visitor, withdrawal(waiting)),
                ApprovalPages.fromInbox(waiting),
                waiting.stillSo() ? Optional.empty() : Optional.of(ApprovalText.NOT_SO.in(language)));
    }

    private WaitingItem.Withdrawal withdrawal(Waiting waiting) {
        if (waiting.adjustment().isPresent()) {
            return office.adjustments()::withdraw;
        }
        return waiting.rule().isPresent() ? office.rules()::withdraw : office.excuses()::withdraw;
    }

    private static String about(Waiting waiting, VendorNames names, Language language) {
        Integer vendorId = waiting.vendorId();
        String vendor = vendorId == null ? ReconcileText.ANY_VENDOR.in(language) : names.name(vendorId);
        return vendor
                + " · "
                + waiting.rule()
                        .map(rule -> Words.kind(rule.kind(), language))
                        .orElseGet(() -> String.valueOf(waiting.day()));
    }

    private static String dayPath(Waiting waiting) {
        return "/reconciliation/days/" + waiting.day() + "/" + waiting.vendorId();
    }

    private static boolean isOwn(Actor visitor, Waiting waiting) {
        return Objects.equals(visitor.staffId(), waiting.request().askedBy());
    }
}
