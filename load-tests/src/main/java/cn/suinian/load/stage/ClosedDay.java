package cn.suinian.load.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A closed business day as {@code close --json} prints it; the journal's totals in fen. */
public record ClosedDay(
        LocalDate day,
        String state,
        List<ClearingLine> lines,
        List<ClearingLine> reversals,
        long journalDebitFen,
        long journalCreditFen) {

    /**
     * Reads what {@code close --json} printed, log lines before it left out.
     *
     * @throws StageException when it is not that
     */
    public static List<ClosedDay> parse(String printed) throws StageException {
        int start = printed.startsWith("{") ? 0 : printed.indexOf("\n{") + 1;
        try {
            JsonNode days =
                    new ObjectMapper().readTree(printed.substring(start)).path("days");
            if (!days.isArray()) {
                throw new StageException("close --json printed no days: " + printed);
            }
            return elements(days).map(ClosedDay::day).toList();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StageException("close --json printed something unreadable: " + e.getMessage(), e);
        }
    }

    private static ClosedDay day(JsonNode node) {
        return new ClosedDay(
                LocalDate.parse(required(node, "day").asText()),
                required(node, "state").asText(),
                elements(required(node, "lines")).map(ClosedDay::line).toList(),
                elements(required(node, "reversals")).map(ClosedDay::line).toList(),
                required(required(node, "journal"), "debit").longValue(),
                required(required(node, "journal"), "credit").longValue());
    }

    private static ClearingLine line(JsonNode node) {
        return new ClearingLine(
                required(node, "vendor").asText(),
                required(node, "vendorName").asText(),
                payer(node),
                required(node, "service").asText(),
                required(node, "taps").longValue(),
                required(node, "gross").longValue(),
                required(node, "subsidy").longValue(),
                required(node, "selfPay").longValue(),
                required(node, "operatorSubsidy").longValue(),
                required(node, "deliverySubsidy").longValue());
    }

    /** Files say NONE where nobody pays. */
    private static String payer(JsonNode line) {
        String payer = line.path("payer").asText("NONE");
        return payer.equals("NONE") || payer.equals("null") ? "" : payer;
    }

    private static JsonNode required(JsonNode node, String field) {
        if (!node.hasNonNull(field)) {
            throw new IllegalArgumentException("no " + field + " in " + node);
        }
        return node.get(field);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
