package cn.suinian.core.holder.timeline;

import cn.suinian.core.authorization.decision.TapId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tap in a holder's timeline; amounts in fen.
 *
 * @param service its code
 * @param reason the number of the reason it was declined for; 0: approved
 * @param vendor its name; empty: its row is gone
 * @param place station or line as the terminal said it; null: it said nothing
 * @param reversed whether it was undone later
 */
public record TapSeen(
        TapId id,
        Instant tappedAt,
        int service,
        int amountFen,
        int subsidyFen,
        int reason,
        String vendor,
        @Nullable String place,
        boolean reversed) {}
