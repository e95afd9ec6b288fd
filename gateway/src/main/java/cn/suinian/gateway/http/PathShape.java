package cn.suinian.gateway.http;

import java.util.Optional;

/**
 * A path, of which one segment may be variable, as in {@code /v1/taps/{terminalSeq}/reversal}.
 *
 * @param text as documents write it
 */
public record PathShape(String text) {

    /** What stands in the place of the variable segment; "" where the shape has none; empty when the path differs. */
    public Optional<String> match(String path) {
        int from = text.indexOf('{');
        if (from < 0) {
            return path.equals(text) ? Optional.of("") : Optional.empty();
        }
        String after = text.substring(text.indexOf('}') + 1);
        if (path.length() < from + after.length() || !path.startsWith(text.substring(0, from))) {
            return Optional.empty();
        }
        String variable = path.substring(from, path.length() - after.length());
        return path.endsWith(after) && variable.indexOf('/') < 0 ? Optional.of(variable) : Optional.empty();
    }
}
