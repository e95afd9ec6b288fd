package cn.suinian.gateway.stand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.stand.ApiDocument.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What every document of an API must be: well-formed, whole, with examples that fit, and in words of the program. */
public final class DocumentRules {
    private static final String PROBLEM = "application/problem+json";

    private final ApiDocument document;

    public DocumentRules(ApiDocument document) {
        this.document = document;
    }

    public void aParserOfOpenApiHasNothingToSay() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document.text(), null, null);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSize(document.root().get("paths").size());
    }

    public void everyOperationSaysWhatItIsFor() {
        List<String> tags = new ArrayList<>();
        document.root().get("tags").forEach(tag -> tags.add(tag.get("name").asText()));
        Set<String> used = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (Operation operation : document.operations()) {
            assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
            for (String text : List.of("summary", "description")) {
                assertThat(operation.node().path(text).asText())
                        .as(operation.id() + " " + text)
                        .isNotBlank();
            }
            assertThat(operation.node().get("tags")).hasSize(1);
            used.add(operation.node().get("tags").get(0).asText());
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(tags);
    }

    /** There are more than so many examples. */
    public void everyContentIsAComponentWithExamplesThatFitIt(int examples) {
        ApiSchemas schemas = new ApiSchemas(document);
        int seen = 0;
        for (JsonNode content : document.root().findValues("content")) {
            for (JsonNode media : content) {
                assertThat(media.get("schema").path("$ref").asText()).startsWith("#/components/schemas/");
                assertThat(media.get("examples")).isNotEmpty();
                for (Map.Entry<String, JsonNode> entry : media.get("examples").properties()) {
                    JsonNode example = document.resolved(entry.getValue());
                    assertThat(example.path("summary").asText())
                            .as(entry.getKey())
                            .isNotBlank();
                    assertThat(schemas.faults(media.get("schema"), example.get("value")))
                            .as(entry.getKey())
                            .isEmpty();
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(examples);
    }

    /** Which codes are described; but for operations that speak otherwise, a failure has no other content. */
    public Set<ProblemCode> everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles(Set<String> otherwise) {
        Set<ProblemCode> codes = new TreeSet<>();
        for (Operation operation : document.operations()) {
            if (!operation.forOperators()) {
                operation
                        .node()
                        .get("responses")
                        .properties()
                        .forEach(entry -> codes.addAll(failure(operation, entry, otherwise)));
            }
        }
        document.root()
                .get("x-without-operation")
                .properties()
                .forEach(entry -> codes.addAll(codes(entry.getKey(), document.resolved(entry.getValue()))));
        return codes;
    }

    private Set<ProblemCode> failure(Operation operation, Map.Entry<String, JsonNode> entry, Set<String> otherwise) {
        JsonNode response = document.resolved(entry.getValue());
        if (entry.getKey().compareTo("400") < 0) {
            return Set.of();
        }
        if (!otherwise.contains(operation.id())) {
            assertThat(response.get("content").fieldNames()).toIterable().containsExactly(PROBLEM);
        }
        return codes(entry.getKey(), response);
    }

    private Set<ProblemCode> codes(String status, JsonNode response) {
        Set<ProblemCode> codes = new TreeSet<>();
        response.path("content").path(PROBLEM).path("examples").properties().forEach(example -> {
            JsonNode problem = document.resolved(example.getValue()).get("value");
            ProblemCode code = ProblemCode.valueOf(example.getKey());
            assertThat(problem.get("code").asInt()).isEqualTo(code.code());
            assertThat(problem.get("title").asText()).isEqualTo(code.title());
            assertThat(problem.get("type").asText()).endsWith(":" + code.code());
            assertThat(status).isEqualTo(Integer.toString(code.status()));
            codes.add(code);
        });
        return codes;
    }

    /** The list of codes of a problem is that of what is described. */
    public void theCodesAreThose(Set<ProblemCode> described) {
        List<Integer> codes = new ArrayList<>();
        document.root().at("/components/schemas/Problem/properties/code/enum").forEach(code -> codes.add(code.asInt()));
        assertThat(codes)
                .containsExactlyElementsOf(
                        described.stream().map(ProblemCode::code).toList());
    }

    public void everyComponentIsUsedAndEveryReferenceLeadsSomewhere() {
        Set<String> used = new TreeSet<>();
        for (JsonNode reference : document.root().findValues("$ref")) {
            used.add(reference.asText());
            assertThat(document.root().at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
        document.root()
                .get("components")
                .properties()
                .forEach(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    if (!kind.getKey().equals("securitySchemes")) {
                        assertThat(used).contains("#/components/" + kind.getKey() + "/" + name);
                    }
                }));
    }

    /** A list of constants is that of the program. */
    public void constants(String schema, Enum<?>[] constants) {
        List<String> documented = new ArrayList<>();
        document.root().at("/components/schemas/" + schema + "/enum").forEach(name -> documented.add(name.asText()));
        assertThat(documented)
                .as(schema)
                .containsExactlyElementsOf(
                        Arrays.stream(constants).map(Enum::name).toList());
    }
}
