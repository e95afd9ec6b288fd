package cn.suinian.settlement.payout;

import cn.suinian.settlement.payout.iso20022.StatusReport.Scope;
import cn.suinian.settlement.payout.policy.BankVerdict.Effect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A status file of a bank and what came of it.
 *
 * @param takenBefore whether this very file had been taken already, and nothing was done now
 * @param originalId of the batch that it speaks of
 */
public record BankAnswer(
        long fileNo,
        boolean takenBefore,
        String name,
        String messageId,
        String originalId,
        String receivedAs,
        Instant receivedAt,
        List<Row> rows) {

    /**
     * One status, for one payment where there is one.
     *
     * @param id as the bank gave it
     * @param amount that the bank says was ordered, as CNY 17.00; null: it names none
     */
    public record Row(
            Scope scope,
            String id,
            String status,
            @Nullable String reason,
            @Nullable String amount,
            @Nullable Long paymentNo,
            Effect effect) {}

    public BankAnswer {
        rows = List.copyOf(rows);
    }

    /** How many rows came to this. */
    public long count(Effect effect) {
        return rows.stream().filter(row -> row.effect() == effect).count();
    }
}
