package cn.suinian.gateway.terminal;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a batch. What is wrong with one tap stays with that tap; what is wrong with the whole refuses all
 * of it before anything is done.
 */
final class BatchBodyParser {

    /** Most taps in one batch. */
    static final int MOST_TAPS = 1_000;

    /** One tap of a batch: well-formed, or refused because of a field of its own ("" when it is the tap itself). */
    record Item(@Nullable TapBody tap, @Nullable Refused refused) {}

    private BatchBodyParser() {}

    static List<Item> parse(byte[] body) {
        return JsonBody.read(body, BatchBodyParser::readBatch);
    }

    private static List<Item> readBatch(JsonParser parser) throws IOException {
        Fields fields = new Fields("");
        List<Item> items = new ArrayList<>();
        boolean given = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!name.equals("taps")) {
                throw fields.unknown(name);
            }
            fields.once(name, 0);
            given = true;
            readItems(parser, items);
        }
        if (!given) {
            throw FieldValues.missing("taps");
        }
        if (items.isEmpty()) {
            throw wrongNumber();
        }
        return items;
    }

    private static void readItems(JsonParser parser, List<Item> items) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Refused(ProblemCode.FIELD_MALFORMED, "taps", "taps must be an array");
        }
        JsonStreamContext array = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MOST_TAPS) {
                throw wrongNumber();
            }
            items.add(readItem(parser));
            while (parser.getParsingContext() != array) {
                parser.nextToken();
            }
        }
    }

    private static Item readItem(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new Item(null, new Refused(ProblemCode.FIELD_MALFORMED, "", "a tap must be an object"));
        }
        try {
            return new Item(TapBodyParser.read(parser), null);
        } catch (Refused refused) {
            return new Item(null, refused);
        }
    }

    private static Refused wrongNumber() {
        return new Refused(ProblemCode.FIELD_OUT_OF_RANGE, "taps", "there must be 1 to " + MOST_TAPS + " taps");
    }
}
