package cn.suinian.settlement.risk.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a clerk needs to check a flag: numbers, times and words of ours, in the order in which they were put in. */
public final class Evidence {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:+.-]*");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A number. */
    public Evidence with(String name, long value) {
        values.put(name, value);
        return this;
    }

    /** A word of ours, such as a reason: letters, digits and signs that mean nothing in JSON. */
    public Evidence with(String name, String word) {
        if (!PLAIN.matcher(word).matches()) {
            throw new IllegalArgumentException("evidence holds no free text");
        }
        values.put(name, word);
        return this;
    }

    /** A moment, written in Shenzhen's time. */
    public Evidence with(String name, Instant moment) {
        return with(name, TIME.format(moment));
    }

    /** Whether nothing but these numbers and words is in it. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }

    /** As a JSON object. */
    public String json() {
        return values.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":"
                        + (each.getValue() instanceof Long number ? number : "\"" + each.getValue() + "\""))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String toString() {
        return json();
    }
}
