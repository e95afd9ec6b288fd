package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertProblem;
import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not prove itself, or not in time, gets 401 and changes nothing. */
@ExtendWith(PostgresExtension.class)
class BadAuthorizationTest {
    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterEach
    void nothingWasStored() throws SQLException {
        assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo("0");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    static Stream<Named<UnaryOperator<String>>> malformed() {
        return Stream.of(
                spoilt("missing", good -> ""),
                spoilt("another scheme", good -> good.replace("HMAC-SM3", "HMAC-SHA256")),
                spoilt("scheme in lower case", good -> good.replace("HMAC-SM3", "hmac-sm3")),
                spoilt("scheme alone", good -> "HMAC-SM3"),
                spoilt("no terminal", good -> good.replaceFirst("terminal=\"[0-9]+\", ", "")),
                spoilt("no key", good -> good.replace("key=1, ", "")),
                spoilt("no sent", good -> good.replaceFirst("sent=\"[^\"]+\", ", "")),
                spoilt("no mac", good -> good.replaceFirst(", mac=.*", "")),
                spoilt("key twice", good -> good + ", key=1"),
                spoilt("one more", good -> good + ", nonce=\"1\""),
                spoilt("terminal of 11 digits", good -> good.replace("440300010007", "44030001000")),
                spoilt("terminal in letters", good -> good.replace("440300010007", "44030001000x")),
                spoilt("key 0", good -> good.replace("key=1", "key=0")),
                spoilt("key of ten digits", good -> good.replace("key=1", "key=4294967297")),
                spoilt("key -1", good -> good.replace("key=1", "key=-1")),
                spoilt("mac in upper case", good -> good.replaceFirst("mac=.*", "mac=\"" + "A".repeat(64) + "\"")),
                spoilt("mac too short", good -> good.replaceFirst(".\"$", "\"")),
                spoilt("mac of a thousand digits more", good -> good.replaceFirst("\"$", "0".repeat(1_500) + "\"")),
                spoilt("quote never closed", good -> good.replaceFirst("\"$", "")),
                spoilt("escaped quote", good -> good.replace("sent=\"", "sent=\"\\\"")),
                spoilt("no comma", good -> good.replace(",", "")),
                spoilt("semicolons", good -> good.replace(",", ";")),
                spoilt("empty members", good -> good.replace(",", ",,")),
                spoilt("two thousand commas, nearly", good -> "HMAC-SM3 " + ",".repeat(1_900)));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedHeaderIsRefused(UnaryOperator<String> spoil) throws IOException {
        Request request = tap().request();
        Reply reply = stand.send(tap().request().authorization(spoil.apply(request.authorization())));
        assertProblem(reply, 401, 40101, "Authorization");
        assertThat(reply.header("suinian-mac")).isEmpty();
    }

    @Test
    void aControlCharacterInAHeaderIsNotHttp() throws IOException {
        String good = tap().request().authorization();
        Request request = tap().request().authorization(good.replace("sent=\"2026", "sent=\"\u00072026"));
        assertThat(assertRefused(stand, request, 400, 40000, "-").header("suinian-mac"))
                .isEmpty();
    }

    @Test
    void twoHeadersAreOneTooMany() throws IOException {
        Request request = tap().request();
        request.header("Authorization: " + request.authorization());
        assertRefused(stand, request, 401, 40101, "Authorization");
    }

    @Test
    void aStrangerIsRefused() throws IOException {
        Request request = Request.post(SmallCity.STRANGER, tap().text());
        assertThat(assertRefused(stand, request, 401, 40102, "-").header("suinian-mac"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "9999"})
    void aKeyVersionThatDoesNotExistIsRefused(String version) throws IOException {
        Request request = tap().request();
        request.authorization(request.authorization().replace("key=1", "key=" + version));
        assertRefused(stand, request, 401, 40103, "-");
    }

    @Test
    void theMacCoversEverything() throws IOException {
        TapJson tap = tap();
        Request[] changed = {
            tap.request().sealed().body(tap.text().replace("1800", "1801").getBytes(UTF_8)),
            tap.request().sealed().body((tap.text() + "\n").getBytes(UTF_8)),
            tap.request().sealed().body(new byte[0]),
            tap.request().sealed().target("/v1/taps?x"),
            tap.request().sealed().sent("2026-11-23T12:15:31+08:00"),
            tap.request().sealed().sent("2026-11-23T04:15:30Z"),
            tap.lookUp().sealed().target(tap().seq(98).lookUp().target()),
        };
        for (Request request : changed) {
            assertThat(assertRefused(stand, request, 401, 40104, "-").header("suinian-mac"))
                    .isEmpty();
        }
    }

    @Test
    void theMacCoversTheMethod() throws IOException {
        Request get = TapJson.meal(SmallCity.VECTOR_CARD, 99).lookUp();
        Request signedAsPut = TapJson.meal(SmallCity.VECTOR_CARD, 99).lookUp().method("PUT");
        assertRefused(
                stand, get.authorization(get.authorization().replace(get.mac(), signedAsPut.mac())), 401, 40104, "-");
    }

    @Test
    void anotherTerminalsMacIsNoProof() throws IOException {
        Request request = tap().request();
        String authorization = request.authorization().replace("440300010007", "440300000001");
        assertRefused(stand, request.authorization(authorization), 401, 40104, "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T12:10:29+08:00",
                "2026-11-23T12:20:31+08:00",
                "2026-11-23T04:10:29Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00"
            })
    void aClockThatIsWrongIsToldTheTimeWithProof(String sent) throws IOException {
        Request request = tap().request().sent(sent);
        Reply reply = assertRefused(stand, request, 401, 40105, "sent");
        assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
        assertThat(reply.header("date")).hasValue("Mon, 23 Nov 2026 04:15:30 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "2026-11-23", "1795407330", "2026-11-23T12:15:30", "Mon, 23 Nov 2026 04:15:30 GMT"})
    void sentIsATimeAsInRfc3339(String sent) throws IOException {
        assertRefused(stand, tap().request().sent(sent), 401, 40101, "sent");
    }

    private static TapJson tap() {
        return TapJson.meal(SmallCity.VECTOR_CARD, 99);
    }

    private static Named<UnaryOperator<String>> spoilt(String how, UnaryOperator<String> spoil) {
        return Named.of(how, spoil);
    }
}
