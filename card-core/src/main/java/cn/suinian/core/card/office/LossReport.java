package cn.suinian.core.card.office;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a card is lost.
 *
 * @param lostAt from when taps of it are no longer the holder's; null: from now on
 * @param by who says so
 */
public record LossReport(@Nullable Instant lostAt, By by) {

    /** Who reports a loss. */
    public enum By {
        HOLDER,
        /** Family or a carer. */
        SOMEBODY_FOR_THE_HOLDER,
        /** Whoever has found it, kept it at a gate, or was told by the police. */
        STAFF
    }

    /** Lost at a time nobody can tell. */
    public static LossReport now(By by) {
        return new LossReport(null, by);
    }
}
