package cn.suinian.gateway.console.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.console.page.ErrorPage;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code application/x-www-form-urlencoded}, and bounds what may be in it. */
final class UrlEncoded {

    private static final int MOST_FIELDS = 200;
    private static final int MOST_CHARACTERS = 16 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,79}");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private int fields;

    private UrlEncoded() {}

    /**
     * The fields of a body.
     *
     * @throws BodyRefusedException when no form of ours can have sent it
     */
    static Typed parse(String body) {
        UrlEncoded form = new UrlEncoded();
        if (!body.isEmpty()) {
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                form.add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Typed(form.values, List.of());
    }

    /** Adds a field; the same bounds hold for fields of a multipart form. */
    static Map<String, List<String>> bounded(Iterable<Map.Entry<String, String>> pairs) {
        UrlEncoded form = new UrlEncoded();
        for (Map.Entry<String, String> pair : pairs) {
            form.add(pair.getKey(), pair.getValue());
        }
        return form.values;
    }

    private void add(String name, String value) {
        fields++;
        if (fields > MOST_FIELDS || !NAME.matcher(name).matches() || value.indexOf('\0') >= 0) {
            throw new BodyRefusedException(ErrorPage.BAD_REQUEST);
        }
        if (value.length() > MOST_CHARACTERS) {
            throw new BodyRefusedException(ErrorPage.TOO_LARGE);
        }
        values.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value.replace("\r\n", "\n"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BodyRefusedException(ErrorPage.BAD_REQUEST);
        }
    }
}
