package cn.suinian.core.holder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was true of a holder for a time.
 *
 * @param what the fact
 * @param from first day
 * @param to first day on which it was no longer true; null: still true
 */
public record Period<T>(T what, LocalDate from, @Nullable LocalDate to) {

    /** Whether the fact held on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
