package cn.suinian.load.frame;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The JSON body of {@code POST /v1/taps}: one tap always gives the same text, and optional fields are left out. */
public final class TapBody {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private TapBody() {}

    /** Writes the tap; reading it is the gateway's business. */
    public static String of(Tap tap) {
        StringBuilder json = new StringBuilder(384);
        json.append('{');
        number(json, "terminalSeq", tap.terminalSeq());
        text(json, "service", tap.kind().name());
        text(json, "cardNo", tap.cardNo());
        number(json, "cardCounter", tap.cardCounter());
        number(json, "amount", tap.amountFen());
        text(json, "tappedAt", tap.tappedAt().format(RFC_3339));
        text(json, "tac", tap.tac());
        Long denylistVersion = tap.denylistVersion();
        if (denylistVersion != null) {
            number(json, "denylistVersion", denylistVersion);
        }
        TapContext context = tap.context();
        if (context != null) {
            name(json, "context").append('{');
            context(json, context);
            json.append('}');
        }
        return json.append('}').toString();
    }

    private static void context(StringBuilder json, TapContext context) {
        text(json, "line", context.line());
        text(json, "station", context.station());
        Direction direction = context.direction();
        text(json, "direction", direction == null ? null : direction.name());
        text(json, "vehicle", context.vehicle());
        if (context.delivered()) {
            name(json, "delivery").append(true);
        }
    }

    private static void number(StringBuilder json, String name, long value) {
        name(json, name).append(value);
    }

    private static void text(StringBuilder json, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        name(json, name).append('"');
        value.chars().forEach(c -> character(json, (char) c));
        json.append('"');
    }

    private static StringBuilder name(StringBuilder json, String name) {
        if (json.charAt(json.length() - 1) != '{') {
            json.append(',');
        }
        return json.append('"').append(name).append("\":");
    }

    private static void character(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ') {
            json.append("\\u%04x".formatted((int) c));
        } else {
            json.append(c);
        }
    }
}
