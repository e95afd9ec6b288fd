package cn.suinian.settlement.payout.iso20022;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says of a file of orders (pain.002).
 *
 * @param messageId the bank's own
 * @param originalMessageId of the file that it speaks of
 * @param statuses in the order of the file
 */
public record StatusReport(String messageId, String originalMessageId, List<Status> statuses) {

    /** What a status is about; the names are stored. */
    public enum Scope {
        /** The whole file. */
        GROUP,
        /** All orders of one debtor account. */
        PAYMENT_INFORMATION,
        /** One order. */
        TRANSACTION
    }

    /**
     * One status.
     *
     * @param id of what it is about, as we gave it
     * @param code ISO 20022 external code set, as ACSC or RJCT
     * @param reason code or text; null: none was given
     */
    public record Status(
            Scope scope, String id, String code, @Nullable String reason) {}

    public StatusReport {
        statuses = List.copyOf(statuses);
    }
}
