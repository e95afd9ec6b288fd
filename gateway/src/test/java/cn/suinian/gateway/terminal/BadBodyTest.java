package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proven terminal sends a body that is wrong: the code and the field say what, and nothing is stored. */
@ExtendWith(PostgresExtension.class)
class BadBodyTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"terminalSeq", "service", "cardNo", "cardCounter", "amount", "tappedAt", "tac"})
    void everyFieldIsRequired(String field) throws IOException {
        assertRefused(stand, tap().without(field).request(), 400, 40002, field);
        assertRefused(stand, tap().with(field, "null").request(), 400, 40004, field);
    }

    @Test
    void aTransitTapSaysItsDirection() throws IOException {
        String[] contexts = {"{}", "{\"line\":\"1\"}"};
        for (String context : contexts) {
            assertRefused(stand, ride().with("context", context).request(), 400, 40002, "context.direction");
        }
        assertRefused(stand, ride().without("context").request(), 400, 40002, "context.direction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            terminalSeq | "1" | 40004
            terminalSeq | 1.5 | 40004
            terminalSeq | 1e30 | 40004
            terminalSeq | true | 40004
            terminalSeq | [1] | 40004
            terminalSeq | {} | 40004
            terminalSeq | 0 | 40005
            terminalSeq | -1 | 40005
            terminalSeq | 4294967296 | 40005
            terminalSeq | 18446744073709551617 | 40005
            cardCounter | "1" | 40004
            cardCounter | 0.5 | 40004
            cardCounter | -1 | 40005
            cardCounter | 0 | 40005
            cardCounter | 4294967296 | 40005
            amount | "1800" | 40004
            amount | 18.00 | 40004
            amount | 1e3 | 40004
            amount | -1 | 40005
            amount | 1000001 | 40005
            amount | 4294967296 | 40005
            amount | 9223372036854775808 | 40005
            denylistVersion | "1" | 40004
            denylistVersion | -1 | 40005
            denylistVersion | 9007199254740993 | 40005
            service | 2 | 40004
            service | "meal" | 40004
            service | "LUNCH" | 40004
            service | "" | 40004
            cardNo | 3104870460123456782 | 40004
            cardNo | "310487046012345678" | 40004
            cardNo | "31048704601234567820" | 40004
            cardNo | "3104870460123456783" | 40004
            cardNo | "310487046012345678x" | 40004
            cardNo | "３１０４８７０４６０１２３４５６７８２" | 40004
            cardNo | " 310487046012345678" | 40004
            tac | 1234567890123456 | 40004
            tac | "ede267b18c3cb57" | 40004
            tac | "ede267b18c3cb57cc" | 40004
            tac | "EDE267B18C3CB57C" | 40004
            tac | "0xede267b18c3cb5" | 40004
            context | null | 40004
            context | [] | 40004
            context | "BOARD" | 40004
            """)
    void aFieldHasItsTypeAndItsRange(String field, String json, int code) throws IOException {
        assertRefused(stand, tap().with(field, json).request(), 400, code, field);
    }

    @Test
    void anEntryCostsNothingBecauseTheFareComesWithTheExit() throws IOException {
        TapJson entry = ride().with("context", "{\"direction\":\"ENTRY\"}").with("amount", "200");
        assertRefused(stand, entry.request(), 400, 40005, "amount");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            direction | null | 40004
            direction | 1 | 40004
            direction | "board" | 40004
            direction | "SIDEWAYS" | 40004
            line | 11 | 40004
            line | "123456789012345678901234567890123" | 40004
            station | ["x"] | 40004
            station | "a\\u0000b" | 40004
            station | "a\\nb" | 40004
            station | "a\\u007fb" | 40004
            station | "a\\u0085b" | 40004
            station | "\\ud800" | 40004
            station | "\\udc00\\ud800" | 40004
            vehicle | false | 40004
            vehicle | "123456789012345678901234567890123" | 40004
            colour | "red" | 40003
            amount | 1 | 40003
            """)
    void theContextIsReadAsStrictly(String field, String json, int code) throws IOException {
        TapJson ride = ride().with("context", "{\"direction\":\"BOARD\",\"" + field + "\":" + json + "}");
        if (field.equals("direction")) {
            ride.with("context", "{\"direction\":" + json + "}");
        }
        assertRefused(stand, ride.request(), 400, code, "context." + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-23 12:15:30+08:00\"",
                "\"2026-11-23T12:15:30\"",
                "\"2026-11-23T12:15:30.5+08:00\"",
                "\"2026-11-23T12:15:30.000000001Z\"",
                "\"2026-11-23T12:15:30+0800\"",
                "\"2026-W48-1T12:15:30Z\"",
                "\"20261123T121530Z\"",
                "\"now\"",
                "\"\"",
                "1795407330",
                "\"2026-11-23T12:15:30+08:00[Asia/Shanghai]\""
            })
    void aTimeIsWrittenAsInRfc3339AndInWholeSeconds(String json) throws IOException {
        assertRefused(stand, tap().with("tappedAt", json).request(), 400, 40004, "tappedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T12:00:00+08:00",
                "2026-13-01T12:00:00+08:00",
                "2026-11-23T24:00:00+08:00",
                "2026-11-23T12:15:60+08:00",
                "2026-11-23T12:15:30+19:00",
                "1999-12-31T23:59:59+08:00",
                "1999-12-31T15:59:59Z",
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59+08:00",
                "+99999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00"
            })
    void aTimeThatNoCalendarHasOrOfAnotherMillenniumIsOutOfRange(String moment) throws IOException {
        assertRefused(stand, tap().with("tappedAt", '"' + moment + '"').request(), 400, 40005, "tappedAt");
    }

    @Test
    void aTapInTheFutureIsRefusedBeyondTheTolerance() throws IOException {
        assertRefused(stand, tap().at(SmallCity.NOW.plusSeconds(301)).request(), 422, 42201, "tappedAt");
        assertRefused(stand, tap().at(SmallCity.NOW.plusYears(900)).request(), 422, 42201, "tappedAt");
    }

    @Test
    void aFieldGivenTwiceIsNamed() throws IOException {
        TapJson tap = ride();
        for (var field : tap.fields().entrySet()) {
            String twice = tap.text().replaceFirst("}$", ",\"" + field.getKey() + "\":" + field.getValue() + "}");
            assertRefused(stand, Request.post(SmallCity.BUS, twice), 400, 40006, field.getKey());
        }
        String inner = "{\"direction\":\"BOARD\",\"direction\":\"BOARD\"}";
        assertRefused(stand, ride().with("context", inner).request(), 400, 40006, "context.direction");
    }

    @Test
    void anUnknownFieldIsNamedUnlessItsNameIsItselfWrong() throws IOException {
        assertRefused(stand, tap().with("tip", "100").request(), 400, 40003, "tip");
        assertRefused(stand, tap().with("Amount", "100").request(), 400, 40003, "Amount");
        assertRefused(stand, tap().with("", "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with("a\\u0000b", "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with("n".repeat(500), "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with("n".repeat(33), "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with("<b>", "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with("卡号", "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with(SmallCity.VECTOR_CARD, "1").request(), 400, 40003, "?");
        assertRefused(stand, tap().with("context", "{\"\\u0001\":1}").request(), 400, 40003, "context.?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "17",
                "\"tap\"",
                "[]",
                "[{}]",
                "not json",
                "{",
                "{\"terminalSeq\"",
                "{\"terminalSeq\":",
                "{\"terminalSeq\":1",
                "{\"terminalSeq\":1,",
                "{\"terminalSeq\":1,}",
                "{\"terminalSeq\":01}",
                "{\"terminalSeq\":+1}",
                "{\"terminalSeq\":NaN}",
                "{'terminalSeq':1}",
                "{terminalSeq:1}",
                "{\"service\":\"ME",
                "{\"service\":\"ME\tAL\"}",
                "{\"service\":\"\\x41\"}",
                "{\"service\":\"\\u00g0\"}",
                "/* c */{}",
                "{\"terminalSeq\":1;}",
                "{\"colour\":1,",
                "{\"colour\":1}{}",
                "{\"amount\":\"1\",",
                "{\"amount\":-1,\"tac\":}",
                "{\"context\":{\"colour\":1",
                "{\"cardCounter\":0}]",
                "{}{}"
            })
    void whatIsNotOneJsonObjectIsNotJson(String body) throws IOException {
        assertRefused(stand, Request.post(SmallCity.CANTEEN, body), 400, 40001, "-");
    }

    @Test
    void anEmptyObjectLacksItsFirstField() throws IOException {
        assertRefused(stand, Request.post(SmallCity.CANTEEN, "{}"), 400, 40002, "service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", ",", "}", "\u0000", "null", "//"})
    void nothingMayFollowTheObject(String rest) throws IOException {
        assertRefused(stand, Request.post(SmallCity.CANTEEN, tap().text() + rest), 400, 40001, "-");
    }

    @Test
    void deepNestingIsRefusedCheaply() throws IOException {
        assertRefused(stand, Request.post(SmallCity.CANTEEN, "[".repeat(5_000)), 400, 40001, "-");
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertRefused(stand, tap().with("tip", deep).request(), 400, 40001, "-");
        assertRefused(stand, tap().with("amount", deep).request(), 400, 40001, "-");
        assertRefused(stand, tap().with("amount", "[[[1]]]").request(), 400, 40004, "amount");
        String nested = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
        assertRefused(stand, ride().with("context", nested).request(), 400, 40001, "-");
        assertRefused(stand, ride().with("context", "{\"a\":{\"b\":1}}").request(), 400, 40003, "context.a");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefusedCheaply() throws IOException {
        assertRefused(stand, tap().with("amount", "9".repeat(900)).request(), 400, 40005, "amount");
        assertRefused(stand, tap().with("amount", "9".repeat(15_000)).request(), 400, 40005, "amount");
        assertRefused(stand, tap().with("amount", "1e" + "9".repeat(900)).request(), 400, 40004, "amount");
    }

    @Test
    void onlyUtf8IsReadAndWithoutAByteOrderMark() throws IOException {
        String good = tap().text();
        assertRefused(stand, Request.post(SmallCity.CANTEEN, "\ufeff" + good), 400, 40001, "-");
        assertRefused(stand, Request.post(SmallCity.CANTEEN, good.getBytes(UTF_16BE)), 400, 40001, "-");
        assertRefused(stand, Request.post(SmallCity.CANTEEN, good.getBytes(UTF_16LE)), 400, 40001, "-");
        assertRefused(stand, Request.post(SmallCity.CANTEEN, (" " + good).getBytes(UTF_16LE)), 400, 40001, "-");
        byte[][] broken = {
            {(byte) 0x80},
            {(byte) 0xc3},
            {(byte) 0xe7, (byte) 0xa6},
            {(byte) 0xff},
            {(byte) 0xf8, -120, -128, -128, -128}
        };
        for (byte[] bytes : broken) {
            assertRefused(stand, Request.post(SmallCity.BUS, station(bytes)), 400, 40001, "-");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eda080", "c080", "c1a5", "e08080", "f0808080", "f4908080"})
    void bytesThatOnlyLookLikeUtf8AreRefused(String bytes) throws IOException {
        byte[] body = station(HexFormat.of().parseHex(bytes));
        assertRefused(stand, Request.post(SmallCity.BUS, body), 400, 40001, "-");
    }

    private static TapJson tap() {
        return TapJson.meal(SmallCity.VECTOR_CARD, 99);
    }

    private static TapJson ride() {
        return TapJson.bus(SmallCity.VECTOR_CARD, 99);
    }

    private static byte[] station(byte[] bytes) {
        String marked = ride().with("context", "{\"station\":\"#\",\"direction\":\"BOARD\"}")
                .text();
        int mark = marked.indexOf('#');
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(marked.substring(0, mark).getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(marked.substring(mark + 1).getBytes(ISO_8859_1));
        return body.toByteArray();
    }
}
