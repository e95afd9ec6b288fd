package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.decision.Cue;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.explanation.Explanation;
import cn.suinian.core.authorization.explanation.UsedUp;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.stand.ApiDocument;
import cn.suinian.gateway.stand.ApiDocument.Operation;
import cn.suinian.gateway.stand.ApiSchemas;
import cn.suinian.gateway.stand.SmallCity;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** openapi.yaml is well-formed, whole, and says what the program says. What a node does is for ContractTest. */
class OpenApiPageTest {
    private static final ApiDocument DOCUMENT = ApiDocument.served();

    @Test
    void aParserOfOpenApiHasNothingToSay() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(DOCUMENT.text(), null, null);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSize(DOCUMENT.root().get("paths").size());
    }

    @Test
    void theRouteTableAndTheDocumentHaveTheSameOperations() {
        List<String> documented = DOCUMENT.operations().stream()
                .filter(operation -> !operation.forOperators())
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
        assertThat(routes().map(route -> route.method() + " " + route.shape()))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void everyOperationSaysWhatItIsForAndHasExamples() {
        List<String> tags = new ArrayList<>();
        DOCUMENT.root().get("tags").forEach(tag -> tags.add(tag.get("name").asText()));
        Set<String> used = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (Operation operation : DOCUMENT.operations()) {
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

    @Test
    void everyContentIsAComponentWithExamplesThatFitIt() {
        ApiSchemas schemas = new ApiSchemas(DOCUMENT);
        int examples = 0;
        for (JsonNode content : DOCUMENT.root().findValues("content")) {
            for (JsonNode media : content) {
                assertThat(media.get("schema").path("$ref").asText()).startsWith("#/components/schemas/");
                assertThat(media.get("examples")).isNotEmpty();
                for (Map.Entry<String, JsonNode> entry : media.get("examples").properties()) {
                    JsonNode example = DOCUMENT.resolved(entry.getValue());
                    assertThat(example.path("summary").asText())
                            .as(entry.getKey())
                            .isNotBlank();
                    assertThat(schemas.faults(media.get("schema"), example.get("value")))
                            .as(entry.getKey())
                            .isEmpty();
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(50);
    }

    @Test
    void everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles() {
        for (Operation operation : DOCUMENT.operations()) {
            for (Map.Entry<String, JsonNode> entry :
                    operation.node().get("responses").properties()) {
                JsonNode response = DOCUMENT.resolved(entry.getValue());
                if (entry.getKey().compareTo("400") >= 0 && !operation.forOperators()) {
                    assertThat(response.get("content").fieldNames())
                            .toIterable()
                            .containsExactly("application/problem+json");
                    response.findValue("examples").properties().forEach(example -> {
                        JsonNode problem = DOCUMENT.resolved(example.getValue()).get("value");
                        ProblemCode code = ProblemCode.valueOf(example.getKey());
                        assertThat(problem.get("code").asInt()).isEqualTo(code.code());
                        assertThat(problem.get("title").asText()).isEqualTo(code.title());
                        assertThat(problem.get("type").asText()).endsWith(":" + code.code());
                        assertThat(entry.getKey()).isEqualTo(Integer.toString(code.status()));
                    });
                }
            }
        }
    }

    @Test
    void everyComponentIsUsedAndEveryReferenceLeadsSomewhere() {
        Set<String> used = new TreeSet<>();
        for (JsonNode reference : DOCUMENT.root().findValues("$ref")) {
            used.add(reference.asText());
            assertThat(DOCUMENT.root().at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
        DOCUMENT.root()
                .get("components")
                .properties()
                .forEach(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    if (!kind.getKey().equals("securitySchemes")) {
                        assertThat(used).contains("#/components/" + kind.getKey() + "/" + name);
                    }
                }));
    }

    @Test
    void everyListOfConstantsIsThatOfTheProgram() {
        assertConstants("DeclineReason", DeclineReason.values());
        assertConstants("Service", Service.values());
        assertConstants("Direction", Direction.values());
        assertConstants("Cue", Cue.values());
        assertConstants("ReversalReason", Reversal.Cause.values());
        assertConstants("CardStatus", CardStatus.values());
        assertConstants("Judged", Explanation.Judged.values());
        assertConstants("Unit", UsedUp.Unit.values());
        assertConstants("District", District.values());
        List<Integer> codes = new ArrayList<>();
        DOCUMENT.root().at("/components/schemas/Problem/properties/code/enum").forEach(code -> codes.add(code.asInt()));
        assertThat(codes)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    private static void assertConstants(String schema, Enum<?>[] constants) {
        List<String> documented = new ArrayList<>();
        DOCUMENT.root().at("/components/schemas/" + schema + "/enum").forEach(name -> documented.add(name.asText()));
        assertThat(documented)
                .as(schema)
                .containsExactlyElementsOf(
                        Arrays.stream(constants).map(Enum::name).toList());
    }

    private static Stream<Route> routes() {
        return new TerminalApi(new TerminalApi.Parts(
                        TerminalConfig.from(Settings.of(Map.of())),
                        null,
                        SmallCity.vault(),
                        () -> null,
                        Clock.systemUTC(),
                        new SimpleMeterRegistry(),
                        null,
                        null,
                        new TerminalApi.Enquiries(null, null, null)))
                .routes().stream();
    }
}
