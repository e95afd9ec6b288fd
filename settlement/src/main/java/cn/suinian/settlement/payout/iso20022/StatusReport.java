package cn.suinian.settlement.payout.iso20022;

import java.math.BigDecimal;
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
     * @param amount that was ordered, as the bank repeats it (OrgnlTxRef); null: it names none
     */
    public record Status(
            Scope scope,
            String id,
            String code,
            @Nullable String reason,
            @Nullable Amount amount) {}

    /**
     * An amount as the bank wrote it.
     *
     * @param value as 17.00; a text that is no number is no amount of ours
     * @param currency ISO 4217
     */
    public record Amount(String value, String currency) {
        private static final int FEN_DIGITS = 2;

        /** Whether this is so much money of ours. */
        public boolean isFen(long fen) {
            return currency.equals("CNY")
                    && value.matches("[0-9]{1,15}([.][0-9]{1,5})?")
                    && new BigDecimal(value).compareTo(BigDecimal.valueOf(fen, FEN_DIGITS)) == 0;
        }

        @Override
        public String toString() {
            return (currency + " " + value).strip();
        }
    }

    public StatusReport {
        statuses = List.copyOf(statuses);
    }
}
