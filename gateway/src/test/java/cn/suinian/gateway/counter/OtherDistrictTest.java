package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.stand.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** A holder whom another district serves does not exist, whatever is asked, but for a card that is lost. */
@ExtendWith(PostgresExtension.class)
class OtherDistrictTest {
    private static final Elder ELDER = Elder.another();

    private static CounterStand stand;
    private static Database database;
    private static Client futian;
    private static Client luohu;
    private static long holder;
    private static int serial;

    @BeforeAll
    static void start(Database started) throws SQLException, IOException {
        database = started;
        stand = new CounterStand(database);
        futian = stand.supervisor();
        luohu = stand.client("luohu-bank", Role.COUNTER_SUPERVISOR, new Scope(District.LUOHU, CounterStand.LUOHU));
        holder = futian.register(ELDER);
        serial = futian.issue(holder);
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @TestFactory
    Stream<DynamicTest> nothingCanBeAskedOfThem() throws SQLException {
        String evidence = "\"evidence\":\"户口簿\"";
        String seen = "{\"seen\":\"ACTIVE\"";
        Map<String, String> asked = Map.ofEntries(
                Map.entry("GET /v1/holders/H", ""),
                Map.entry("GET /v1/holders/H/cards", ""),
                Map.entry("PATCH /v1/holders/H", "{\"phone\":\"\",\"reason\":\"本人不再使用\"}"),
                Map.entry("POST /v1/holders/H/disclosure", "{\"reason\":\"核对津贴账户\"}"),
                Map.entry(
                        "POST /v1/holders/H/hukou",
                        "{\"district\":\"LUOHU\",\"from\":\"2026-11-01\"," + evidence + "}"),
                Map.entry("POST /v1/holders/H/hukou/end", "{\"on\":\"2026-11-01\"," + evidence + "}"),
                Map.entry(
                        "POST /v1/holders/H/categories",
                        "{\"category\":\"LOW_INCOME\",\"from\":\"2026-11-01\"," + evidence + "}"),
                Map.entry(
                        "POST /v1/holders/H/categories/end",
                        "{\"category\":\"LOW_INCOME\",\"on\":\"2026-11-01\"," + evidence + "}"),
                Map.entry("POST /v1/holders/H/events", "{\"kind\":\"DEATH\",\"on\":\"2026-11-01\"," + evidence + "}"),
                Map.entry("POST /v1/cards", "{\"holderId\":H}"),
                Map.entry("GET /v1/cards/S", ""),
                Map.entry("POST /v1/cards/S/activation", seen + "}"),
                Map.entry("POST /v1/cards/S/recovery", seen + "}"),
                Map.entry("POST /v1/cards/S/replacement", seen + ",\"cause\":\"LOST\"}"),
                Map.entry("POST /v1/cards/S/cancellation", seen + ",\"reason\":\"本人退卡\"}"),
                Map.entry("POST /v1/cards/S/renewal", seen + ",\"expiresOn\":\"2027-11-23\"}"));
        String before = traces();
        return asked.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Reply reply = luohu.send(ask(entry.getKey(), entry.getValue()));
                    assertThat(reply.status()).as("%s", reply).isEqualTo(404);
                    assertThat(traces()).isEqualTo(before);
                }));
    }

    private static Ask ask(String what, String body) {
        String method = what.substring(0, what.indexOf(' '));
        String path = what.substring(what.indexOf(' ') + 1)
                .replace("/H", "/" + holder)
                .replace("/S", "/" + serial);
        if (body.isEmpty()) {
            return Ask.get(path);
        }
        return Ask.act(method, path, body.replace(":H", ":" + holder)).header("If-Match: \"1\"");
    }

    @Test
    void searchesDoNotFindThem() throws IOException {
        for (String text : new String[] {ELDER.document(), ELDER.name(), ELDER.phone()}) {
            String body = "{\"q\":\"" + text + "\"}";
            assertThat(luohu.send(200, Ask.post("/v1/holders/search", body))
                            .json()
                            .get("hits"))
                    .isEmpty();
            assertThat(futian.send(200, Ask.post("/v1/holders/search", body))
                            .json()
                            .get("hits"))
                    .hasSize(1);
        }
    }

    @Test
    void aLossIsReportedForAnybodyByTheWholeNumberAndNothingElseIsLearnt() throws IOException {
        long elder = futian.register(Elder.another());
        int card = futian.issue(elder);
        String number = new CardNumber(card).digits();
        JsonNode found = luohu.send(200, Ask.post("/v1/holders/search", "{\"q\":\"" + number + "\"}"))
                .json();
        assertThat(found.get("hits")).isEmpty();
        assertThat(found.get("elsewhere")).singleElement().satisfies(each -> {
            assertThat(each.fieldNames())
                    .toIterable()
                    .containsExactly("name", "servedBy", "serial", "card", "cardStatus");
            assertThat(each.get("serial").asInt()).isEqualTo(card);
            assertThat(each.get("servedBy").asText()).isEqualTo("FUTIAN");
        });
        String loss = "{\"seen\":\"ACTIVE\",\"by\":\"HOLDER\"}";
        JsonNode lost = luohu.send(200, Ask.act("POST", "/v1/cards/" + card + "/loss", loss))
                .json();
        assertThat(lost.fieldNames()).toIterable().containsExactly("serial", "number", "status", "since", "already");
        assertThat(lost.get("status").asText()).isEqualTo("LOST");
        luohu.send(404, Ask.act("POST", "/v1/cards/" + card + "/recovery", "{\"seen\":\"LOST\"}"));
        assertThat(futian.send(200, Ask.get("/v1/cards/" + card))
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("LOST");
    }

    @Test
    void aDayHasAnEndOfLossesAndSearchesForOtherDistricts() throws Exception {
        int card = futian.issue(futian.register(Elder.another()));
        Client bank = stand.client("yantian-bank", Role.COUNTER_SUPERVISOR, new Scope(District.YANTIAN, null));
        String search = "{\"q\":\"" + new CardNumber(card).digits() + "\"}";
        JsonNode found = bank.send(200, Ask.post("/v1/holders/search", search)).json();
        assertThat(found.get("elsewhere")).hasSize(1);
        assertThat(found.get("ownDistrictOnly").asBoolean()).isFalse();
        TestServers.ask(
                database,
                "INSERT INTO elsewhere_use SELECT actor, day, 'LOSS', 30 FROM elsewhere_use"
                        + " WHERE actor = 'client:yantian-bank' AND kind = 'LOOK'");
        Reply refused = bank.send(
                409, Ask.act("POST", "/v1/cards/" + card + "/loss", "{\"seen\":\"ACTIVE\",\"by\":\"HOLDER\"}"));
        assertThat(refused.code()).isEqualTo(40903);
        assertThat(refused.json().at("/refusals/0/reason").asText()).isEqualTo("ENOUGH_LOSSES_ELSEWHERE");
        TestServers.ask(database, "UPDATE elsewhere_use SET uses = 100 WHERE actor = 'client:yantian-bank'");
        JsonNode left = bank.send(200, Ask.post("/v1/holders/search", search)).json();
        assertThat(left.get("elsewhere")).isEmpty();
        assertThat(left.get("ownDistrictOnly").asBoolean()).isTrue();
    }

    @Test
    void aWrongReportOfLossForAnotherDistrictIsCountedAlthoughNothingIsStopped() throws Exception {
        int card = futian.issue(futian.register(Elder.another()));
        Client bank = stand.client("nanshan-bank", Role.COUNTER_SUPERVISOR, new Scope(District.NANSHAN, null));
        String loss = "/v1/cards/" + card + "/loss";
        for (int i = 0; i < 2; i++) {
            Reply refused = bank.send(
                    409,
                    Ask.post(loss, "{\"seen\":\"ISSUED\",\"by\":\"HOLDER\"}").key("wrong-loss"));
            assertThat(refused.json().at("/refusals/0/reason").asText()).isEqualTo("CHANGED_MEANWHILE");
            assertThat(TestServers.ask(
                            database,
                            "SELECT string_agg(kind || ' ' || uses, ', ') FROM elsewhere_use"
                                    + " WHERE actor = 'client:nanshan-bank'"))
                    .as("the same key again costs nothing")
                    .isEqualTo("LOSS 1");
        }
        assertThat(stand.ask(
                        "SELECT act FROM audit_log WHERE actor = 'client:nanshan-bank' AND subject = '" + card + "'"))
                .isEqualTo("CARD_LOSS_REFUSED");
    }

    @Test
    void theCardsOfTheDeadSayWhyTheyAreStopped() throws IOException {
        long elder = futian.register(Elder.another());
        int card = futian.issue(elder);
        String cards = "/v1/holders/" + elder + "/cards";
        assertThat(futian.send(200, Ask.get(cards))
                        .json()
                        .at("/cards/0/stoppedBecause")
                        .isNull())
                .isTrue();
        String death = "{\"kind\":\"DEATH\",\"on\":\"2026-11-01\",\"evidence\":\"死亡证明\"}";
        futian.send(200, Ask.act("POST", "/v1/holders/" + elder + "/events", death));
        for (JsonNode each : List.of(
                futian.send(200, Ask.get(cards)).json().at("/cards/0"),
                futian.send(200, Ask.get("/v1/cards/" + card)).json())) {
            assertThat(each.get("status").asText()).isEqualTo("ACTIVE");
            assertThat(each.get("stoppedBecause").asText()).isEqualTo("HOLDER_DECEASED");
        }
    }

    @Test
    void whoRegistersThemAgainLearnsTheDistrictAndNothingElse() throws IOException {
        Reply reply = luohu.send(409, Ask.act("/v1/holders", ELDER.in("LUOHU").json()));
        assertThat(reply.code()).isEqualTo(40905);
        assertThat(reply.json().get("servedBy").asText()).isEqualTo("FUTIAN");
        assertThat(reply.json().has("holderId")).isFalse();
    }

    @Test
    void aNamesakeOfAnotherDistrictIsANameAndADistrictAndALookOfTheDay() throws Exception {
        Elder theirs = Elder.another();
        long known = futian.register(theirs);
        Client bank = stand.client("longgang-bank", Role.COUNTER_SUPERVISOR, new Scope(District.LONGGANG, null));
        Elder namesake = theirs.namesake().in("LONGGANG");
        Reply alike = bank.send(409, Ask.act("/v1/holders", namesake.json()));
        assertThat(alike.code()).isEqualTo(40906);
        JsonNode met = alike.json().at("/holders/0");
        assertThat(met.fieldNames()).toIterable().containsExactly("holderId", "name", "district", "visible");
        assertThat(met.get("holderId").asLong()).isEqualTo(known);
        String used = "SELECT uses FROM elsewhere_use WHERE actor = 'client:longgang-bank' AND kind = 'LOOK'";
        assertThat(TestServers.ask(database, used)).isEqualTo("1");
        TestServers.ask(database, "UPDATE elsewhere_use SET uses = 100 WHERE actor = 'client:longgang-bank'");
        for (Elder any :
                List.of(namesake, theirs.in("LONGGANG"), Elder.another().in("LONGGANG"))) {
            Reply enough = bank.send(409, Ask.act("/v1/holders", any.json()));
            assertThat(enough.code()).isEqualTo(40903);
            assertThat(enough.json().at("/refusals/0/reason").asText()).isEqualTo("ENOUGH_ELSEWHERE");
        }
        TestServers.ask(database, "UPDATE elsewhere_use SET uses = 99 WHERE actor = 'client:longgang-bank'");
        bank.send(201, Ask.act("/v1/holders", namesake.json(",\"notTheSameAs\":[" + known + "]")));
    }

    @Test
    void nobodyIsRegisteredForAnotherDistrict() throws IOException {
        Reply reply = luohu.send(422, Ask.act("/v1/holders", Elder.another().json()));
        assertThat(reply.field()).isEqualTo("district");
        assertThat(reply.json().at("/refusals/0/reason").asText()).isEqualTo("OUT_OF_SCOPE");
    }

    @Test
    void theStockOfAnotherCounterIsNotTheirs() throws IOException {
        long own = luohu.register(Elder.another().in("LUOHU"));
        String body = "{\"holderId\":" + own + ",\"card\":{\"counter\":1}}";
        Reply reply = luohu.send(409, Ask.act("/v1/cards", body));
        assertThat(reply.json().at("/refusals/0/reason").asText()).isEqualTo("NOT_YOUR_COUNTER");
        assertThat(luohu.send(200, Ask.get("/v1/stock")).json().get("places"))
                .singleElement()
                .satisfies(place -> assertThat(place.get("counter").asInt()).isEqualTo(CounterStand.LUOHU));
    }

    private static String traces() throws SQLException {
        return stand.ask("SELECT (SELECT string_agg(p::text, ',') FROM holder_person p WHERE holder_id = " + holder
                + ") || (SELECT string_agg(c::text, ',') FROM card c WHERE holder_id = " + holder + ")"
                + " || (SELECT count(*) FROM audit_log WHERE actor = 'client:luohu-bank' AND subject_kind = 'HOLDER')");
    }
}
