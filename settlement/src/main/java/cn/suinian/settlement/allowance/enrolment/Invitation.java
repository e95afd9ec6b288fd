package cn.suinian.settlement.allowance.enrolment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Somebody who was invited to apply.
 *
 * @param month in which they turn seventy
 * @param fen a month, as the message says
 * @param fate what became of the message
 * @param agreed what they replied; empty: nothing clear yet
 * @param unclear the last reply that is neither a yes nor a no, while nothing else ended the matter
 * @param appliedOn day of their application, by a reply or at a desk; empty: none yet
 */
public record Invitation(
        long messageNo,
        long holderId,
        YearMonth month,
        long fen,
        Fate fate,
        Optional<Boolean> agreed,
        Optional<Unclear> unclear,
        Optional<LocalDate> appliedOn) {

    /**
     * A reply that somebody has to ask about.
     *
     * @param text what they wrote; empty: it is not for this reader
     */
    public record Unclear(LocalDate on, Optional<String> text) {}

    /** What became of a message. */
    public enum Fate {
        WAITING,
        SENT,
        /** No telephone number is known: they apply at a desk. */
        NO_PHONE,
        /** The telephone number does not open: it is corrected, and the message sent again. */
        FAILED
    }

    /** Which invitations somebody wants to see. */
    public enum Wanted {
        ALL,
        /** No reply, and no application. */
        UNANSWERED,
        /** They replied something that is neither a yes nor a no: somebody has to ask them. */
        UNCLEAR,
        APPLIED,
        /** They refused, and did not apply at a desk either. */
        NOT_APPLIED
    }

    /** Whether there is nothing yet that ends the matter. */
    public boolean open() {
        return agreed.isEmpty() && appliedOn.isEmpty();
    }

    /** Whether the message went out. */
    public boolean sent() {
        return fate == Fate.SENT;
    }
}
