package cn.suinian.gateway.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of a document, stricter than clients should be: an object may have no field that is not described, also
 * where clients must put up with new ones.
 */
public final class ApiSchemas {
    private static final String HERE = "#/components/schemas/";
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final ObjectMapper json = new ObjectMapper();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final ObjectNode definitions;
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    public ApiSchemas(ApiDocument document) {
        definitions = document.root().at("/components/schemas").deepCopy();
        close(definitions);
    }

    /** What is wrong with a value by a schema that is a reference to a component, or of its own. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        JsonSchema compiled = schemas.computeIfAbsent(schema.toString(), text -> compile(schema));
        return compiled.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        close(whole);
        whole.set("$defs", definitions);
        return factory.getSchema(whole, STRICT);
    }

    private void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("$ref").isTextual()) {
                object.put("$ref", object.get("$ref").asText().replace(HERE, "#/$defs/"));
            }
            if (object.path("type").asText().equals("object") && object.has("properties")) {
                object.put("additionalProperties", false);
            }
        }
        node.forEach(this::close);
    }

    /** A text as a JSON value. */
    public JsonNode text(String text) {
        return json.getNodeFactory().textNode(text);
    }
}
