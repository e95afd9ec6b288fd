package cn.suinian.gateway.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** An address of ours with a query: numbers and codes of ours, never anything of a person. */
public record Address(String text) {

    /** A parameter more; null or empty: the same. */
    public Address with(String name, @Nullable Object value) {
        String given = value == null ? "" : value.toString();
        if (given.isEmpty()) {
            return this;
        }
        String separator = text.contains("?") ? "&" : "?";
        return new Address(text + separator + name + "=" + URLEncoder.encode(given, UTF_8));
    }

    @Override
    public String toString() {
        return text;
    }
}
