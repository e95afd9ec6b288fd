package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import java.util.Optional;

/** Which batches. */
public record BatchFilter(Optional<Payer> payer, Optional<PayoutBatch.State> state) {
    /** All of them. */
    public static final BatchFilter ALL = new BatchFilter(Optional.empty(), Optional.empty());
}
