package cn.suinian.gateway.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text made safe to stand between the quotes of a JSON string. */
public final class JsonText {

    private JsonText() {}

    /** The text with quotes, backslashes and control characters escaped. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        JsonStringEncoder.getInstance().quoteAsString(text, safe);
        return safe.toString();
    }
}
