package cn.suinian.gateway.counter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong: each is refused with its field, and none is a fault of ours. */
@ExtendWith(PostgresExtension.class)
class BadBodyTest {
    private static CounterStand stand;
    private static Client bank;

    @BeforeAll
    static void start(Database database) throws SQLException {
        stand = new CounterStand(database);
        bank = stand.supervisor();
    }

    @AfterEach
    void isNeverOurFault() throws SQLException {
        assertThat(stand.meters()
                        .find("suinian.counter.answers")
                        .tag("status", "500")
                        .counters())
                .isEmpty();
        assertThat(stand.ask("SELECT count(*) FROM holder")).isEqualTo("0");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"试登记\"|\"name\":null|40004|name",
                "\"name\":\"试登记\"|\"name\":7|40004|name",
                "\"name\":\"试登记\"|\"name\":[\"试登记\"]|40004|name",
                "\"name\":\"试登记\"|\"name\":{\"a\":1}|40004|name",
                "\"name\":\"试登记\"|\"name\":\"a\\u0000b\"|40004|name",
                "\"name\":\"试登记\"|\"name\":\"a\\ud800b\"|40004|name",
                "\"name\":\"试登记\"|\"naem\":\"试登记\"|40002|name",
                "\"name\":\"试登记\"|\"name\":\"试登记\",\"name\":\"试登记\"|40006|name",
                "\"name\":\"试登记\"|\"name\":\"试登记\",\"colour\":1|40003|colour",
                "\"name\":\"试登记\"|\"name\":\"试登记\",\"<script>\":1|40003|?",
                "\"documents\":[|\"documents\":{},\"x\":[|40004|documents",
                "\"documents\":[|\"documents\":[7,|40004|documents[0]",
                "\"documents\":[|\"documents\":[[[[[[[]]]]]],|40004|documents[0]",
                "\"kind\":\"RESIDENT_CARD\"|\"kind\":\"PASSPORT\"|40004|documents[0].kind",
                "\"kind\":\"RESIDENT_CARD\"|\"kind\":\"RESIDENT_CARD\",\"x\":1|40003|documents[0].x",
                "\"district\":\"FUTIAN\"|\"district\":\"futian\"|40004|district",
                "\"district\":\"FUTIAN\"|\"sex\":\"FEMALE\"|40002|district",
                "\"hukouSince\":\"2000-01-01\"|\"hukouSince\":\"2000-1-1\"|40004|hukouSince",
                "\"hukouSince\":\"2000-01-01\"|\"hukouSince\":\"2001-02-29\"|40005|hukouSince",
                "\"hukouSince\":\"2000-01-01\"|\"hukouSince\":\"0001-01-01\"|40005|hukouSince",
                "\"hukouSince\":\"2000-01-01\"|\"notTheSameAs\":[\"1\"]|40004|notTheSameAs[0]",
                "\"hukouSince\":\"2000-01-01\"|\"notTheSameAs\":[1.5]|40004|notTheSameAs[0]",
                "\"hukouSince\":\"2000-01-01\"|\"notTheSameAs\":[0]|40005|notTheSameAs[0]",
                "\"hukouSince\":\"2000-01-01\"|\"notTheSameAs\":[99999999999999999999]|40005|notTheSameAs[0]",
                "\"hukouSince\":\"2000-01-01\"|\"categories\":[{\"category\":\"X\"}]|40004|categories[0].category"
            })
    void whatCannotBeReadIsRefusedByItsField(String part, String instead, int code, String field) throws IOException {
        String good = Elder.another().named("试登记").json();
        assertThat(good).contains(part);
        Reply reply = bank.send(Ask.act("/v1/holders", good.replace(part, instead)));
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"试登记\"|\"name\":\"<script>alert(1)</script>\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"{{7*7}}\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"' OR 1=1 --\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"=cmd+' /C calc'!A0\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"../../etc/passwd\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"%00\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"😀😀\"|name|NAME_WRONG",
                "\"name\":\"试登记\"|\"name\":\"\"|name|NAME_WRONG",
                "\"phone\":|\"phone\":\"1\",\"x\":|x|-",
                "\"consentVersion\":\"2026-01\"|\"consentVersion\":\"\"|consentVersion|CONSENT_MISSING",
                "\"consentVersion\":\"2026-01\"|\"consentVersion\":\"any text\"|consentVersion|CONSENT_UNKNOWN",
                "\"hukouSince\":\"2000-01-01\"|\"hukouSince\":\"2999-01-01\"|hukouSince|DATE_TOO_LATE",
                "\"hukouEvidence\":\"户口簿\"|\"hukouEvidence\":\"x\"|hukouEvidence|EVIDENCE_MISSING",
                "\"number\":\"44|\"number\":\"99|documents[0].number|DOCUMENT_AREA"
            })
    void whatIsNotInOrderIsRefusedByItsRule(String part, String instead, String field, String reason)
            throws IOException {
        String good = Elder.another().named("试登记").json();
        assertThat(good).contains(part);
        Reply reply = bank.send(Ask.act("/v1/holders", good.replace(part, instead)));
        assertThat(reply.field()).as("%s", reply).isEqualTo(field);
        if (!reason.equals("-")) {
            assertThat(reply.code()).isEqualTo(42204);
            assertThat(reply.json().at("/refusals/0/reason").asText()).isEqualTo(reason);
        }
    }

    @Test
    void everythingThatIsNotInOrderIsSaidAtOnce() throws IOException {
        String body =
                Elder.another().named("1").json().replace("\"2026-01\"", "\"\"").replace("138", "no");
        Reply reply = bank.send(422, Ask.act("/v1/holders", body));
        assertThat(reply.json().findValuesAsText("reason")).contains("NAME_WRONG", "PHONE_WRONG", "CONSENT_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "7", "null", "\"a\"", "{}{}", "{} x", "{'a':1}", "{\"a\":01}", "nan"})
    void whatIsNotAnObjectIsNotJson(String body) throws IOException {
        assertThat(bank.send(Ask.act("/v1/cards", body)).code()).isEqualTo(40001);
    }

    @Test
    void theTextIsUtf8() throws IOException {
        for (Charset charset : List.of(ISO_8859_1, java.nio.charset.StandardCharsets.UTF_16)) {
            byte[] body = "{\"q\":\"é\"}".getBytes(charset);
            Ask ask = Ask.post("/v1/holders/search", "").body(body);
            assertThat(bank.send(ask).code()).isEqualTo(40001);
        }
    }

    @Test
    void aDeepOneIsNoTrouble() throws IOException {
        String deep = "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}";
        assertThat(bank.send(Ask.act("/v1/cards", deep)).field()).isEqualTo("holderId");
        String deeper = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(bank.send(Ask.act("/v1/cards", deeper)).code()).isEqualTo(40001);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/holders/0x1,id",
        "/v1/holders/-1,id",
        "/v1/holders/99999999999999999999,id",
        "/v1/holders/%2e%2e,id",
        "/v1/holders/1%00,id",
        "/v1/cards/100000000,serial",
        "/v1/cards/3104870460300000017,serial",
        "/v1/cards/due?limit=x,limit",
        "/v1/cards/due?limit=201,limit",
        "/v1/cards/due?after=yesterday,after",
        "/v1/cards/due?after=2026-13-45.1,after",
        "/v1/stock?x=1,x"
    })
    void anAddressIsReadAsStrictly(String target, String field) throws IOException {
        Reply reply = bank.send(400, Ask.get(target));
        assertThat(reply.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "W/\"7\"", "*", "\"7\", \"8\"", "\"x\"", "\"\"", "\"99999999999\""})
    void ifMatchIsOneVersion(String tag) throws IOException {
        Ask ask = Ask.act("PATCH", "/v1/holders/1", "{\"reason\":\"本人更换手机\"}").header("If-Match: " + tag);
        Reply reply = bank.send(400, ask);
        assertThat(reply.field()).isEqualTo("If-Match");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/v1/holders/1,'GET, PATCH'",
        "HEAD,/v1/stock,GET",
        "OPTIONS,/v1/cards,POST",
        "DELETE,/v1/cards/1,GET",
        "GET,/v1/holders,POST"
    })
    void anotherMethodIsNotAllowed(String method, String target, String allowed) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(Ask.of(method, target).bytes());
            Reply reply = wire.read(!method.equals("HEAD"));
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("allow")).hasValue(allowed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void whoeverSaysTwoLengthsIsRefusedAndTheConnectionClosed(String version) throws IOException {
        String head = "POST /v1/oauth/token " + version + "\r\nHost: a\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        try (Wire wire = stand.connect()) {
            assertThat(wire.exchange(head.getBytes(ISO_8859_1)).code()).isEqualTo(40000);
            assertThat(wire.closedByPeer()).isTrue();
        }
    }

    @Test
    void spoiltBytesAreRefused() throws IOException {
        Random random = new Random(7);
        byte[] good = "{\"holderId\":999,\"activate\":true,\"card\":{\"counter\":1}}".getBytes(UTF_8);
        try (Wire wire = stand.connect()) {
            for (int i = 0; i < 200; i++) {
                byte[] spoilt = good.clone();
                for (int j = 0; j <= random.nextInt(3); j++) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
                }
                Ask ask = Ask.act("/v1/cards", "").body(spoilt).token(bank.token());
                Reply reply = CounterStand.checked(ask, wire.exchange(ask.bytes()));
                assertThat(reply.status()).as("%s", reply).isBetween(400, 499);
            }
        }
    }
}
