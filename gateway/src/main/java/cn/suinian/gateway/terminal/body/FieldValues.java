package cn.suinian.gateway.terminal.body;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.Hex;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.Rfc3339;
import cn.suinian.gateway.http.body.FieldName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of the terminal protocol may hold. */
public final class FieldValues {

    /** The largest unsigned 32-bit number. */
    public static final long MAX_U32 = 0xffff_ffffL;

    /** The largest amount of one tap: 10,000 yuan. */
    public static final long MAX_AMOUNT_FEN = 1_000_000;

    /** The largest whole number that every JSON reader keeps exact. */
    public static final long MAX_VERSION = 1L << 53;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int TAC_DIGITS = 16;
    private static final Pattern CARD = Pattern.compile("[0-9]{19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final String OUR_PREFIX = "3104870460";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private FieldValues() {}

    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw FieldName.missing(name);
        }
        return value;
    }

    public static long tac(String name, String text) {
        if (!Hex.isLowerHex(text, TAC_DIGITS)) {
            throw malformed(name, "16 lower-case hexadecimal digits");
        }
        return Hex.decodeLong(text);
    }

    /** A card number of this issuer; empty for one of another. */
    public static Optional<CardNumber> card(String name, String text) {
        Optional<CardNumber> card = CardNumber.parse(text);
        if (card.isPresent()) {
            return card;
        }
        if (!CARD.matcher(text).matches()) {
            throw malformed(name, "19 digits");
        }
        if (text.startsWith(OUR_PREFIX)) {
            throw malformed(name, "a card number whose last digit checks");
        }
        return card;
    }

    public static OffsetDateTime wholeSecond(String name, String text) {
        OffsetDateTime moment;
        try {
            moment = Rfc3339.parse(text);
        } catch (DateTimeException notATime) {
            if (MOMENT.matcher(text).matches()) {
                throw outOfRange(name, "a day of the calendar and a time of the day");
            }
            throw malformed(name, "a time as in RFC 3339 with an offset, such as 2026-11-22T08:00:00+08:00");
        }
        if (moment.getNano() != 0) {
            throw malformed(name, "a time in whole seconds");
        }
        return moment;
    }

    public static LocalDateTime inShanghai(String name, OffsetDateTime moment) {
        requireYear(name, moment.getYear(), FIRST_YEAR - 1, LAST_YEAR + 1);
        LocalDateTime at = moment.atZoneSameInstant(SHANGHAI).toLocalDateTime();
        requireYear(name, at.getYear(), FIRST_YEAR, LAST_YEAR);
        return at;
    }

    /** Years far away cannot be converted, by the clock's arithmetic or by the database's. */
    private static void requireYear(String name, int year, int first, int last) {
        if (year < first || year > last) {
            throw outOfRange(name, "in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    public static LocalDate date(String name, String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            if (DATE.matcher(text).matches()) {
                throw outOfRange(name, "a day of the calendar");
            }
            throw malformed(name, "a date such as 2026-11-22");
        }
        requireYear(name, date.getYear(), FIRST_YEAR, LAST_YEAR);
        return date;
    }

    public static long version(String name, String text) {
        return number(name, text, 0, MAX_VERSION);
    }

    public static long sequence(String name, String text) {
        return number(name, text, 1, MAX_U32);
    }

    private static long number(String name, String text, long min, long max) {
        if (!NUMBER.matcher(text).matches()) {
            throw malformed(name, "a whole number");
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException tooLong) {
            throw notFrom(name, min, max);
        }
        throw notFrom(name, min, max);
    }

    private static Refused notFrom(String name, long min, long max) {
        return outOfRange(name, "a whole number from " + min + " to " + max);
    }

    private static Refused outOfRange(String name, String expected) {
        return new Refused(ProblemCode.FIELD_OUT_OF_RANGE, name, name + " must be " + expected);
    }

    private static Refused malformed(String name, String expected) {
        return new Refused(ProblemCode.FIELD_MALFORMED, name, name + " must be " + expected);
    }
}
