package cn.suinian.gateway.counter.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.card.office.CardRefusal;
import cn.suinian.core.card.stock.StockRefusal;
import cn.suinian.core.holder.document.DocumentRefusal;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.client.ClientRefusal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What failures come to. */
class FailuresTest {
    private static Stream<Refusal> refusals() {
        return Stream.<Refusal[]>of(
                        HolderRefusal.values(),
                        DocumentRefusal.values(),
                        CardRefusal.values(),
                        StockRefusal.values(),
                        ClientRefusal.values(),
                        ApprovalRefusal.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalIsTheCallersToMendAndSaysHowInBothLanguages(Refusal refusal) throws Exception {
        Refused refused = Failures.refusal("a call", new RefusedException(refusal, "field"));
        JsonNode json = new ObjectMapper().readTree(refused.json());
        assertThat(refused.code().status()).isBetween(400, 499);
        assertThat(json.get("field").asText()).isEqualTo("field");
        JsonNode only = json.get("refusals").get(0);
        assertThat(only.get("reason").asText()).isEqualTo(refusal.name());
        assertThat(only.get("zh").asText()).isEqualTo(refusal.zh());
        assertThat(json.get("detail").asText()).isEqualTo(refusal.en());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws Exception {
        Refused refused = Failures.refusal(
                "a call",
                new RefusedException(List.of(
                        new FieldRefusal(HolderRefusal.TOO_YOUNG, "bornOn", Map.of("eligibleOn", "2030-01-01")),
                        new FieldRefusal(HolderRefusal.CONSENT_MISSING, "consentVersion"))));
        JsonNode all = new ObjectMapper().readTree(refused.json()).get("refusals");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).at("/details/eligibleOn").asText()).isEqualTo("2030-01-01");
        assertThat(all.get(1).get("field").asText()).isEqualTo("consentVersion");
    }

    @ParameterizedTest
    @CsvSource({"08006, OUTCOME_UNKNOWN", "57P01, OUTCOME_UNKNOWN", "53300, OUTCOME_UNKNOWN", "23505, OUR_FAULT"})
    void theDatabaseFailsByItsState(String state, ProblemCode code) {
        assertThat(Failures.refusal("a call", new SQLException("a row", state)).code())
                .isEqualTo(code);
    }

    @Test
    void nothingWasDoneWithoutAConnection() {
        Refused refused = Failures.refusal("a call", new SQLTransientConnectionException("no connection"));
        assertThat(refused.code()).isEqualTo(ProblemCode.NOT_READY);
        assertThat(refused.retryAfterSeconds()).isPositive();
    }

    @Test
    void aFaultOfOursSaysNothingOfIt() {
        Refused refused = Failures.refusal("a call", new IllegalStateException("the row of somebody"));
        assertThat(refused.code()).isEqualTo(ProblemCode.OUR_FAULT);
        assertThat(refused.json()).doesNotContain("somebody", "Exception");
    }
}
