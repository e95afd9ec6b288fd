package cn.suinian.gateway.counter.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.FieldName;
import cn.suinian.gateway.http.body.Query;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request that is here whole.
 *
 * @param variable what stands in the variable segment of the path
 * @param address where it comes from, for the audit trail
 */
public record Asked(
        String method, String path, String variable, Query query, MultiMap headers, Buffer body, String address) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    /** A header that is there once, or not at all. */
    public Optional<String> header(String name) {
        List<String> values = headers.getAll(name);
        if (values.size() > 1) {
            throw new Refused(ProblemCode.FIELD_TWICE, name, name + " is given twice");
        }
        return values.stream().findFirst().map(String::strip);
    }

    /** Refuses a body that is not declared to be JSON. */
    public void requireJson() {
        if (header("Content-Type").filter(type -> JSON.matcher(type).matches()).isEmpty()) {
            throw new Refused(ProblemCode.CONTENT_TYPE, "the content type must be application/json");
        }
    }

    /** What the client calls this call. */
    public String idempotencyKey() {
        String key = header(IDEMPOTENCY_KEY).orElseThrow(() -> FieldName.missing(IDEMPOTENCY_KEY));
        if (!KEY.matcher(key).matches()) {
            throw new Refused(
                    ProblemCode.FIELD_MALFORMED,
                    IDEMPOTENCY_KEY,
                    "Idempotency-Key must be 1 to 128 visible ASCII characters");
        }
        return key;
    }

    /** The version of what the client has seen, as the ETag said. */
    public int version() {
        String tag = header(IF_MATCH)
                .orElseThrow(() -> new Refused(
                        ProblemCode.IF_MATCH_MISSING,
                        IF_MATCH,
                        "If-Match must be the ETag of the holder as it was seen; get the holder first"));
        return Optional.of(VERSION.matcher(tag))
                .filter(matcher -> matcher.matches())
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .orElseThrow(() -> new Refused(
                        ProblemCode.FIELD_MALFORMED, IF_MATCH, "If-Match must be one ETag of a holder, such as \"7\""));
    }

    /** All that makes this call what it is; the same key with anything else is another call. */
    byte[] digested() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String head = method + "\n" + path + "\n" + header(IF_MATCH).orElse("") + "\n";
        whole.writeBytes(head.getBytes(UTF_8));
        whole.writeBytes(body.getBytes());
        return whole.toByteArray();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
