package cn.suinian.gateway.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A reply as it came over the wire. */
public final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A reply.
     *
     * @param headers by lower-case name
     */
    Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** In lower case. */
    Set<String> headerNames() {
        return headers.keySet();
    }

    public String text() {
        return new String(body, UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + this, notJson);
        }
    }

    /** The code of a problem, 0 of an answer. */
    public int code() {
        return json().path("code").asInt();
    }

    /** The field to blame, or "-". */
    public String field() {
        return json().path("field").asText("-");
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + text();
    }
}
