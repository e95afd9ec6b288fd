package cn.suinian.gateway.console.reconciliation.approval;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.reconciliation.Excuses.Excuse;
import cn.suinian.settlement.reconciliation.breaks.Adjustment;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something of reconciliation that waits for a second signature.
 *
 * @param kind what it is, in words
 * @param request its number, who asked, when and why
 * @param fen money that it moves; above zero: to the vendor; empty: none
 * @param stillSo whether it is as when it was asked for
 * @param adjustment the break it is about; empty: it is an excuse
 */
public record Waiting(
        Phrase kind,
        ApprovalRequest request,
        int vendorId,
        LocalDate day,
        OptionalLong fen,
        boolean stillSo,
        Optional<Adjustment> adjustment) {

    static Waiting of(Adjustment adjustment) {
        return new Waiting(
                ApprovalText.ADJUST,
                adjustment.request(),
                adjustment.it().vendorId(),
                adjustment.it().day(),
                OptionalLong.of(adjustment.fen()),
                adjustment.stillSo(),
                Optional.of(adjustment));
    }

    static Waiting of(Excuse excuse) {
        return new Waiting(
                ApprovalText.EXCUSE,
                excuse.request(),
                excuse.vendorId(),
                excuse.day(),
                OptionalLong.empty(),
                excuse.stillSo(),
                Optional.empty());
    }

    /** Where it is decided. */
    public String path() {
        return "/reconciliation/approvals/" + request.requestNo();
    }
}
