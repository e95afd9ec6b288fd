package cn.suinian.gateway.answers;

import cn.suinian.gateway.http.JsonText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One JSON object, field by field in the order in which they are given. */
final class Json {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Shanghai"));

    private final StringBuilder text = new StringBuilder(320).append('{');

    /** A text, an enum's name, or anything that is what its text says; null is null. */
    Json text(String name, @Nullable Object value) {
        return raw(name, value == null ? "null" : '"' + JsonText.escaped(value.toString()) + '"');
    }

    /** A whole number or a truth; null is null. */
    Json value(String name, @Nullable Object value) {
        return raw(name, String.valueOf(value));
    }

    /** A moment in whole seconds, on the clocks of Asia/Shanghai. */
    Json moment(String name, Instant moment) {
        return text(name, SECONDS.format(moment.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The two lines that people read. */
    Json display(String zh, String en) {
        return raw("display", lines(zh, en));
    }

    /** Something in both languages, as an object. */
    static String lines(String zh, String en) {
        return new Json().text("zh", zh).text("en", en).toString();
    }

    /** JSON as it is; null is null. */
    Json raw(String name, @Nullable String json) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append('"').append(name).append("\":").append(json);
        return this;
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
