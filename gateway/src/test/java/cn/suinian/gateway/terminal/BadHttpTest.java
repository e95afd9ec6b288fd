package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertProblem;
import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong before anybody looks at their content. */
@ExtendWith(PostgresExtension.class)
class BadHttpTest {
    private static final int MIB = 1 << 20;
    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterEach
    void isNeverOurFault() throws Exception {
        assertThat(stand.meters()
                        .get("suinian.problems")
                        .tag("code", "50001")
                        .counter()
                        .count())
                .isZero();
        assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo("0");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndTheConnectionLivesOn() throws IOException {
        byte[] body = " ".repeat(MIB).getBytes(ISO_8859_1);
        for (Request large : new Request[] {
            Request.post(SmallCity.CANTEEN, body),
            Request.post(SmallCity.CANTEEN, body).chunked()
        }) {
            try (Wire wire = stand.connect()) {
                assertProblem(wire.exchange(large), 413, 41301, "-");
                assertThat(wire.exchange(tap().lookUp()).code()).isEqualTo(40402);
            }
        }
    }

    @Test
    void sixteenKibibytesAreTheLimit() throws IOException {
        byte[] most = " ".repeat(16 * 1024).getBytes(ISO_8859_1);
        byte[] oneMore = " ".repeat(16 * 1024 + 1).getBytes(ISO_8859_1);
        assertRefused(stand, Request.post(SmallCity.CANTEEN, most), 400, 40001, "-");
        assertRefused(stand, Request.post(SmallCity.CANTEEN, oneMore), 413, 41301, "-");
        assertRefused(stand, Request.post(SmallCity.CANTEEN, oneMore).chunked(), 413, 41301, "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/json",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "application/problem+json",
                "application/json, text/plain",
                "application /json",
                "",
                ";"
            })
    void theContentTypeIsJson(String type) throws IOException {
        assertRefused(stand, tap().request().contentType(type), 415, 41501, "-");
    }

    @Test
    void aContentTypeIsRequired() throws IOException {
        assertRefused(stand, tap().request().withoutContentType(), 415, 41501, "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON", "application/json; charset=utf-8", "application/json ;x"
            })
    void aContentTypeMayHaveParameters(String type) throws IOException {
        assertRefused(stand, tap().without("tac").request().contentType(type), 400, 40002, "tac");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/taps, POST",
        "PUT, /v1/taps, POST",
        "DELETE, /v1/taps, POST",
        "PATCH, /v1/taps, POST",
        "OPTIONS, /v1/taps, POST",
        "TRACE, /v1/taps, POST",
        "BREW, /v1/taps, POST",
        "post, /v1/taps, POST",
        "POST, /v1/taps/99, GET",
        "DELETE, /v1/taps/99, GET",
        "PUT, /v1/taps/, GET"
    })
    void anotherMethodIsNotAllowed(String method, String target, String allowed) throws IOException {
        Request request = tap().request().method(method).target(target);
        Reply reply = assertRefused(stand, request, 405, 40501, "-");
        assertThat(reply.header("allow")).hasValue(allowed);
    }

    @Test
    void aHeadIsRefusedWithoutABodyAndTheConnectionLivesOn() throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(tap().lookUp().method("HEAD").bytes());
            assertThat(wire.read(false).status()).isEqualTo(405);
            assertThat(wire.exchange(tap().lookUp()).code()).isEqualTo(40402);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/tap",
                "/v2/taps",
                "/V1/TAPS",
                "/v1/taps/99/reversals",
                "/v1/taps/99/",
                "/v1//taps",
                "//v1/taps",
                "/v1/taps//99",
                "/v1/./taps",
                "/v1/x/../taps",
                "/v1/%74aps",
                "/v1%2ftaps",
                "/%2e/v1/taps",
                "/v1/taps;x=1",
                "/v1/taps%00",
                "/health/live",
                "/metrics",
                "*"
            })
    void thereIsNothingAtAnotherPath(String target) throws IOException {
        assertRefused(stand, tap().request().target(target), 404, 40401, "-");
    }

    @Test
    void dotsInThePlaceOfANumberAreNotAPath() throws IOException {
        assertRefused(stand, tap().lookUp().target("/v1/taps/%2e%2e?date=2026-11-23"), 400, 40004, "terminalSeq");
        assertRefused(stand, tap().lookUp().target("/v1/taps/..?date=2026-11-23"), 400, 40004, "terminalSeq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET /v1/taps\r\n\r\n",
                "GET /v1/keys HTTP/1.2\r\nHost: a\r\n\r\n",
                "GET /v1/keys HTtP/1.1\r\nHost: a\r\n\r\n",
                "GET /v1/keys HTTP/2.0\r\nHost: a\r\n\r\n",
                "POST /v1/taps HTTP/3.0\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}GET /v1/keys HTTP/1.1\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "POST /v1/taps HTTP/1.1\r\nno colon\r\n\r\n",
                "POST /v1/taps HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/taps HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /v1/taps HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST /v1/taps HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/taps HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n",
                "POST /v1/taps HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/taps HTTP/1.1\r\nHost: a\r\nbad name: x\r\n\r\n",
                "\u0000\u0001garbage\u00ff\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003hello\r\n\r\n"
            })
    void whatIsNotHttpIsRefusedAndTheConnectionClosed(String bytes) throws IOException {
        try (Wire wire = stand.connect()) {
            assertProblem(wire.exchange(bytes.getBytes(ISO_8859_1)), 400, 40000, "-");
            assertThat(wire.closedByPeer()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"40, 404", "41, 400"})
    void fortyHeadersAreEnough(int headers, int status) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(("GET / HTTP/1.1\r\n" + "a:\r\n".repeat(headers) + "\r\n").getBytes(ISO_8859_1));
            assertThat(wire.read(true).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"2000, 404", "2100, 400"})
    void twoKibibytesOfHeadersAreEnough(int bytes, int status) throws IOException {
        try (Wire wire = stand.connect()) {
            wire.send(("GET / HTTP/1.1\r\na: " + "x".repeat(bytes) + "\r\n\r\n").getBytes(ISO_8859_1));
            assertThat(wire.read(true).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "ffffffffffffffffff\r\n", "-1\r\n", "1\r\nxx\r\n", "0\r\nbad trailer\r\n\r\n"})
    void brokenChunksEndTheConnection(String chunks) throws IOException {
        String head = "POST /v1/taps HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (Wire wire = stand.connect()) {
            wire.send((head + chunks).getBytes(ISO_8859_1));
            assertThat(wire.closedByPeer()).isTrue();
        }
    }

    @Test
    void aHeadThatIsTooLargeIsRefusedAndTheConnectionClosed() throws IOException {
        Request[] large = {
            tap().request().header("X-Padding: " + "x".repeat(9_000)),
            tap().request().target("/v1/taps?" + "x".repeat(5_000))
        };
        for (Request request : large) {
            try (Wire wire = stand.connect()) {
                assertProblem(wire.exchange(request), 400, 40000, "-");
                assertThat(wire.closedByPeer()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 300, 420})
    void whoHangsUpInTheMiddleIsNobodysFault(int bytes) throws IOException {
        byte[] request = tap().request().bytes();
        try (Wire wire = stand.connect()) {
            wire.send(Arrays.copyOf(request, Math.min(bytes, request.length - 1)));
        }
        assertThat(stand.send(tap().lookUp()).code()).isEqualTo(40402);
    }

    private static TapJson tap() {
        return TapJson.meal(SmallCity.VECTOR_CARD, 99);
    }
}
