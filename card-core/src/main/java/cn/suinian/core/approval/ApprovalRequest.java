package cn.suinian.core.approval;

import java.time.Instant;

/**
 * Something that waits for a second signature.
 *
 * @param kind what is asked for, in upper case with underscores
 * @param subject what it is about, by the number that its kind counts
 * @param askedBy staff number of who asked
 * @param askedAs the name they sign in with
 */
public record ApprovalRequest(
        long requestNo, String kind, long subject, String reason, long askedBy, String askedAs, Instant askedAt) {

    /** What became of a request. */
    public enum Outcome {
        APPROVED,
        REJECTED,
        /** Taken back by who asked, before anybody decided. */
        WITHDRAWN
    }
}
