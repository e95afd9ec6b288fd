package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch of payments of one payer.
 *
 * @param throughDay everything up to and with this business day
 * @param payerAccount version of the account that is paid from
 * @param requestNo of the second signature
 * @param reason why it was prepared, for whoever approves
 * @param executeOn when the bank is to do it; null until it is sent
 * @param payments how many
 * @param totalFen all payments together
 * @param withheldVendors how many vendors are not paid
 */
public record PayoutBatch(
        long batchNo,
        Payer payer,
        LocalDate throughDay,
        long payerAccount,
        State state,
        long requestNo,
        String reason,
        Act prepared,
        @Nullable Act approved,
        @Nullable Act sent,
        @Nullable LocalDate executeOn,
        @Nullable Act cancelled,
        @Nullable String cancelReason,
        int payments,
        long totalFen,
        int withheldVendors) {

    /** How far it is; the names are stored. */
    public enum State {
        /** Waits for another person. */
        PREPARED,
        /** May be sent. */
        APPROVED,
        /** Its files are made and its payments are in the journal. */
        SENT,
        /** Nothing of it was or will be paid. */
        CANCELLED
    }

    /** Who did something, by the name they sign in with, and when. */
    public record Act(long staffId, String by, Instant at) {}

    /** What the bank's answer calls it. */
    public String messageId() {
        return messageId(batchNo);
    }

    static String messageId(long batchNo) {
        return "SNB%012d".formatted(batchNo);
    }
}
