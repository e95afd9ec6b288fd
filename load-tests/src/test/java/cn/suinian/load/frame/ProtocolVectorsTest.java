package cn.suinian.load.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the vectors that were made with OpenSSL. */
class ProtocolVectorsTest {
    private static final JsonNode VECTORS = read();
    private static final Sm4Key CARD_MASTER =
            Sm4Key.ofHex(VECTORS.get("cardMasterKey").asText());
    private static final Sm4Key TERMINAL_MASTER =
            Sm4Key.ofHex(VECTORS.get("terminalMasterKey").asText());

    @ParameterizedTest
    @MethodSource("cases")
    void derivesTheKeys(JsonNode vector) {
        assertThat(KeyDerivation.cardKey(CARD_MASTER, text(vector, "cardNo")).toHex())
                .isEqualTo(text(vector, "cardKey"));
        assertThat(KeyDerivation.terminalKey(TERMINAL_MASTER, text(vector, "terminalId"))
                        .toHex())
                .isEqualTo(text(vector, "terminalKey"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesTheTac(JsonNode vector) {
        String terminalId = text(vector, "terminalId");
        Tap tap = tap(vector);

        assertThat(HexFormat.of().formatHex(Tac.input(terminalId, tap))).isEqualTo(text(vector, "tacInput"));
        assertThat(Tac.of(Sm4Key.ofHex(text(vector, "cardKey")), terminalId, tap))
                .isEqualTo(text(vector, "tac"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesTheSameTacWhateverOffsetTheTimeIsWrittenIn(JsonNode vector) {
        Tap tap = tap(vector);
        Tap inUtc = new Tap(
                tap.terminalSeq(),
                tap.kind(),
                tap.cardNo(),
                tap.cardCounter(),
                tap.amountFen(),
                tap.tappedAt().withOffsetSameInstant(ZoneOffset.UTC),
                "",
                null,
                null);

        assertThat(Tac.of(Sm4Key.ofHex(text(vector, "cardKey")), text(vector, "terminalId"), inUtc))
                .isEqualTo(text(vector, "tac"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void signsTheRequestAndChecksTheReply(JsonNode vector) {
        TerminalIdentity terminal =
                new TerminalIdentity(text(vector, "terminalId"), 1, Sm4Key.ofHex(text(vector, "terminalKey")));
        JsonNode request = vector.get("request");
        JsonNode reply = vector.get("reply");
        Frame frame = new Frame(text(request, "method"), text(request, "target"), text(request, "body"));

        SignedFrame signed = terminal.sign(frame, OffsetDateTime.parse(text(request, "sent")));

        assertThat(signed.mac()).isEqualTo(text(request, "mac"));
        assertThat(terminal.replyMac(reply.get("status").asInt(), signed.mac(), text(reply, "body")))
                .isEqualTo(text(reply, "mac"));
    }

    @Test
    void knowsTheCheckDigitOfACardNumber() {
        assertThat(cases().map(vector -> text(vector, "cardNo")))
                .hasSize(4)
                .allSatisfy(cardNo -> assertThat(CardNumber.ofSerial(CardNumber.serialOf(cardNo)))
                        .isEqualTo(cardNo));
    }

    private static Stream<JsonNode> cases() {
        return StreamSupport.stream(VECTORS.get("cases").spliterator(), false);
    }

    private static Tap tap(JsonNode vector) {
        return new Tap(
                vector.get("terminalSeq").asLong(),
                TapKind.valueOf(text(vector, "service")),
                text(vector, "cardNo"),
                vector.get("cardCounter").asLong(),
                vector.get("amount").asLong(),
                OffsetDateTime.parse(text(vector, "tappedAt")),
                text(vector, "tac"),
                null,
                null);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static JsonNode read() {
        try (InputStream json = ProtocolVectorsTest.class.getResourceAsStream("/vectors/terminal-protocol-v1.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
