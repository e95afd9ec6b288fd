package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stored taps, a thousand at a time: each gets its own answer, in order, whatever becomes of its neighbours. */
@ExtendWith(PostgresExtension.class)
class BatchTest {
    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void everyTapGetsTheAnswerItWouldGetAlone() throws IOException {
        List<TapJson> taps = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            taps.add(TapJson.meal(stand.anotherCard(), stand.nextSeq()));
        }
        taps.add(TapJson.meal(SmallCity.LOST_CARD, stand.nextSeq()));
        Request request = BatchJson.of(taps);
        Reply reply = stand.send(request);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
        JsonNode results = reply.json().get("results");
        assertThat(results).hasSize(taps.size());
        for (int i = 0; i < taps.size(); i++) {
            String alone = stand.send(taps.get(i).request()).text();
            assertThat(reply.text()).contains("{\"status\":200,\"answer\":" + alone + "}");
            assertThat(results.get(i).get("answer").toString()).isEqualTo(alone);
        }
    }

    @Test
    void aThousandTapsOfOneHolderAreJudgedInTheOrderGiven() throws Exception {
        String card = stand.anotherCard();
        List<TapJson> taps = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            taps.add(TapJson.gate(card, stand.nextSeq(), i % 2 == 1 ? "ENTRY" : "EXIT", i % 2 == 1 ? 0 : 500)
                    .counter(i)
                    .at(SmallCity.NOW.minusSeconds(2_000 - i)));
        }
        JsonNode results = results(BatchJson.of(taps));
        for (int i = 0; i < taps.size(); i++) {
            JsonNode answer = results.get(i).get("answer");
            assertThat(answer.get("tapId").asText()).contains("-" + taps.get(i).terminalSeq() + "-");
            assertThat(answer.get("outcome").asText() + answer.get("journey").asText())
                    .as("%d: %s", i, answer)
                    .isEqualTo(i % 2 == 0 ? "APPROVEDOPENED" : "APPROVEDCOMPLETED");
        }
        assertThat(stand.ask("SELECT count(*) FROM tap WHERE terminal_id = " + SmallCity.GATE))
                .isEqualTo("1000");
    }

    @Test
    void theSameTapTwiceCountsOnceAndIsAnsweredTwice() throws Exception {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        JsonNode results = results(BatchJson.of(tap, tap, tap));
        assertThat(results.get(0).get("answer").get("balanceLeft").asInt()).isEqualTo(4);
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
        assertThat(stand.ask("SELECT count(*) FROM tap WHERE terminal_seq = " + tap.terminalSeq()))
                .isEqualTo("1");
    }

    @Test
    void theFirstOfTwoTapsWithOneNumberStandsAndTheOtherIsRefused() throws Exception {
        String card = stand.anotherCard();
        long seq = stand.nextSeq();
        JsonNode results = results(BatchJson.of(
                TapJson.meal(card, seq),
                TapJson.meal(card, seq).counter(2),
                TapJson.meal(stand.anotherCard(), stand.nextSeq())));
        assertThat(outcomes(results)).containsExactly("APPROVED", "40901 taps[1].terminalSeq", "APPROVED");
    }

    @Test
    void aTapThatIsRefusedStopsNoOther() throws Exception {
        String million = "x".repeat(900_000);
        JsonNode results = results(BatchJson.items(
                SmallCity.CANTEEN,
                good().text(),
                good().without("amount").text(),
                good().at(SmallCity.NOW.plusMinutes(6)).text(),
                TapJson.bus(stand.anotherCard(), stand.nextSeq()).text(),
                TapJson.meal(SmallCity.UNKNOWN_HERE, stand.nextSeq()).text(),
                TapJson.meal("6228480402564890018", stand.nextSeq()).text(),
                good().with("tac", "\"0000000000000000\"").text(),
                "7",
                "null",
                "[]",
                "{}",
                good().with("context", nested(900)).text(),
                good().with("colour", nested(900)).text(),
                good().with("amount", "9".repeat(3_000)).text(),
                good().with("x".repeat(60_000), "1").text(),
                good().with("context", "{\"station\":\"" + million + "\"}").text(),
                good().with("cardCounter", "0").text(),
                good().text()));
        assertThat(outcomes(results))
                .containsExactly(
                        "APPROVED",
                        "40002 taps[1].amount",
                        "42201 taps[2].tappedAt",
                        "40302 taps[3].service",
                        "CARD_UNKNOWN",
                        "CARD_UNKNOWN",
                        "TAC_INVALID",
                        "40004 taps[7]",
                        "40004 taps[8]",
                        "40004 taps[9]",
                        "40002 taps[10].service",
                        "40004 taps[11].context",
                        "40003 taps[12].colour",
                        "40005 taps[13].amount",
                        "40003 taps[14].?",
                        "40004 taps[15].context.station",
                        "40005 taps[16].cardCounter",
                        "APPROVED");
    }

    private static TapJson good() {
        return TapJson.meal(stand.anotherCard(), stand.nextSeq());
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "{\"taps\":[]}" + "]".repeat(levels);
    }

    private static JsonNode results(Request request) throws IOException {
        Reply reply = stand.send(request);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json().get("results");
    }

    /** For each result the outcome, the reason of a decline, or the problem's code and field. */
    static List<String> outcomes(JsonNode results) {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode result : results) {
            JsonNode answer = result.path("answer");
            JsonNode problem = result.path("problem");
            assertThat(result.get("status").asInt())
                    .isEqualTo(problem.path("status").asInt(200));
            if (problem.isMissingNode()) {
                boolean declined = answer.get("outcome").asText().equals("DECLINED");
                outcomes.add(answer.get(declined ? "reason" : "outcome").asText());
            } else {
                outcomes.add(problem.get("code").asText() + " "
                        + problem.path("field").asText("-"));
            }
        }
        return outcomes;
    }
}
