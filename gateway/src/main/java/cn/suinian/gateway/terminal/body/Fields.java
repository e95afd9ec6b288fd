package cn.suinian.gateway.terminal.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.FieldName;
import cn.suinian.gateway.http.body.PlainText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.util.Arrays;

/** The fields of one JSON object: each at most once, each of its type. */
public final class Fields {

    private final String path;
    private int seen;

    /** Fields below a path such as {@code context.}; empty for the top. */
    public Fields(String path) {
        this.path = path;
    }

    public long number(JsonParser parser, String name, int place, long min, long max) throws IOException {
        once(name, place);
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw malformed(name, "a whole number");
        }
        long value;
        try {
            value = parser.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw outOfRange(name, min, max);
        }
        if (value < min || value > max) {
            throw outOfRange(name, min, max);
        }
        return value;
    }

    public String text(JsonParser parser, String name, int place, int longest) throws IOException {
        once(name, place);
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed(name, "a text");
        }
        String value = parser.getText();
        if (value.length() > longest) {
            throw malformed(name, "a text of at most " + longest + " characters");
        }
        if (!PlainText.is(value)) {
            throw malformed(name, "a text without control characters and without halves of characters");
        }
        return value;
    }

    public boolean truth(JsonParser parser, String name, int place) throws IOException {
        once(name, place);
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw malformed(name, "true or false");
        };
    }

    public <E extends Enum<E>> E constant(JsonParser parser, String name, int place, Class<E> type) throws IOException {
        String value = text(parser, name, place, 32);
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw malformed(name, "one of " + Arrays.toString(constants));
    }

    public void once(String name, int place) {
        if ((seen & 1 << place) != 0) {
            throw new Refused(ProblemCode.FIELD_TWICE, path + name, path + name + " is given twice");
        }
        seen |= 1 << place;
    }

    public Refused unknown(String name) {
        String shown = path + FieldName.shown(name);
        return new Refused(ProblemCode.FIELD_UNKNOWN, shown, "this field is not part of the message");
    }

    private Refused malformed(String name, String expected) {
        return new Refused(ProblemCode.FIELD_MALFORMED, path + name, path + name + " must be " + expected);
    }

    private Refused outOfRange(String name, long min, long max) {
        return new Refused(
                ProblemCode.FIELD_OUT_OF_RANGE,
                path + name,
                path + name + " must be a whole number from " + min + " to " + max);
    }
}
