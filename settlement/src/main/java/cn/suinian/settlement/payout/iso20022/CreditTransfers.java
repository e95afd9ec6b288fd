package cn.suinian.settlement.payout.iso20022;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Orders to transfer money from one account to others, in yuan.
 *
 * @param messageId what the bank's answer refers to; at most 35 characters
 * @param createdAt in Asia/Shanghai, to the second
 * @param executeOn when the bank is to do it
 * @param transfers at least one
 */
public record CreditTransfers(
        String messageId, OffsetDateTime createdAt, LocalDate executeOn, Party debtor, List<Transfer> transfers) {

    /** Somebody with an account; the bank is named by the CNAPS number of its branch. */
    public record Party(String name, String account, String bankCode, String bankName) {
        @Override
        public String toString() {
            return "account at " + bankCode;
        }
    }

    /**
     * One order.
     *
     * @param id what the bank's answer refers to; at most 35 characters
     * @param fen above zero
     * @param text what the creditor reads, 1 to 140 characters
     */
    public record Transfer(String id, long fen, Party creditor, String text) {}

    public CreditTransfers {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("a file orders at least one transfer");
        }
    }

    /** All orders together. */
    public long totalFen() {
        return transfers.stream().mapToLong(Transfer::fen).reduce(0, Math::addExact);
    }
}
