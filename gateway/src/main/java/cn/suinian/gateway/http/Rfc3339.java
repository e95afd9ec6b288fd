package cn.suinian.gateway.http;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times as terminals write them, {@code 2026-11-22T08:00:00+08:00} or with {@code Z}. Every tap has two, and the JDK's
 * parser, which is made for any format, takes ten times as long; whatever is written in another way is left to it.
 */
public final class Rfc3339 {

    private static final int WITH_Z = 20;
    private static final int WITH_OFFSET = 25;
    private static final int SIGN_AT = 19;
    private static final int MOST_OFFSET_HOURS = 17;

    private Rfc3339() {}

    /**
     * Reads a time with an offset.
     *
     * @throws DateTimeException if it is none, as {@link OffsetDateTime#parse(CharSequence)}
     */
    public static OffsetDateTime parse(String text) {
        return plain(text)
                ? OffsetDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 2),
                        number(text, 8, 2),
                        number(text, 11, 2),
                        number(text, 14, 2),
                        number(text, 17, 2),
                        0,
                        offset(text))
                : OffsetDateTime.parse(text);
    }

    private static boolean plain(String text) {
        boolean shaped = text.length() == WITH_Z
                ? text.charAt(SIGN_AT) == 'Z'
                : text.length() == WITH_OFFSET
                        && (text.charAt(SIGN_AT) == '+' || text.charAt(SIGN_AT) == '-')
                        && text.charAt(22) == ':'
                        && digits(text, 20, 2)
                        && digits(text, 23, 2)
                        && number(text, 20, 2) <= MOST_OFFSET_HOURS
                        && text.charAt(23) < '6';
        return shaped
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && digits(text, 0, 4)
                && digits(text, 5, 2)
                && digits(text, 8, 2)
                && digits(text, 11, 2)
                && digits(text, 14, 2)
                && digits(text, 17, 2);
    }

    private static ZoneOffset offset(String text) {
        if (text.length() == WITH_Z) {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(SIGN_AT) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(text, 20, 2), sign * number(text, 23, 2));
    }

    private static boolean digits(String text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
