package cn.suinian.gateway.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.http.EntityTags;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.http.body.JsonBody;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.terminal.body.AttestationBody;
import cn.suinian.gateway.terminal.body.BatchBodyParser;
import cn.suinian.gateway.terminal.body.BatchBodyParser.Item;
import cn.suinian.gateway.terminal.body.FieldValues;
import cn.suinian.gateway.terminal.body.ReportBody;
import cn.suinian.gateway.terminal.body.TapBodyParser;
import cn.suinian.gateway.terminal.call.ReversalCall;
import cn.suinian.gateway.terminal.gate.Credential;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come, a parser reads them or refuses them with a well-formed problem, and what it reads is what
 * another
 * reader of JSON finds there. The suite runs the seeds and what is kept under resources; docs/operations.md, "Fuzzing",
 * has the command that looks for more.
 */
class ParsersFuzzTest {
    private static final JsonMapper SECOND_READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        SECOND_READER
                .getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build());
    }

    @MethodSource("taps")
    @FuzzTest(maxDuration = "10m")
    void aTap(byte[] body) {
        readOrRefused(body, TapBodyParser::parse).ifPresent(tap -> {
            JsonNode second = secondReader(body);
            assertThat(tap.terminalSeq()).isEqualTo(second.get("terminalSeq").longValue());
            assertThat(tap.service().name()).isEqualTo(second.get("service").textValue());
            assertThat(tap.cardCounter()).isEqualTo(second.get("cardCounter").longValue());
            assertThat(tap.amountFen()).isEqualTo(second.get("amount").intValue());
            assertThat(tap.context().station())
                    .isEqualTo(second.path("context").path("station").textValue());
            assertThat(String.format("%016x", tap.tac()))
                    .isEqualTo(second.get("tac").textValue());
        });
    }

    @MethodSource("batches")
    @FuzzTest(maxDuration = "10m")
    void aBatch(byte[] body) {
        readOrRefused(body, BatchBodyParser::parse).ifPresent(items -> {
            assertThat(items).hasSizeBetween(1, 1_000);
            for (Item item : items) {
                assertThat(item.tap() == null).isNotEqualTo(item.refused() == null);
                Optional.ofNullable(item.refused()).ifPresent(ParsersFuzzTest::assertWellFormed);
            }
        });
    }

    @MethodSource("reports")
    @FuzzTest(maxDuration = "10m")
    void aReportOrReversalOrAttestation(byte[] body) {
        readOrRefused(body, ReportBody::parse);
        readOrRefused(body, ReversalCall::parse);
        readOrRefused(body, bytes -> JsonBody.read(bytes, AttestationBody::read));
    }

    @MethodSource("headers")
    @FuzzTest(maxDuration = "10m")
    void aHeader(byte[] header) {
        String text = new String(header, ISO_8859_1);
        readOrRefused(text, value -> Credential.parse(List.of(value))).ifPresent(credential -> {
            assertThat(credential.macHex()).matches("[0-9a-f]{64}");
            assertThat(text).contains(credential.sent(), credential.macHex(), "HMAC-SM3");
        });
        if (EntityTags.name(List.of(text), "\"never\"") && !text.strip().equals("*")) {
            assertThat(text).contains("\"never\"");
        }
    }

    @MethodSource("values")
    @FuzzTest(maxDuration = "10m")
    void aValue(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        readOrRefused(text, value -> FieldValues.wholeSecond("at", value))
                .ifPresent(moment -> readOrRefused(text, any -> FieldValues.inShanghai("at", moment)));
        readOrRefused(text, value -> FieldValues.date("date", value));
        readOrRefused(text, value -> FieldValues.sequence("terminalSeq", value));
        readOrRefused(text, value -> FieldValues.version("since", value));
        readOrRefused(text, value -> FieldValues.tac("tac", value));
        readOrRefused(text, value -> FieldValues.card("cardNo", value))
                .ifPresent(
                        card -> card.ifPresent(ours -> assertThat(ours.digits()).isEqualTo(text)));
    }

    static Stream<byte[]> taps() {
        TapJson tap = TapJson.meal(SmallCity.VECTOR_CARD, 99);
        return bytes(
                tap.text(),
                TapJson.gate(SmallCity.VECTOR_CARD, 1, "EXIT", 500)
                        .with(
                                "context",
                                "{\"line\":\"1\",\"station\":\"\u798f\u7530\",\"direction\":\"EXIT\",\"vehicle\":\"\"}")
                        .with("denylistVersion", "9007199254740992")
                        .text(),
                tap.with("amount", "1e999").text(),
                tap.with("tac", "\"\\ud800\"").text(),
                "[".repeat(10_000),
                "");
    }

    static Stream<byte[]> batches() {
        TapJson tap = TapJson.meal(SmallCity.VECTOR_CARD, 99);
        return bytes(
                new String(BatchJson.of(tap, tap).bytes(), UTF_8).replaceFirst("(?s).*\r\n\r\n", ""),
                "{\"taps\":[{\"tac\":[[{}]],\"a\":{}},7,null,\"x\",{}]}",
                "{\"taps\":[]}",
                "{\"taps\":[{\"context\":{\"a\":[{\"b\":[");
    }

    static Stream<byte[]> reports() {
        return bytes(
                "{\"software\":\"gate 4.2\",\"denylistVersion\":7,\"storedTaps\":0}",
                "{\"date\":\"2026-11-23\",\"cardNo\":\"3104870460123456782\",\"reason\":\"TILL_ERROR\"}",
                "{\"cardNo\":\"3104870460123456782\",\"kind\":\"HEALTH_CODE\",\"validFrom\":\"2026-11-23T00:00:00Z\","
                        + "\"validUntil\":\"2026-11-24T00:00:00Z\",\"source\":\"authority\","
                        + "\"statedAt\":\"2026-11-23T00:00:00Z\"}");
    }

    static Stream<byte[]> headers() {
        return bytes(
                TapJson.meal(SmallCity.VECTOR_CARD, 99).request().authorization(),
                "HMAC-SM3 " + ",".repeat(3_000),
                "*",
                "\"1\", W/\"never\"");
    }

    static Stream<byte[]> values() {
        return bytes(
                "2026-11-23T12:15:30+08:00",
                "+999999999-12-31T23:59:59-18:00",
                "2026-11-23",
                "9007199254740993",
                "4294967295",
                "0123456789abcdef",
                SmallCity.VECTOR_CARD,
                "\uff11\uff12");
    }

    private static Stream<byte[]> bytes(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(UTF_8));
    }

    private static <I, O> Optional<O> readOrRefused(I given, Function<I, O> parser) {
        try {
            return Optional.of(parser.apply(given));
        } catch (Refused refused) {
            assertWellFormed(refused);
            return Optional.empty();
        }
    }

    private static void assertWellFormed(Refused refused) {
        assertThat(refused.code().status()).isBetween(400, 499);
        try {
            JsonNode problem = SECOND_READER.readTree(refused.json());
            assertThat(problem.get("code").intValue()).isEqualTo(refused.code().code());
            assertThat(problem.path("field").asText("-").length()).isBetween(0, 80);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(refused.json(), broken);
        }
    }

    private static JsonNode secondReader(byte[] body) {
        try {
            return SECOND_READER.readTree(new String(body, UTF_8));
        } catch (JsonProcessingException broken) {
            throw new AssertionError("read by one reader and refused by another", broken);
        }
    }
}
