package cn.suinian.gateway.counter.gate;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.client.IdempotentCalls;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call is answered with. The body is a problem from status 400 on, unless a header says what else it is.
 *
 * @param headers beside those that every answer has
 */
public record Answer(int status, Buffer body, Map<String, String> headers) {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Here it is, or: it is done. */
    public static Answer ok(JsonNode json) {
        return new Answer(OK, bytes(json), Map.of());
    }

    /** There is something new. */
    public static Answer created(JsonNode json) {
        return new Answer(CREATED, bytes(json), Map.of());
    }

    /** It is done, and there is nothing to say. */
    public static Answer done() {
        return new Answer(NO_CONTENT, Buffer.buffer(), Map.of());
    }

    /** An answer that says why not, and is kept like any other. */
    public static Answer of(Refused refused) {
        return new Answer(refused.code().status(), Buffer.buffer(refused.json()), Map.of());
    }

    /** The same of what a rule refuses, where something was done all the same: it was counted. */
    public static Answer of(RefusedException refused) {
        return of(RefusalProblems.of(refused));
    }

    /** The same with a header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more);
    }

    IdempotentCalls.Answer kept() {
        return IdempotentCalls.Answer.of(status, body.getBytes());
    }

    static Answer of(IdempotentCalls.Answer kept) {
        Answer answer = new Answer(kept.status(), Buffer.buffer(kept.body()), Map.of());
        Answer placed = answer.status == CREATED ? answer.with("Location", place(answer.body)) : answer;
        return kept.replayed() ? placed.with("Idempotency-Replayed", "true") : placed;
    }

    /** Where the new one is; what is kept of an answer is its body alone. */
    private static String place(Buffer body) {
        JsonObject made = body.toJsonObject();
        Integer serial = made.getInteger("serial");
        return serial == null ? "/v1/holders/" + made.getLong("holderId") : "/v1/cards/" + serial;
    }

    private static Buffer bytes(JsonNode json) {
        return Buffer.buffer(json.toString());
    }
}
