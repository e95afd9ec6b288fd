package cn.suinian.gateway.counter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small pieces of JSON. */
final class Nodes {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Shanghai"));

    private Nodes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode list(Iterable<T> items, Function<T, JsonNode> written) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(written.apply(item)));
        return array;
    }

    /** Names, numbers as text, days. */
    static ArrayNode texts(Iterable<?> items) {
        return list(items, item -> JsonNodeFactory.instance.textNode(item.toString()));
    }

    /** What something is as text; null stays null. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A moment in whole seconds, on the clocks of Asia/Shanghai; null stays null. */
    static @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : SECONDS.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
