package cn.suinian.core.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The published test vectors of terminal protocol v1, made with OpenSSL. */
final class ProtocolVectors {
    static final int KEY_VERSION = 1;

    private static final Map<String, Integer> SERVICE_CODES =
            Map.of("TRANSIT", 1, "MEAL", 2, "ALLOWANCE", 3, "VENUE", 4, "VOUCHER", 5);
    private static final JsonNode ROOT = read();

    private ProtocolVectors() {}

    static List<JsonNode> cases() {
        return StreamSupport.stream(ROOT.get("cases").spliterator(), false).toList();
    }

    static KeystoreVault vault() {
        return KeystoreVault.inMemory(
                Map.of(KEY_VERSION, Hex.decode(ROOT.get("cardMasterKey").asText())),
                Map.of(KEY_VERSION, Hex.decode(ROOT.get("terminalMasterKey").asText())));
    }

    static TacMessage message(JsonNode vector) {
        return new TacMessage(
                vector.get("cardNo").asText(),
                vector.get("cardCounter").asLong(),
                terminalId(vector),
                vector.get("terminalSeq").asLong(),
                SERVICE_CODES.get(vector.get("service").asText()),
                vector.get("amount").asLong(),
                OffsetDateTime.parse(vector.get("tappedAt").asText())
                        .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                        .toLocalDateTime());
    }

    static long terminalId(JsonNode vector) {
        return Long.parseLong(vector.get("terminalId").asText());
    }

    private static JsonNode read() {
        try (InputStream file = ProtocolVectors.class.getResourceAsStream("/vectors/terminal-protocol-v1.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
