package cn.suinian.gateway.http.guard;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date header (RFC 9110, 6.6.1), written once a second; terminals set their clocks by it. */
public final class HttpDate {

    private record Written(long second, String text) {}

    /** IMF-fixdate: the day has two digits, which RFC_1123_DATE_TIME does not always write. */
    private static final DateTimeFormatter FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Clock clock;
    private volatile Written last = new Written(Long.MIN_VALUE, "");

    public HttpDate(Clock clock) {
        this.clock = clock;
    }

    public String now() {
        Instant instant = clock.instant();
        Written known = last;
        if (known.second != instant.getEpochSecond()) {
            known = new Written(instant.getEpochSecond(), FIXDATE.format(instant.atOffset(ZoneOffset.UTC)));
            last = known;
        }
        return known.text;
    }
}
