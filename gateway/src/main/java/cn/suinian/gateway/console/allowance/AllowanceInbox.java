package cn.suinian.gateway.console.allowance;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.account.KeptText;
import cn.suinian.gateway.console.allowance.account.KeptView;
import cn.suinian.gateway.console.allowance.account.ReturnsView;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.approval.WaitingItem;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.RunHistory.Waiting;
import cn.suinian.settlement.allowance.RunHistory.WaitingClaim;
import cn.suinian.settlement.allowance.kept.KeptAccount;
import cn.suinian.settlement.allowance.kept.KeptAccounts;
import cn.suinian.settlement.allowance.kept.KeptReturn;
import cn.suinian.settlement.allowance.kept.KeptReturns;
import cn.suinian.settlement.allowance.late.LateReturn;
import cn.suinian.settlement.allowance.late.PaidPayment;
import cn.suinian.settlement.allowance.refund.Refund;
import cn.suinian.settlement.allowance.refund.Refunds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs of the allowance, and money of claims, that wait for a second person, for the inbox of the whole console. */
public final class AllowanceInbox implements WaitingRoom {

    private final AllowanceOffice office;

    public AllowanceInbox(AllowanceOffice office) {
        this.office = office;
    }

    @Override
    public List<WaitingItem> waiting(Actor visitor, Language language) throws SQLException {
        List<WaitingItem> items = new ArrayList<>();
        if (visitor.may(Permission.ALLOWANCE_VIEW)) {
            for (Waiting waiting : office.history().listWaiting(visitor)) {
                boolean own =
                        Objects.equals(visitor.staffId(), waiting.request().askedBy());
                if (own || visitor.may(Permission.ALLOWANCE_APPROVE)) {
                    items.add(item(waiting, visitor, language));
                }
            }
            for (WaitingClaim waiting : office.history().listWaitingClaims(visitor)) {
                boolean own =
                        Objects.equals(visitor.staffId(), waiting.request().askedBy());
                if (own || visitor.may(Permission.ALLOWANCE_APPROVE)) {
                    items.add(item(waiting, visitor, language));
                }
            }
            for (Refunds.Waiting waiting : office.refunds().listWaiting(visitor)) {
                boolean own =
                        Objects.equals(visitor.staffId(), waiting.request().askedBy());
                if (own || visitor.may(Permission.ALLOWANCE_APPROVE)) {
                    items.add(item(waiting, visitor, language));
                }
            }
            for (LateReturn late : office.lateReturns().listWaiting(visitor)) {
                boolean own = Objects.equals(visitor.staffId(), late.request().askedBy());
                if (own || visitor.may(Permission.ALLOWANCE_APPROVE)) {
                    items.add(item(late, visitor, language));
                }
            }
            for (KeptAccounts.Waiting kept : office.keptAccounts().listWaiting(visitor)) {
                boolean own = Objects.equals(visitor.staffId(), kept.request().askedBy());
                if (own || visitor.may(Permission.ALLOWANCE_APPROVE)) {
                    items.add(item(kept, visitor, language));
                }
            }
            for (KeptReturns.Waiting returned : office.keptReturns().listWaiting(visitor)) {
                boolean own =
                        Objects.equals(visitor.staffId(), returned.request().askedBy());
                if (own || visitor.may(Permission.ALLOWANCE_APPROVE)) {
                    items.add(item(returned, visitor, language));
                }
            }
        }
        return items;
    }

    private WaitingItem item(Refunds.Waiting waiting, Actor visitor, Language language) {
        ApprovalRequest request = waiting.request();
        Refunds.Asked asked = waiting.asked();
        return new WaitingItem(
                AllowanceText.REFUND_KIND.in(language),
                asked.month() + " " + Words.of(asked.district(), language),
                "/allowance/refunds?district=" + asked.district(),
                waiting.refund().map(Refund::fen).map(OptionalLong::of).orElse(OptionalLong.empty()),
                WaitingItem.Request.of(request, visitor, office.refunds()::withdraw),
                RefundPages.path(asked) + "/decide",
                waiting.refund().isPresent() ? Optional.empty() : Optional.of(AllowanceText.REFUND_OVER.in(language)));
    }

    private WaitingItem item(KeptAccounts.Waiting kept, Actor visitor, Language language) {
        KeptAccount account = kept.account();
        return new WaitingItem(
                KeptText.KIND.in(language),
                account.month() + " " + Words.of(account.district(), language) + " · " + account.holderId(),
                RunView.path(account.runNo()),
                OptionalLong.of(account.waitingFen()),
                WaitingItem.Request.of(kept.request(), visitor, office.keptAccounts()::withdraw),
                KeptView.decision(account) + "/decide",
                kept.stands() ? Optional.empty() : Optional.of(KeptText.HINDRANCE.in(language)));
    }

    private WaitingItem item(KeptReturns.Waiting waiting, Actor visitor, Language language) {
        KeptReturn returned = waiting.returned();
        return new WaitingItem(
                KeptText.MANY_KIND.in(language),
                returned.month() + " " + Words.of(returned.district(), language),
                RunView.path(returned.runNo()),
                OptionalLong.of(returned.fen()),
                WaitingItem.Request.of(waiting.request(), visitor, office.keptReturns()::withdraw),
                ReturnsView.path(returned.runNo(), returned.code()) + "/decide",
                waiting.stands() ? Optional.empty() : Optional.of(KeptText.MANY_HINDRANCE.in(language)));
    }

    private WaitingItem item(LateReturn late, Actor visitor, Language language) {
        ApprovalRequest request = late.request();
        PaidPayment payment = late.payment();
        return new WaitingItem(
                RunText.LATE_KIND.in(language),
                payment.month() + " " + Words.of(payment.district(), language) + " · " + payment.paymentNo(),
                RunView.path(payment.runNo()),
                OptionalLong.of(payment.fen()),
                WaitingItem.Request.of(request, visitor, office.lateReturns()::withdraw),
                LatePages.path(late) + "/decide",
                Optional.empty());
    }

    private WaitingItem item(WaitingClaim waiting, Actor visitor, Language language) {
        ApprovalRequest request = waiting.request();
        String list = "/allowance/claims?district=" + waiting.district();
        return new WaitingItem(
                AllowanceText.COLLECTION_KIND.in(language),
                waiting.claim().month() + " " + Words.of(waiting.district(), language),
                list,
                OptionalLong.of(waiting.claim().fen()),
                WaitingItem.Request.of(request, visitor, office.runs()::withdrawCollected),
                ClaimPages.path(waiting.claim()) + "/decide",
                Optional.empty());
    }

    private WaitingItem item(Waiting waiting, Actor visitor, Language language) {
        AllowanceRun run = waiting.run();
        ApprovalRequest request = waiting.request();
        String page = RunView.path(run.runNo());
        return new WaitingItem(
                RunText.PAY_KIND.in(language),
                waiting.accounts() == 0
                        ? RunView.name(run, language)
                        : RunText.ACCOUNTS_CHANGED
                                .in(language)
                                .formatted(RunView.name(run, language), waiting.accounts()),
                page,
                OptionalLong.of(run.payableFen()),
                WaitingItem.Request.of(request, visitor, office.runs()::withdraw),
                page + "/decide",
                waiting.changed() == 0
                        ? Optional.empty()
                        : Optional.of(RunText.CANNOT_BE_PAID.in(language).formatted(waiting.changed())));
    }
}
