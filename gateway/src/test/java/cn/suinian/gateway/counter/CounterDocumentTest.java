package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.LifeEvent;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.counter.body.HolderBodies;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.stand.ApiDocument;
import cn.suinian.gateway.stand.DocumentRules;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** counter-openapi.yaml is well-formed, whole, and says what the program says. What a node does is for the contract. */
@ExtendWith(PostgresExtension.class)
class CounterDocumentTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ofCounters();
    private static final DocumentRules RULES = new DocumentRules(DOCUMENT);

    /** It speaks as RFC 6749 does. */
    private static final Set<String> OAUTH = Set.of("token");

    @Test
    void aParserOfOpenApiHasNothingToSay() {
        RULES.aParserOfOpenApiHasNothingToSay();
    }

    @Test
    void theRouteTableAndTheDocumentHaveTheSameOperations(Database database) throws SQLException {
        try (CounterStand stand = new CounterStand(database)) {
            assertThat(stand.api().routes().stream().map(CounterRoute::toString))
                    .containsExactlyInAnyOrderElementsOf(DOCUMENT.operations().stream()
                            .map(operation -> operation.method() + " " + operation.path())
                            .toList());
        }
    }

    @Test
    void whatChangesSomethingWantsAKeyAndNothingElseDoes(Database database) throws SQLException {
        try (CounterStand stand = new CounterStand(database)) {
            for (CounterRoute route : stand.api().routes()) {
                String path = route.shape().text();
                boolean documented = DOCUMENT.find(route.method(), path)
                        .orElseThrow()
                        .node()
                        .path("parameters")
                        .toString()
                        .contains("IdempotencyKey");
                assertThat(documented).as(route.toString()).isEqualTo(route.changes());
            }
        }
    }

    @Test
    void everyOperationSaysWhatItIsFor() {
        RULES.everyOperationSaysWhatItIsFor();
    }

    @Test
    void everyContentIsAComponentWithExamplesThatFitIt() {
        RULES.everyContentIsAComponentWithExamplesThatFitIt(80);
    }

    @Test
    void everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles() {
        RULES.theCodesAreThose(RULES.everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles(OAUTH));
    }

    @Test
    void everyCodeIsInOneOfTheTwoDocuments() {
        Set<ProblemCode> all = EnumSet.noneOf(ProblemCode.class);
        all.addAll(RULES.everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles(OAUTH));
        all.addAll(new DocumentRules(ApiDocument.served())
                .everyFailureIsAProblemOfItsStatusWithOurCodesAndTitles(Set.of()));
        assertThat(all).containsExactly(ProblemCode.values());
    }

    @Test
    void everyComponentIsUsedAndEveryReferenceLeadsSomewhere() {
        RULES.everyComponentIsUsedAndEveryReferenceLeadsSomewhere();
    }

    @Test
    void everyListOfConstantsIsThatOfTheProgram() {
        RULES.constants("District", District.values());
        RULES.constants("Category", Category.values());
        RULES.constants("Grade", CategoryClaim.Grade.values());
        RULES.constants("Sex", Sex.values());
        RULES.constants("DocumentKind", DocumentKind.values());
        RULES.constants("CardStatus", CardStatus.values());
        RULES.constants("EventKind", HolderBodies.Kind.values());
        RULES.constants("LossBy", LossReport.By.values());
        RULES.constants("ReplaceCause", ReplaceCause.values());
        RULES.constants("Effect", LifeEvent.What.values());
        RULES.constants("SearchKind", SearchText.Kind.values());
    }
}
