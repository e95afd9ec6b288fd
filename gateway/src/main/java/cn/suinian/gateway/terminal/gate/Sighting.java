package cn.suinian.gateway.terminal.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of a terminal.
 *
 * @param clockSkewMillis its clock minus ours
 * @param signedInAt when it last signed in; null when not since
 * @param denylist null when it said nothing of it
 */
public record Sighting(
        long terminalId,
        Instant lastSeen,
        long clockSkewMillis,
        int keyVersion,
        @Nullable Instant signedInAt,
        @Nullable HeldList denylist,
        @Nullable String software,
        @Nullable Integer storedTaps) {

    /**
     * A denylist that a terminal held.
     *
     * @param at when: a stored tap tells of the time of the tap
     */
    public record HeldList(long version, Instant at) {
        private static @Nullable HeldList newer(@Nullable HeldList one, @Nullable HeldList other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.at.isBefore(one.at) ? one : other;
        }
    }

    public static Sighting call(long terminalId, Instant at, long clockSkewMillis, int keyVersion) {
        return new Sighting(terminalId, at, clockSkewMillis, keyVersion, null, null, null, null);
    }

    public Sighting signedIn() {
        return new Sighting(
                terminalId, lastSeen, clockSkewMillis, keyVersion, lastSeen, denylist, software, storedTaps);
    }

    public Sighting holding(@Nullable Long version, Instant at) {
        HeldList held = version == null ? null : new HeldList(version, at);
        return new Sighting(terminalId, lastSeen, clockSkewMillis, keyVersion, signedInAt, held, software, storedTaps);
    }

    public Sighting reporting(@Nullable String itsSoftware, @Nullable Integer stored) {
        return new Sighting(
                terminalId, lastSeen, clockSkewMillis, keyVersion, signedInAt, denylist, itsSoftware, stored);
    }

    /** Both as one: the newer tells, the older fills in. */
    public Sighting and(Sighting other) {
        boolean later = !other.lastSeen.isBefore(lastSeen);
        Sighting newer = later ? other : this;
        Sighting older = later ? this : other;
        return new Sighting(
                terminalId,
                newer.lastSeen,
                newer.clockSkewMillis,
                newer.keyVersion,
                newer.signedInAt == null ? older.signedInAt : newer.signedInAt,
                HeldList.newer(older.denylist, newer.denylist),
                newer.software == null ? older.software : newer.software,
                newer.storedTaps == null ? older.storedTaps : newer.storedTaps);
    }
}
