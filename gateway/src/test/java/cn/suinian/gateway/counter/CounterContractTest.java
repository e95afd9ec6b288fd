package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every case that counter-openapi.yaml describes, made to happen over HTTP; every reply is held against the document.
 * So the document promises nothing that a node does not do, and a node does nothing that is not in the document.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class CounterContractTest {
    /** What is described and need not be provoked here, and why. */
    private static final Map<String, String> NOT_PROVOKED = Map.of(
            "Busy 503 NOT_READY", "takes ten seconds of a database that does not answer; FailuresTest has it",
            "Registered 409 CALL_IN_PROGRESS", "the guard of every act; reportLoss provokes it",
            "InProgress 409 CALL_IN_PROGRESS", "likewise");

    @Test
    void everyDescribedCaseHappensAndNoOther(Database database) throws Exception {
        Witness witness = new Witness();
        try (CounterStand stand = new CounterStand(database)) {
            Client client = stand.supervisor();
            new CounterDay(stand, client, witness).happens();
            new CounterTroubles(stand, client, witness).happen();
        }
        CounterTroubles.ofLimits(database, witness);

        Set<String> missed = new TreeSet<>(Witness.described());
        missed.removeAll(witness.seen());
        missed.removeAll(NOT_PROVOKED.keySet());
        assertThat(missed).isEmpty();
    }
}
