package cn.suinian.settlement.payout.account;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of somebody's account, with its number masked.
 *
 * @param numberTail last four digits
 * @param requestNo of the second signature
 * @param reason why it was asked for
 * @param decidedAt null while it waits
 */
public record AccountVersion(
        long versionNo,
        AccountOwner owner,
        String accountName,
        String numberTail,
        String bankCode,
        String bankName,
        State state,
        long requestNo,
        String reason,
        String askedAs,
        Instant askedAt,
        @Nullable String decidedAs,
        @Nullable Instant decidedAt) {

    /** What became of it; the names are stored. */
    public enum State {
        /** Another person has to decide; until then the owner is paid nothing. */
        WAITING,
        /** In force, unless a newer one is. */
        CONFIRMED,
        /** Never in force. */
        REJECTED,
        /** Taken back by who asked; never in force. */
        WITHDRAWN
    }

    /**
     * How an owner stands.
     *
     * @param confirmed the version in force
     * @param changeWaits whether a newer one waits
     */
    public record Standing(Optional<AccountVersion> confirmed, boolean changeWaits) {}
}
