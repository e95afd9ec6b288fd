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
import cn.suinian.gateway.stand.DocumentRules;
import cn.suinian.gateway.stand.SmallCity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** openapi.yaml is well-formed, whole, and says what the program says. What a node does is for ContractTest. */
class OpenApiPageTest {
    private static final ApiDocument DOCUMENT = ApiDocument.served();

    private static final DocumentRules RULES = new DocumentRules(DOCUMENT);

    @Test
    void aParserOfOpenApiHasNothingToSay() {
        RULES.aParserOfOpenApiHasNothingToSay();
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
        RULES.everyOperationSaysWhatItIsFor();
    }

    @Test
    void everyContentIsAComponentWithExamplesThatFitIt() {
        RULES.everyContentIsAComponentWithExamplesThatFitIt(50);
    }

    @Test
    void everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles() {
        Set<ProblemCode> codes = RULES.everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles(Set.of());
        // Of one item in a list, so it is in no response of its own.
        codes.add(ProblemCode.CARD_NOT_FOUND);
        RULES.theCodesAreThose(codes);
    }

    @Test
    void everyComponentIsUsedAndEveryReferenceLeadsSomewhere() {
        RULES.everyComponentIsUsedAndEveryReferenceLeadsSomewhere();
    }

    @Test
    void everyListOfConstantsIsThatOfTheProgram() {
        RULES.constants("DeclineReason", DeclineReason.values());
        RULES.constants("Service", Service.values());
        RULES.constants("Direction", Direction.values());
        RULES.constants("Cue", Cue.values());
        RULES.constants("ReversalReason", Reversal.Cause.values());
        RULES.constants("CardStatus", CardStatus.values());
        RULES.constants("Judged", Explanation.Judged.values());
        RULES.constants("Unit", UsedUp.Unit.values());
        RULES.constants("District", District.values());
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
