package cn.suinian.settlement.businessday;

import cn.suinian.settlement.clearing.TapCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A business day and how far it has come.
 *
 * @param day in Asia/Shanghai
 * @param cut when and by whom it was cut; empty while it is open
 * @param cleared when and by whom it was cleared
 * @param taps how many taps it settled; known once it is cleared
 */
public record BusinessDay(
        LocalDate day, State state, Optional<Act> cut, Optional<Act> cleared, Optional<TapCounts> taps) {

    /** In the order in which a day goes through them; the names are stored. */
    public enum State {
        /** Takes taps. */
        OPEN,
        /** Takes no new taps; those under way may still arrive. */
        CUT,
        /** Added up and posted. */
        CLEARED,
        /** Every vendor's statement was compared. */
        RECONCILED,
        /** Two people agreed to pay. */
        APPROVED,
        /** Payment orders went out. */
        PAID,
        /** Hashed, chained and signed. */
        SEALED
    }

    /** Who did a step, as node and process, and when, by the database's clock. */
    public record Act(Instant at, String by) {}

    /** Whether its taps are added up and posted. */
    public boolean isCleared() {
        return state.compareTo(State.CLEARED) >= 0;
    }
}
