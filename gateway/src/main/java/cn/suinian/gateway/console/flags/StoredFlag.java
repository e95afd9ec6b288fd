package cn.suinian.gateway.console.flags;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it is stored.
 *
 * @param kind a name that a newer release may have added
 * @param tap date, terminal and number of the tap, as in a tap's id
 * @param otherTap the same of the tap it was compared with; null: none
 */
record StoredFlag(
        long id,
        String kind,
        int score,
        LocalDate day,
        String vendor,
        long holderId,
        String tap,
        @Nullable String otherTap,
        JsonObject evidence,
        Instant firstSeenAt) {}
