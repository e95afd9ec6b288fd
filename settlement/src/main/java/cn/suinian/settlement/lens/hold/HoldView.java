package cn.suinian.settlement.lens.hold;

import cn.suinian.settlement.lens.item.ItemRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold with what it rests on and what people signed about it.
 *
 * @param grounds what it rests on
 * @param items how many flags and findings there are of its vendor and days; whoever approves a release names this
 * @param waiting how many of its grounds wait for an answer
 * @param signatures requests to release it, the oldest first
 */
public record HoldView(Hold hold, List<ItemRef> grounds, long items, long waiting, List<Signature> signatures) {

    /**
     * A request to release it.
     *
     * @param outcome APPROVED or REJECTED; null: it waits
     */
    public record Signature(
            long requestNo,
            String reason,
            String askedAs,
            Instant askedAt,
            @Nullable String decidedAs,
            @Nullable Instant decidedAt,
            @Nullable String outcome) {}

    public HoldView {
        grounds = List.copyOf(grounds);
        signatures = List.copyOf(signatures);
    }
}
