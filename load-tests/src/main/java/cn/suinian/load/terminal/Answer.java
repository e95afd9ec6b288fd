package cn.suinian.load.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * The body of a 200, as far as a till acts on it. Amounts in fen.
 *
 * @param outcome APPROVED or DECLINED
 * @param reason why declined, absent when approved
 * @param balanceLeft subsidised lunches left this week, for a subsidised lunch
 * @param journey OPENED, COMPLETED, ENTRY_MISSING or absent
 */
public record Answer(
        String tapId,
        String outcome,
        @Nullable String reason,
        long subsidyFen,
        long selfPayFen,
        @Nullable String benefit,
        @Nullable Integer balanceLeft,
        @Nullable String journey,
        String cue) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException when the text is no answer of protocol v1
     */
    public static Answer parse(String body) {
        JsonNode node = read(body);
        return new Answer(
                required(node, "tapId").asText(),
                required(node, "outcome").asText(),
                text(node, "reason"),
                required(node, "subsidy").longValue(),
                required(node, "selfPay").longValue(),
                text(node, "benefit"),
                node.path("balanceLeft").isNumber() ? node.get("balanceLeft").intValue() : null,
                text(node, "journey"),
                required(node, "cue").asText());
    }

    /** The stable code of a problem document, 0 when the text is none. */
    public static int problemCode(String body) {
        return body.isEmpty() ? 0 : read(body).path("code").asInt();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an answer that is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode required(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            throw new IllegalArgumentException("an answer without " + field);
        }
        return node.get(field);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
