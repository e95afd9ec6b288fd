package cn.suinian.gateway.console.flags;

import cn.suinian.core.authorization.decision.TapId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it is stored.
 *
 * @param kind a name that a newer release may have added
 * @param otherTap the tap it was compared with; null: none
 */
record StoredFlag(
        long id,
        String kind,
        int score,
        LocalDate day,
        String vendor,
        long holderId,
        TapId tap,
        @Nullable TapId otherTap,
        JsonObject evidence,
        Instant firstSeenAt) {}
