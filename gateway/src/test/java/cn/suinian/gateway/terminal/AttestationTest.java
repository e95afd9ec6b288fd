package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an authority says of a holder counts at the very next tap, and no longer than it says. */
@ExtendWith(PostgresExtension.class)
class AttestationTest {
    private static final String MORNING = "2026-11-23T08:00:00+08:00";
    private static final String NOW = "2026-11-23T12:15:30+08:00";
    private static final String EVENING = "2026-11-23T20:00:00+08:00";
    private static TerminalStand stand;
    private static TerminalStand otherNode;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
        otherNode = TerminalStand.start(database);
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        stand.close();
    }

    @Test
    void opensAVenueAtTheVeryNextTapAndShutsItWhenTakenBack() throws IOException, SQLException {
        String card = ofYantian();
        assertThat(reason(visit(card, 1), otherNode)).isEqualTo("ATTESTATION_MISSING");

        assertThat(stand.send(of(item(card, MORNING, EVENING))).text()).isEqualTo("{\"results\":[{\"status\":200}]}");

        assertThat(reason(visit(card, 2), otherNode)).isNull();
        stand.send(of(statedAt("2026-11-23T12:00:00+08:00", item(card, MORNING, NOW))));
        assertThat(reason(visit(card, 3), otherNode)).isEqualTo("ATTESTATION_MISSING");
        assertThat(attestations(card)).isEqualTo("1");
    }

    @Test
    void aRepeatThatWasHeldUpDoesNotUndoWhatWasTakenBackSince() throws IOException, SQLException {
        String card = ofYantian();
        Request granted = of(item(card, MORNING, EVENING));
        stand.send(granted);
        stand.send(of(statedAt("2026-11-23T12:00:00+08:00", item(card, MORNING, NOW))));

        assertThat(stand.send(granted).text()).isEqualTo("{\"results\":[{\"status\":200}]}");

        assertThat(reason(visit(card, 1), stand)).isEqualTo("ATTESTATION_MISSING");
        assertThat(stand.ask("SELECT string_agg(to_char(valid_until AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS'), ' '"
                        + " ORDER BY received_at) FROM attestation_said WHERE holder_id = " + holder(card)))
                .as("what it said, one after the other")
                .isEqualTo("20:00:00 12:15:30");
    }

    @Test
    void ofTwoWordsOfTheSameMomentTheOneThatTakesBackStands() throws IOException, SQLException {
        String card = ofYantian();
        stand.send(of(item(card, MORNING, NOW), item(card, MORNING, EVENING)));
        stand.send(of(item(card, MORNING, EVENING)));

        assertThat(reason(visit(card, 1), stand)).isEqualTo("ATTESTATION_MISSING");
    }

    @Test
    void aWordFromTheFutureIsRefused() throws IOException, SQLException {
        String card = ofYantian();
        JsonNode results = stand.send(of(statedAt("2026-11-23T12:20:31+08:00", item(card, MORNING, EVENING))))
                .json()
                .get("results");

        assertThat(said(results.get(0))).isEqualTo("400 40005 attestations[0].statedAt");
        assertThat(attestations(card)).isEqualTo("0");
    }

    @Test
    void holdsFromItsFirstMomentToItsLast() throws IOException, SQLException {
        String card = ofYantian();
        stand.send(of(item(card, "2026-11-23T12:15:30+08:00", "2026-11-23T12:15:31+08:00")));

        assertThat(reason(visit(card, 1), stand)).isNull();
        assertThat(reason(visit(card, 2).at(SmallCity.NOW.plusSeconds(1)), stand))
                .isEqualTo("ATTESTATION_MISSING");
        assertThat(reason(visit(card, 3).at(SmallCity.NOW.minusSeconds(1)), stand))
                .isEqualTo("ATTESTATION_MISSING");
    }

    @Test
    void ofTwoInOneCallTheOneThatWasStatedLastCountsWhereverItStands() throws IOException, SQLException {
        String card = ofYantian();
        String over = statedAt("2026-11-23T12:00:00+08:00", item(card, MORNING, NOW));
        stand.send(of(over, item(card, MORNING, EVENING)));
        assertThat(reason(visit(card, 1), otherNode)).isEqualTo("ATTESTATION_MISSING");

        String again = statedAt("2026-11-23T12:01:00+08:00", item(card, MORNING, EVENING));
        stand.send(of(over, again));
        assertThat(reason(visit(card, 2), otherNode)).isNull();
    }

    @Test
    void whoSaidItLastIsWrittenDown() throws IOException, SQLException {
        String card = ofYantian();
        String hospital = item(card, MORNING, EVENING).replace("health commission", "city hospital");
        stand.send(of(item(card, MORNING, EVENING)));
        stand.send(of(statedAt("2026-11-23T12:00:00+08:00", hospital)));
        assertThat(stand.ask("SELECT source FROM attestation WHERE holder_id = " + holder(card)))
                .isEqualTo("city hospital");
    }

    @Test
    void theSameAgainChangesNothing() throws IOException, SQLException {
        String card = ofYantian();
        stand.send(of(item(card, MORNING, EVENING)));
        String version = version(card);
        stand.send(of(item(card, MORNING, EVENING), item(card, MORNING, EVENING)));
        assertThat(version(card)).isEqualTo(version);
        assertThat(attestations(card)).isEqualTo("1");
    }

    @Test
    void aBadItemNeverStopsTheOthers() throws IOException, SQLException {
        String good = ofYantian();
        Reply reply = stand.send(of(
                item(SmallCity.UNKNOWN_HERE, MORNING, EVENING),
                item(good, MORNING, EVENING).replace("FITNESS_CERTIFICATE", "HEALTH_CODE"),
                item(good, EVENING, MORNING),
                "7",
                item(good, MORNING, EVENING),
                item(good, EVENING, EVENING)));

        JsonNode results = reply.json().get("results");
        assertThat(results).hasSize(6);
        assertThat(said(results.get(0))).isEqualTo("404 40403 attestations[0].cardNo");
        assertThat(said(results.get(1))).isEqualTo("403 40303 attestations[1].kind");
        assertThat(said(results.get(2))).isEqualTo("400 40005 attestations[2].validUntil");
        assertThat(said(results.get(3))).isEqualTo("400 40004 attestations[3]");
        assertThat(results.get(4)).hasToString("{\"status\":200}");
        assertThat(said(results.get(5))).isEqualTo("400 40005 attestations[5].validUntil");
        assertThat(attestations(good)).isEqualTo("1");
    }

    @Test
    void aThousandAreTakenAndOneMoreIsNot() throws IOException {
        String item = item(stand.anotherCard(), MORNING, EVENING);
        assertThat(stand.send(of(Collections.nCopies(1_000, item).toArray(String[]::new)))
                        .json()
                        .get("results"))
                .hasSize(1_000);
        assertRefused(stand, of(Collections.nCopies(1_001, item).toArray(String[]::new)), 400, 40005, "attestations");
    }

    @Test
    void onlyAFeedMaySupplyThem() throws IOException, SQLException {
        String card = ofYantian();
        Request till = Request.post(SmallCity.CANTEEN, body(item(card, MORNING, EVENING)))
                .target("/v1/attestations");
        assertRefused(stand, till, 403, 40303, "-");
        assertThat(attestations(card)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|40002|attestations",
                "{'attestations':[]}|40005|attestations",
                "{'attestations':{}}|40004|attestations",
                "{'attestations':[{}],'more':1}|40003|more",
                "{'attestations':[{}]|40001|-"
            })
    void aWrongWholeIsRefused(String body, int code, String field) throws IOException {
        Request request = Request.post(SmallCity.FEED, body.replace('\'', '"')).target("/v1/attestations");
        assertRefused(stand, request, 400, code, field);
    }

    private static TapJson visit(String card, long counter) {
        return TapJson.sports(card, stand.nextSeq()).counter(counter);
    }

    private static String reason(TapJson tap, TerminalStand node) throws IOException {
        return node.send(tap.request()).json().get("reason").textValue();
    }

    private static String said(JsonNode result) {
        JsonNode problem = result.get("problem");
        return result.get("status").asInt() + " " + problem.get("code").asInt() + " "
                + problem.get("field").asText();
    }

    private static String item(String card, String from, String until) {
        return "{\"cardNo\":\"" + card + "\",\"kind\":\"FITNESS_CERTIFICATE\",\"validFrom\":\"" + from
                + "\",\"validUntil\":\"" + until + "\",\"source\":\"health commission\",\"statedAt\":\"" + MORNING
                + "\"}";
    }

    private static String statedAt(String moment, String item) {
        return item.replaceFirst("\"statedAt\":\"[^\"]*\"", "\"statedAt\":\"" + moment + "\"");
    }

    private static Request of(String... items) {
        return Request.post(SmallCity.FEED, body(items)).target("/v1/attestations");
    }

    private static String body(String... items) {
        return "{\"attestations\":[" + String.join(",", items) + "]}";
    }

    private static String ofYantian() throws SQLException {
        String card = stand.anotherCard();
        stand.ask("UPDATE holder_hukou SET district = 5 WHERE holder_id = " + holder(card));
        return card;
    }

    private static String attestations(String card) throws SQLException {
        return stand.ask("SELECT count(*) FROM attestation WHERE holder_id = " + holder(card));
    }

    private static String version(String card) throws SQLException {
        return stand.ask("SELECT version FROM account WHERE holder_id = " + holder(card));
    }

    private static int holder(String card) {
        return Integer.parseInt(card.substring(10, 18));
    }
}
