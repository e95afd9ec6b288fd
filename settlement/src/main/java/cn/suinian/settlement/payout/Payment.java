package cn.suinian.settlement.payout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment to a vendor.
 *
 * @param account version of the vendor's bank account
 * @param settled whether the bank said that the money arrived
 * @param bankStatus latest code of the bank; null: none yet
 * @param bankReason why, as the bank says
 */
public record Payment(
        long paymentNo,
        long batchNo,
        int vendorId,
        String vendorCode,
        String vendorName,
        long fen,
        long account,
        State state,
        boolean settled,
        @Nullable String bankStatus,
        @Nullable String bankReason,
        Instant stateAt) {

    /** What became of it; the names are stored. */
    public enum State {
        /** In a batch that is not sent. */
        PLANNED,
        /** Its batch was cancelled. */
        CANCELLED,
        /** In the files, and in the journal. */
        ORDERED,
        /** The bank takes it on. */
        ACCEPTED,
        /** The bank does not pay it: payable again. */
        REJECTED,
        /** It was paid and came back: payable again. */
        RETURNED
    }

    /** What files and the bank's answer call it. */
    public String id() {
        return id(paymentNo);
    }

    /** The same in the journal. */
    String reference() {
        return "payment:" + paymentNo;
    }

    /** The same of a number of ours. */
    public static String id(long paymentNo) {
        return "SNP%012d".formatted(paymentNo);
    }
}
