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

/** Holds every reply against openapi.yaml: whoever hears what is not written there has found a fault. */
public final class ApiContract {
    private static final ApiDocument DOCUMENT = ApiDocument.served();
    private static final ApiSchemas SCHEMAS = new ApiSchemas(DOCUMENT);

    /** What HTTP itself says; every other header is one of ours and must be described. */
    private static final Set<String> OF_HTTP =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "date", "cache-control");

    private ApiContract() {}

    /**
     * Fails when a reply is not one that the document describes.
     *
     * @return the case, as in {@code tap 400 NOT_JSON}; of a good answer operation and status
     */
    public static String check(Request request, Reply reply) {
        String path = request.target().split("\\?", 2)[0];
        return check(DOCUMENT.find(request.method(), path).filter(found -> !found.forOperators()), reply);
    }

    /** The same for an operation by its name. */
    public static String check(String id, Reply reply) {
        return check(Optional.of(DOCUMENT.operation(id)), reply);
    }

    private static String check(Optional<Operation> operation, Reply reply) {
        String named = operation.map(Operation::id).orElse(ApiDocument.ELSEWHERE) + " " + reply.status();
        JsonNode response = DOCUMENT.responses(operation).get(Integer.toString(reply.status()));
        assertThat(response).as("undocumented status: %s, %s", named, reply).isNotNull();
        JsonNode described = DOCUMENT.resolved(response);
        checkHeaders(named, described.path("headers"), reply);
        if (!described.has("content")) {
            assertThat(reply.body()).as("undocumented body: %s", named).isEmpty();
            return named;
        }
        String type = reply.header("content-type").orElse("none").split(";", 2)[0];
        JsonNode content = described.get("content").get(type);
        assertThat(content).as("undocumented content type %s: %s", type, named).isNotNull();
        if (type.endsWith("json")) {
            assertThat(SCHEMAS.faults(content.get("schema"), reply.json()))
                    .as("%s, %s", named, reply)
                    .isEmpty();
        }
        return type.contains("problem") ? problem(named, content.get("examples"), reply) : named;
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

    private static void checkHeaders(String named, JsonNode headers, Reply reply) {
        Set<String> described = new HashSet<>(OF_HTTP);
        headers.fieldNames().forEachRemaining(name -> described.add(name.toLowerCase(Locale.ROOT)));
        assertThat(described).as("undocumented header: %s", named).containsAll(reply.headerNames());
        for (Map.Entry<String, JsonNode> entry : headers.properties()) {
            JsonNode header = DOCUMENT.resolved(entry.getValue());
            Optional<String> value = reply.header(entry.getKey().toLowerCase(Locale.ROOT));
            if (header.path("required").asBoolean()) {
                assertThat(value).as("%s of %s", entry.getKey(), named).isPresent();
            }
            value.ifPresent(text -> assertThat(SCHEMAS.faults(header.get("schema"), SCHEMAS.text(text)))
                    .as("%s of %s", entry.getKey(), named)
                    .isEmpty());
        }
    }
}
