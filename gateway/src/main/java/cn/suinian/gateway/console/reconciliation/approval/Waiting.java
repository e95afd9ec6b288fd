package cn.suinian.gateway.console.reconciliation.approval;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.RequestLink;
import cn.suinian.settlement.reconciliation.Excuses.Excuse;
import cn.suinian.settlement.reconciliation.ResolutionRules;
import cn.suinian.settlement.reconciliation.breaks.Adjustment;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something of reconciliation that waits for a second signature.
 *
 * @param kind what it is, in words
 * @param request its number, who asked, when and why
 * @param fen money that it moves, or that is settled without a statement; above zero: to the vendor; empty: none
 * @param stillSo whether it is as when it was asked for
 * @param vendorId null: any vendor
 * @param day null: no day in particular
 * @param adjustment the break it is about; empty: it is an excuse or a rule
 * @param rule empty: it is none
 */
public record Waiting(
        Phrase kind,
        ApprovalRequest request,
        @Nullable Integer vendorId,
        @Nullable LocalDate day,
        OptionalLong fen,
        boolean stillSo,
        Optional<Adjustment> adjustment,
        Optional<ResolutionRule> rule) {

    static Waiting of(Adjustment adjustment) {
        return new Waiting(
                ApprovalText.ADJUST,
                adjustment.request(),
                adjustment.it().vendorId(),
                adjustment.it().day(),
                OptionalLong.of(adjustment.fen()),
                adjustment.stillSo(),
                Optional.of(adjustment),
                Optional.empty());
    }

    static Waiting of(Excuse excuse) {
        return new Waiting(
                ApprovalText.EXCUSE,
                excuse.request(),
                excuse.vendorId(),
                excuse.day(),
                OptionalLong.of(excuse.fen()),
                excuse.stillSo(),
                Optional.empty(),
                Optional.empty());
    }

    static Waiting of(ResolutionRules.Asked asked) {
        return new Waiting(
                ApprovalText.RULE,
                asked.request(),
                asked.rule().vendorId(),
                null,
                OptionalLong.empty(),
                true,
                Optional.empty(),
                Optional.of(asked.rule()));
    }

    /** The page of what it is about. */
    public String aboutPath() {
        if (adjustment.isPresent()) {
            return "/reconciliation/breaks/" + adjustment.get().it().breakNo();
        }
        return rule.isPresent() ? "/reconciliation/rules" : "/reconciliation/days/" + day + "/" + vendorId;
    }

    /** Where it is decided. */
    public String path() {
        return RequestLink.path(request.requestNo());
    }
}
