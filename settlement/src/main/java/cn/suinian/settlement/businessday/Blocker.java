package cn.suinian.settlement.businessday;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that keeps a business day where it is.
 *
 * @param code stable, in upper case with underscores, as OPEN_BREAKS
 * @param zh what it is and what to do about it, in Simplified Chinese
 * @param en the same in English
 * @param count how many there are
 * @param fen the money that hangs on it; 0 when none does
 * @param since the first business day of that money, when earlier days have a part of it; empty: none has
 */
public record Blocker(String code, String zh, String en, long count, long fen, Optional<LocalDate> since) {

    /** Something of that day alone. */
    public Blocker(String code, String zh, String en, long count, long fen) {
        this(code, zh, en, count, fen, Optional.empty());
    }
}
