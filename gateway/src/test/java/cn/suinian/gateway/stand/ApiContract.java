package cn.suinian.gateway.stand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.stand.ApiDocument.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds every reply against the document of its API: whoever hears what is not written there has found a fault. */
public final class ApiContract {
    private static final ApiContract OF_TERMINALS = new ApiContract(ApiDocument.served());

    /** What HTTP itself says; every other header is one of ours and must be described. */
    private static final Set<String> OF_HTTP =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "date", "cache-control");

    private final ApiDocument document;
    private final ApiSchemas schemas;

    public ApiContract(ApiDocument document) {
        this.document = document;
        this.schemas = new ApiSchemas(document);
    }

    /**
     * Fails when a reply to a terminal is not one that its document describes.
     *
     * @return the case, as in {@code tap 400 NOT_JSON}; of a good answer operation and status
     */
    public static String check(Request request, Reply reply) {
        return OF_TERMINALS.check(request.method(), request.target(), reply);
    }

    /** The same for an operation by its name. */
    public static String check(String id, Reply reply) {
        return OF_TERMINALS.check(Optional.of(OF_TERMINALS.document.operation(id)), reply);
    }

    /** The same for what was asked with this method of this path and query. */
    public String check(String method, String target, Reply reply) {
        String path = target.split("\\?", 2)[0];
        return check(document.find(method, path).filter(found -> !found.forOperators()), reply);
    }

    private String check(Optional<Operation> operation, Reply reply) {
        String named = operation.map(Operation::id).orElse(ApiDocument.ELSEWHERE) + " " + reply.status();
        JsonNode response = document.responses(operation).get(Integer.toString(reply.status()));
        assertThat(response).as("undocumented status: %s, %s", named, reply).isNotNull();
        JsonNode described = document.resolved(response);
        checkHeaders(named, described.path("headers"), reply);
        if (!described.has("content")) {
            assertThat(reply.body()).as("undocumented body: %s", named).isEmpty();
            return named;
        }
        String type = reply.header("content-type").orElse("none").split(";", 2)[0];
        JsonNode content = described.get("content").get(type);
        assertThat(content).as("undocumented content type %s: %s", type, named).isNotNull();
        if (type.endsWith("json")) {
            assertThat(schemas.faults(content.get("schema"), reply.json()))
                    .as("%s, %s", named, reply)
                    .isEmpty();
        }
        if (type.contains("problem")) {
            return problem(named, content.get("examples"), reply);
        }
        return reply.status() < 400
                ? named
                : named + " " + reply.json().path("error").asText();
    }

    private static String problem(String named, JsonNode examples, Reply reply) {
        String code = Arrays.stream(ProblemCode.values())
                .filter(each -> each.code() == reply.code())
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(examples.has(code))
                .as("undocumented code: %s %s, %s", named, code, reply)
                .isTrue();
        return named + " " + code;
    }

    private void checkHeaders(String named, JsonNode headers, Reply reply) {
        Set<String> described = new HashSet<>(OF_HTTP);
        headers.fieldNames().forEachRemaining(name -> described.add(name.toLowerCase(Locale.ROOT)));
        assertThat(described).as("undocumented header: %s", named).containsAll(reply.headerNames());
        for (Map.Entry<String, JsonNode> entry : headers.properties()) {
            JsonNode header = document.resolved(entry.getValue());
            Optional<String> value = reply.header(entry.getKey().toLowerCase(Locale.ROOT));
            if (header.path("required").asBoolean()) {
                assertThat(value).as("%s of %s", entry.getKey(), named).isPresent();
            }
            value.ifPresent(text -> assertThat(schemas.faults(header.get("schema"), schemas.text(text)))
                    .as("%s of %s", entry.getKey(), named)
                    .isEmpty());
        }
    }
}
