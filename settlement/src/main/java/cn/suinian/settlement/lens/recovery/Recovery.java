package cn.suinian.settlement.lens.recovery;

import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.ItemRef.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money of a flag or finding that somebody asked to take back.
 *
 * @param askedAs the name that whoever asked signs in with, as with decidedAs
 * @param outcome null: it waits for a decision
 * @param reference of its entries in the journal; null: it has none
 * @param lines by payer and service
 */
public record Recovery(
        long requestNo,
        ItemRef item,
        int vendorId,
        String vendorCode,
        LocalDate day,
        String reason,
        long askedBy,
        String askedAs,
        Instant askedAt,
        @Nullable String decidedAs,
        @Nullable Instant decidedAt,
        @Nullable Outcome outcome,
        @Nullable String reference,
        List<RecoveryLine> lines) {

    public Recovery {
        lines = List.copyOf(lines);
    }

    /** All of it. */
    public long totalFen() {
        return lines.stream().mapToLong(RecoveryLine::fen).reduce(0, Math::addExact);
    }

    /** The kind of request in the inbox of approvals; its subject is the number of the flag or finding. */
    static String kind(Source source) {
        return switch (source) {
            case FLAG -> "RECOVER_FLAG";
            case FINDING -> "RECOVER_FINDING";
        };
    }

    /** As entries, the audit trail and refusals name a flag or finding: "flag:12". */
    static String name(ItemRef item) {
        return switch (item.source()) {
            case FLAG -> "flag:" + item.number();
            case FINDING -> "finding:" + item.number();
        };
    }
}
