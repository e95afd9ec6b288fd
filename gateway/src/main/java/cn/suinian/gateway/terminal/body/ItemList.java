package cn.suinian.gateway.terminal.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.FieldName;
import cn.suinian.gateway.http.body.JsonBody;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that is one list of objects. What is wrong with one item stays with that item; what is wrong with the whole
 * refuses all of it before anything is done.
 *
 * @param name of the list
 * @param most items in it
 * @param reading reads an item, from its first field to its end
 */
public record ItemList<T>(String name, int most, JsonBody.Reading<T> reading) {

    /** One item: well-formed, or refused because of a field of its own ("" when it is the item itself). */
    public record Item<T>(@Nullable T value, @Nullable Refused refused) {}

    public List<Item<T>> parse(byte[] body) {
        return JsonBody.read(body, this::readBody);
    }

    private List<Item<T>> readBody(JsonParser parser) throws IOException {
        Fields fields = new Fields("");
        List<Item<T>> items = new ArrayList<>();
        boolean given = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (!field.equals(name)) {
                throw fields.unknown(field);
            }
            fields.once(name, 0);
            given = true;
            readItems(parser, items);
        }
        if (!given) {
            throw FieldName.missing(name);
        }
        if (items.isEmpty()) {
            throw wrongNumber();
        }
        return items;
    }

    private void readItems(JsonParser parser, List<Item<T>> items) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Refused(ProblemCode.FIELD_MALFORMED, name, name + " must be an array");
        }
        JsonStreamContext array = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == most) {
                throw wrongNumber();
            }
            items.add(readItem(parser));
            while (parser.getParsingContext() != array) {
                parser.nextToken();
            }
        }
    }

    private Item<T> readItem(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return new Item<>(null, new Refused(ProblemCode.FIELD_MALFORMED, "", "an item must be an object"));
        }
        try {
            return new Item<>(reading.read(parser), null);
        } catch (Refused refused) {
            return new Item<>(null, refused);
        }
    }

    private Refused wrongNumber() {
        return new Refused(ProblemCode.FIELD_OUT_OF_RANGE, name, "there must be 1 to " + most + " items in " + name);
    }
}
