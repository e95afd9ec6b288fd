package cn.suinian.core.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A terminal and what it last said of itself.
 *
 * @param suspendedWhy null: nobody said
 * @param lastSeen null: never
 * @param denylistVersion that it held then; null: it never said
 * @param denylistBehind how many versions of the list that is behind the newest one; null: it never said
 * @param storedTaps how many taps it had not sent yet; null: it never said
 */
public record TerminalSeen(
        TerminalEntry terminal,
        String vendorCode,
        boolean suspended,
        @Nullable String suspendedWhy,
        int oldestKeyVersion,
        @Nullable Instant lastSeen,
        @Nullable Long denylistVersion,
        @Nullable Long denylistBehind,
        @Nullable Integer storedTaps) {

    /** Whether its list is not the newest, or it never said that it has one. */
    public boolean stale() {
        return denylistBehind == null || denylistBehind > 0;
    }
}
