package cn.suinian.settlement.limit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value of a limit that holds, held, will hold, or was asked for.
 *
 * @param about number of a vendor, a kind of vendor or of flag; empty: all
 * @param value as {@link Limit#checked} has it; null: none
 * @param wantedFrom null: at once
 * @param holdsFrom null: it was not approved
 * @param requestNo of the second signature; 0: the house began with it
 * @param reason why it was asked for; empty: the house began with it
 * @param askedBy staff number; null: nobody's
 */
public record LimitVersion(
        long limitNo,
        Limit limit,
        String about,
        @Nullable String value,
        @Nullable LocalDate wantedFrom,
        State state,
        @Nullable LocalDate holdsFrom,
        long requestNo,
        String reason,
        @Nullable Long askedBy,
        String askedAs,
        Instant askedAt,
        @Nullable String decidedAs,
        @Nullable Instant decidedAt) {

    /** What became of it; the names are stored. */
    public enum State {
        /** Another person has to decide. */
        WAITING,
        /** In force, or it was, or will be. */
        CONFIRMED,
        /** Never in force. */
        REJECTED,
        /** Taken back by who asked; never in force. */
        WITHDRAWN
    }
}
