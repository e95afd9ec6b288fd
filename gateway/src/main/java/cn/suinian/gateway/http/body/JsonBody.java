package cn.suinian.gateway.http.body;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A body that is one JSON object in UTF-8 and nothing else.
 *
 * <p>The reader is lenient about encodings: it guesses UTF-16 and UTF-32, skips a byte order mark and takes overlong
 * bytes for letters, so that two readers could see two different texts. The bytes are therefore checked first.
 */
public final class JsonBody {

    /** A body is bounded already; a long number or name is one field's fault and must not hide in another's. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Reads an object, from its first field to its end. */
    public interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    private JsonBody() {}

    public static <T> T read(byte[] body, Reading<T> reading) {
        requireUtf8(body);
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notJson("the body must be a JSON object");
            }
            T read;
            try {
                read = reading.read(parser);
            } catch (Refused field) {
                requireTheRest(parser);
                throw field;
            }
            requireTheRest(parser);
            return read;
        } catch (JsonProcessingException broken) {
            throw notJson("the body is not one well-formed JSON object in UTF-8");
        } catch (IOException impossible) {
            throw notJson("the body cannot be read");
        }
    }

    /** A field is only to blame in a body that is JSON to its end. */
    private static void requireTheRest(JsonParser parser) throws IOException {
        while (!parser.getParsingContext().inRoot()) {
            parser.nextToken();
        }
        if (parser.nextToken() != null) {
            throw notJson("there is something after the JSON object");
        }
    }

    private static void requireUtf8(byte[] body) {
        boolean wide = body.length > 1 && (body[0] == 0 || body[1] == 0);
        boolean marked = body.length > 0 && body[0] < 0;
        if (wide || marked) {
            throw notJson("the body must be a JSON object in UTF-8 without a byte order mark");
        }
        for (byte each : body) {
            if (each < 0) {
                requireWellFormed(body);
                return;
            }
        }
    }

    private static void requireWellFormed(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException broken) {
            throw notJson("the body has bytes that are not UTF-8");
        }
    }

    private static Refused notJson(String detail) {
        return new Refused(ProblemCode.NOT_JSON, detail);
    }
}
