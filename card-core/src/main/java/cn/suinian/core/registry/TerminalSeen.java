package cn.suinian.core.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A terminal and what it last said of itself.
 *
 * @param suspendedWhy null: nobody said
 * @param oldestKeyVersion requests signed with an older one are refused
 * @param denylistHead the newest version of the denylist
 * @param said null: it has never been seen
 */
public record TerminalSeen(
        TerminalEntry terminal,
        String vendorCode,
        boolean suspended,
        @Nullable String suspendedWhy,
        int oldestKeyVersion,
        long denylistHead,
        @Nullable Said said) {

    /**
     * What a terminal says with its requests, as far as it was written down.
     *
     * @param keyVersion it signed with; null: unknown
     * @param denylistVersion that it held then; null: it never said
     * @param storedTaps how many taps it had not sent yet; null: it never said
     * @param clockSkewMillis its clock minus ours; null: unknown
     * @param software null: it never said
     */
    public record Said(
            Instant lastSeen,
            @Nullable Integer keyVersion,
            @Nullable Long denylistVersion,
            @Nullable Integer storedTaps,
            @Nullable Long clockSkewMillis,
            @Nullable String software) {}

    /** When it was last seen; null: never. */
    public @Nullable Instant lastSeen() {
        return said == null ? null : said.lastSeen();
    }

    /** The version of the denylist that it held when it last said so; null: it never did. */
    public @Nullable Long denylistVersion() {
        return said == null ? null : said.denylistVersion();
    }

    /** How many versions of the list that is behind the newest one; null: it never said. */
    public @Nullable Long denylistBehind() {
        Long held = denylistVersion();
        return held == null ? null : denylistHead - held;
    }

    /** How many taps it had not sent yet; null: it never said. */
    public @Nullable Integer storedTaps() {
        return said == null ? null : said.storedTaps();
    }

    /** Whether its list is not the newest, or it never said that it has one. */
    public boolean stale() {
        Long behind = denylistBehind();
        return behind == null || behind > 0;
    }
}
