package cn.suinian.gateway.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A document of an API as it is served, to be asked what it says. */
public final class ApiDocument {
    /** Under this name it has what is said where there is no operation. */
    public static final String ELSEWHERE = "elsewhere";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final ApiDocument SERVED = read("/openapi.yaml");

    private final String text;
    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    /** One method of one path. */
    public record Operation(String method, String path, String id, JsonNode node) {
        boolean isAt(String asked) {
            return Pattern.matches(path.replaceAll("\\{[^}]+}", "[^/]*"), asked);
        }

        /** Whether it is on the operator's port. */
        public boolean forOperators() {
            return node.get("tags").get(0).asText().equals("operations");
        }
    }

    private ApiDocument(String text, JsonNode root) {
        this.text = text;
        this.root = root;
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> add(path.getKey(), method.getKey(), method.getValue())));
    }

    private void add(String path, String key, JsonNode node) {
        if (METHODS.contains(key)) {
            operations.add(new Operation(
                    key.toUpperCase(Locale.ROOT), path, node.get("operationId").asText(), node));
        }
    }

    /** That of the terminal API. */
    public static ApiDocument served() {
        return SERVED;
    }

    /** That of the counter API. */
    public static ApiDocument ofCounters() {
        return OfCounters.SERVED;
    }

    private static final class OfCounters {
        private static final ApiDocument SERVED = read("/counter-openapi.yaml");
    }

    public String text() {
        return text;
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public Operation operation(String id) {
        return operations.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The operation that a request is for; a fixed path goes before one with a variable. */
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(each -> each.method.equals(method) && each.isAt(path))
                .min((one, other) -> Boolean.compare(one.path.contains("{"), other.path.contains("{")));
    }

    /** What an operation may answer, by status; for no operation what is said elsewhere. */
    public JsonNode responses(Optional<Operation> operation) {
        return operation.map(found -> found.node.get("responses")).orElse(root.get("x-without-operation"));
    }

    /** Path and query of an operation, made of the examples of its parameters. */
    public String address(String id) {
        Operation operation = operation(id);
        StringBuilder query = new StringBuilder();
        String path = operation.path;
        for (JsonNode given : parameters(operation)) {
            JsonNode parameter = resolved(given);
            String name = parameter.get("name").asText();
            String example = parameter.get("example").asText();
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example);
            } else if (parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(example);
            }
        }
        return path + query;
    }

    public String requestExample(String id, String name) {
        return example(operation(id).node.at("/requestBody/content/application~1json/examples"), name)
                .toString();
    }

    /** The first example of what to send; "" where nothing is sent. */
    public String requestExample(String id) {
        JsonNode examples = operation(id).node.at("/requestBody/content/application~1json/examples");
        return examples.isMissingNode()
                ? ""
                : resolved(examples.elements().next()).get("value").toString();
    }

    public JsonNode answerExample(String id, String name) {
        JsonNode content = resolved(good(operation(id).node.get("responses"))).get("content");
        return example(content.elements().next().get("examples"), name);
    }

    /** A node, or what it refers to. */
    public JsonNode resolved(JsonNode node) {
        JsonNode ref = node.get("$ref");
        return ref == null ? node : resolved(root.at(ref.asText().substring(1)));
    }

    /** What is answered when all is well. */
    private static JsonNode good(JsonNode responses) {
        JsonNode ok = responses.get("200");
        return ok == null ? Objects.requireNonNull(responses.get("201")) : ok;
    }

    private JsonNode example(JsonNode examples, String name) {
        return resolved(Objects.requireNonNull(examples.get(name), name)).get("value");
    }

    private List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        root.get("paths").get(operation.path).path("parameters").forEach(parameters::add);
        operation.node.path("parameters").forEach(parameters::add);
        return parameters;
    }

    private static ApiDocument read(String name) {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), UTF_8);
            return new ApiDocument(text, new YAMLMapper().readTree(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
