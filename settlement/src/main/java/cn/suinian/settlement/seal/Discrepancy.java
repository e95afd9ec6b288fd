package cn.suinian.settlement.seal;

import java.time.LocalDate;

/**
 * Something that is not as it was sealed.
 *
 * @param day whose seal says otherwise
 * @param text which row or seal, and what is wrong with it; numbers of ours only
 */
public record Discrepancy(LocalDate day, Kind kind, String text) {
    /** What it is. */
    public enum Kind {
        /** A row has other content. */
        ROW_CHANGED,
        /** A row was not there. */
        ROW_ADDED,
        /** A row is gone. */
        ROW_MISSING,
        /** The rows are others, and the hashes that would tell which were changed too. */
        ROWS_DIFFER,
        /** The rows are whole, but not the hashes by which a difference would be found. */
        CHUNKS_CHANGED,
        /** The text of a seal does not have its hash: a root, a count or a link was changed. */
        SEAL_CHANGED,
        /** The signature is not that of its key, or the key is none of ours. */
        SIGNATURE_WRONG,
        /** A seal is gone, or does not follow the one before it. */
        CHAIN_BROKEN,
        /** The day was never sealed. */
        NOT_SEALED
    }

    /** A line for people. */
    public String line() {
        return day + " " + kind + ": " + text;
    }
}
