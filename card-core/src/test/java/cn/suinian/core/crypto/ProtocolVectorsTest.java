package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolVectorsTest {
    private final KeyVault vault = ProtocolVectors.vault();

    static List<JsonNode> cases() {
        return ProtocolVectors.cases();
    }

    @Test
    void findsEveryVector() {
        assertThat(cases()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void derivesTheKeyOfTheCardAndOfTheTerminal(JsonNode vector) {
        assertThat(Hex.encode(vault.cardKey(text(vector, "cardNo"), ProtocolVectors.KEY_VERSION)))
                .isEqualTo(text(vector, "cardKey"));
        assertThat(Hex.encode(vault.terminalKey(ProtocolVectors.terminalId(vector), ProtocolVectors.KEY_VERSION)))
                .isEqualTo(text(vector, "terminalKey"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesTheTacOverThePublishedBytes(JsonNode vector) {
        TacMessage message = ProtocolVectors.message(vector);
        assertThat(Hex.encode(message.bytes())).isEqualTo(text(vector, "tacInput"));
        assertThat(Hex.encode(vault.tac(ProtocolVectors.KEY_VERSION, message))).isEqualTo(text(vector, "tac"));
        assertThat(vault.verifyTac(ProtocolVectors.KEY_VERSION, message, Hex.decodeLong(text(vector, "tac"))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesTheMacsOfTheRequestAndTheReply(JsonNode vector) {
        JsonNode request = vector.get("request");
        JsonNode reply = vector.get("reply");
        byte[][] sent = TerminalFrame.request(
                text(request, "method"),
                text(request, "target"),
                text(request, "sent"),
                text(request, "body").getBytes(UTF_8));
        byte[][] answered = TerminalFrame.reply(
                reply.get("status").asInt(),
                text(request, "mac"),
                text(reply, "body").getBytes(UTF_8));
        assertThat(mac(vector, sent)).isEqualTo(text(request, "mac"));
        assertThat(mac(vector, answered)).isEqualTo(text(reply, "mac"));
        assertThat(vault.verifyTerminalMac(
                        ProtocolVectors.terminalId(vector),
                        ProtocolVectors.KEY_VERSION,
                        Hex.decode(text(request, "mac")),
                        sent))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesATacOrAMacWithOneBitChanged(JsonNode vector) {
        TacMessage message = ProtocolVectors.message(vector);
        long tac = Hex.decodeLong(text(vector, "tac"));
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertThat(vault.verifyTac(ProtocolVectors.KEY_VERSION, message, tac ^ (1L << bit)))
                    .isFalse();
        }
        byte[] body = {1};
        byte[] mac = vault.terminalMac(7, ProtocolVectors.KEY_VERSION, body);
        mac[31] ^= 1;
        assertThat(vault.verifyTerminalMac(7, ProtocolVectors.KEY_VERSION, mac, body))
                .isFalse();
    }

    private String mac(JsonNode vector, byte[][] parts) {
        return Hex.encode(vault.terminalMac(ProtocolVectors.terminalId(vector), ProtocolVectors.KEY_VERSION, parts));
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
