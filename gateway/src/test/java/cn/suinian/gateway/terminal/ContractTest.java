package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every case that openapi.yaml describes, made to happen over HTTP; every reply is held against the document. So the
 * document promises nothing that a node does not do, and a node does nothing that is not in the document.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ContractTest {
    private static final String BY_NO_REQUEST = "no request brings a fault of ours about here";
    private static final String MUCH_MEMORY =
            "takes an eighth of the heap in half-sent bodies; LargeBodies has its test";

    /** What is described and not provoked, and why. */
    private static final Map<String, String> NOT_PROVOKED = Map.ofEntries(
            Map.entry("tapBatch 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("lookUpTap 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("explainTap 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("previewCard 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("denylist 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("signingKeys 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("signIn 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("heartbeat 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("document 500 OUR_FAULT", BY_NO_REQUEST),
            Map.entry("tapBatch 503 QUEUE_FULL", MUCH_MEMORY),
            Map.entry("attest 503 QUEUE_FULL", MUCH_MEMORY));

    @Test
    void everyDescribedCaseHappensAndNoOther(Database database) throws Exception {
        Set<String> seen = new TreeSet<>();
        try (TerminalStand stand = TerminalStand.start(database)) {
            Witness witness = new Witness(stand, seen);
            GoodCases.happen(witness);
            BadCases.happen(witness);
        }
        BusyCases.happen(database, seen);
        FaultCases.happen(database, seen);
        OperatorCases.happen(database, seen);

        Set<String> missed = new TreeSet<>(described());
        missed.removeAll(seen);
        assertThat(missed).isEqualTo(new TreeSet<>(NOT_PROVOKED.keySet()));
    }

    private static Set<String> described() {
        ApiDocument document = ApiDocument.served();
        Set<String> cases = new TreeSet<>();
        document.operations()
                .forEach(operation -> cases.addAll(cases(operation.id(), document.responses(Optional.of(operation)))));
        cases.addAll(cases(ApiDocument.ELSEWHERE, document.responses(Optional.empty())));
        return cases;
    }

    private static Set<String> cases(String id, JsonNode responses) {
        Set<String> cases = new TreeSet<>();
        responses.properties().forEach(entry -> {
            JsonNode response = ApiDocument.served().resolved(entry.getValue());
            String named = id + " " + entry.getKey();
            response.path("content")
                    .forEach(media -> media.get("examples")
                            .fieldNames()
                            .forEachRemaining(example -> cases.add(named + " " + example)));
            if (!response.has("content")) {
                cases.add(named);
            }
        });
        return cases;
    }
}
