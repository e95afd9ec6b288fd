package cn.suinian.settlement.statement.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** How a statement writes days and times; without an offset they are Shenzhen's. */
public enum TimeForm {
    /** {@code 2026-11-16T12:00:00+08:00}. */
    ISO,
    /** {@code 2026-11-16 12:00:00}. */
    SPACED,
    /** {@code 20261116120000}. */
    COMPACT;

    /** Where business days are. */
    public static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");

    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final int COMPACT_DAY = 8;
    private static final int COMPACT_TIME = 14;
    private static final int SPACED_TIME = 19;

    /** Empty: unreadable, or of a year that no calendar writes with four digits. */
    Optional<Instant> instant(String text) {
        return parsed(text).filter(at -> at.isAfter(FIRST) && at.isBefore(END));
    }

    private Optional<Instant> parsed(String text) {
        try {
            return switch (this) {
                case ISO -> Optional.of(OffsetDateTime.parse(text).toInstant());
                case SPACED ->
                    text.length() == SPACED_TIME && text.charAt(10) == ' '
                            ? Optional.of(at(LocalDateTime.parse(text.substring(0, 10) + "T" + text.substring(11))))
                            : Optional.empty();
                case COMPACT ->
                    text.length() == COMPACT_TIME
                            ? Optional.of(at(compactDay(text.substring(0, COMPACT_DAY))
                                    .atTime(two(text, 8), two(text, 10), two(text, 12))))
                            : Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    Optional<LocalDate> day(String text) {
        try {
            return switch (this) {
                case ISO, SPACED -> Optional.of(LocalDate.parse(text));
                case COMPACT -> text.length() == COMPACT_DAY ? Optional.of(compactDay(text)) : Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static LocalDate compactDay(String text) {
        return LocalDate.of(Integer.parseInt(text.substring(0, 4)), two(text, 4), two(text, 6));
    }

    private static int two(String text, int from) {
        return Integer.parseInt(text.substring(from, from + 2));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHENZHEN).toInstant();
    }
}
