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
 * @param agreed what they replied; empty: nothing yet
 * @param appliedOn day of their application, by a reply or at a desk; empty: none yet
 */
public record Invitation(
        long messageNo,
        long holderId,
        YearMonth month,
        long fen,
        Fate fate,
        Optional<Boolean> agreed,
        Optional<LocalDate> appliedOn) {

    /** What became of a message. */
    public enum Fate {
        WAITING,
        SENT,
        /** No telephone number is known: they apply at a desk. */
        NO_PHONE
    }

    /** Which invitations somebody wants to see. */
    public enum Wanted {
        ALL,
        /** No reply, and no application. */
        UNANSWERED,
        APPLIED,
        /** They replied something else, and did not apply at a desk either. */
        NOT_APPLIED
    }

    /** Whether the message went out. */
    public boolean sent() {
        return fate == Fate.SENT;
    }
}
