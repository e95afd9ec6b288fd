package cn.suinian.gateway.counter.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.FieldName;
import cn.suinian.gateway.http.body.JsonBody;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A body as maps, lists, texts, numbers and truths. No member is there twice; what lies deeper than any message of ours
 * is not kept.
 */
final class JsonTree {

    private static final int DEEPEST = 3;

    /** In the place of what no message of ours holds: null, a fraction, something too deep. */
    static final Object STRANGE = new Object();

    private JsonTree() {}

    static Map<String, Object> of(byte[] body) {
        return JsonBody.read(body, parser -> members(parser, "", 0));
    }

    private static Map<String, Object> members(JsonParser parser, String path, int depth) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String shown = path + FieldName.shown(name);
            parser.nextToken();
            if (members.containsKey(name)) {
                throw new Refused(ProblemCode.FIELD_TWICE, shown, shown + " is given twice");
            }
            members.put(name, value(parser, shown, depth));
        }
        return members;
    }

    private static Object value(JsonParser parser, String path, int depth) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case START_OBJECT -> depth < DEEPEST ? members(parser, path + ".", depth + 1) : skipped(parser);
            case START_ARRAY -> depth < DEEPEST ? items(parser, path, depth + 1) : skipped(parser);
            default -> STRANGE;
        };
    }

    private static List<Object> items(JsonParser parser, String path, int depth) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path + "[" + items.size() + "]", depth));
        }
        return items;
    }

    private static Object skipped(JsonParser parser) throws IOException {
        parser.skipChildren();
        return STRANGE;
    }
}
