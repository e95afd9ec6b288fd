package cn.suinian.load.fake;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.reference.Expectation;
import cn.suinian.load.reference.Reference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as the reference says a gateway must, and remembers what it answered. */
public final class ObedientBrain implements FakeGateway.Brain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Reference reference;
    private final Map<String, CityTerminal> terminals;
    private final Map<String, FakeGateway.Told> told = new HashMap<>();
    private final Map<String, Tap> taps = new HashMap<>();

    public ObedientBrain(City city, Reference reference) {
        this.reference = reference;
        this.terminals =
                city.terminals().stream().collect(Collectors.toMap(CityTerminal::terminalId, Function.identity()));
    }

    @Override
    public synchronized FakeGateway.Told answer(String terminalId, Frame frame) {
        if (frame.method().equals("GET")) {
            String found = frame.target().replaceFirst("/v1/taps/(\\d+)\\?date=([-\\d]+)&cardNo=(\\d+)", "$2 $1 $3");
            return told.getOrDefault(terminalId + " " + found, new FakeGateway.Told(404, "{\"code\":40402}"));
        }
        if (frame.target().endsWith("/reversal")) {
            return reversed(terminalId, frame);
        }
        Tap tap = read(frame.body());
        Expectation expected = reference.judge(terminals.get(terminalId), tap);
        if (!expected.isAnswered()) {
            return new FakeGateway.Told(expected.status(), "{\"code\":%d}".formatted(expected.problemCode()));
        }
        FakeGateway.Told answer = new FakeGateway.Told(200, answer(terminalId, tap, expected));
        if (expected.isStored()) {
            LocalDate date = tap.tappedAt().atZoneSameInstant(SHANGHAI).toLocalDate();
            String key = terminalId + " " + date + " " + tap.terminalSeq() + " " + tap.cardNo();
            told.putIfAbsent(key, answer);
            taps.putIfAbsent(key, tap);
        }
        return answer;
    }

    private FakeGateway.Told reversed(String terminalId, Frame frame) {
        JsonNode asked = node(frame.body());
        String seq = frame.target().replaceFirst("/v1/taps/(\\d+)/reversal", "$1");
        String key = terminalId + " " + asked.get("date").asText() + " " + seq + " "
                + asked.get("cardNo").asText();
        Tap tap = taps.get(key);
        if (tap == null) {
            return new FakeGateway.Told(404, "{\"code\":40402}");
        }
        Expectation expected = reference.reverse(terminals.get(terminalId), tap);
        return expected.isAnswered()
                ? new FakeGateway.Told(200, answer(terminalId, tap, expected))
                : new FakeGateway.Told(expected.status(), "{\"code\":%d}".formatted(expected.problemCode()));
    }

    private static String answer(String terminalId, Tap tap, Expectation expected) {
        ObjectNode answer = JSON.createObjectNode();
        String date = tap.tappedAt().atZoneSameInstant(SHANGHAI).format(DateTimeFormatter.BASIC_ISO_DATE);
        answer.put(
                "tapId",
                date.substring(0, 8) + "-" + terminalId + "-" + tap.terminalSeq() + "-"
                        + tap.tac().substring(0, 8));
        answer.put("outcome", expected.outcome());
        answer.put("reason", expected.reason());
        answer.put("subsidy", expected.subsidyFen());
        answer.put("selfPay", expected.selfPayFen());
        answer.put("benefit", expected.operatorSubsidyFen() > 0 ? "MEAL" : null);
        answer.put("balanceLeft", expected.balanceLeft());
        answer.put("journey", expected.journey());
        answer.put("cue", expected.cue());
        return answer.toString();
    }

    private static Tap read(String body) {
        JsonNode node = node(body);
        return new Tap(
                node.get("terminalSeq").asLong(),
                TapKind.valueOf(node.get("service").asText()),
                node.get("cardNo").asText(),
                node.get("cardCounter").asLong(),
                node.get("amount").asLong(),
                OffsetDateTime.parse(node.get("tappedAt").asText()),
                node.get("tac").asText(),
                null,
                context(node));
    }

    private static @Nullable TapContext context(JsonNode node) {
        if (node.at("/context/delivery").asBoolean()) {
            return TapContext.DELIVERED;
        }
        JsonNode direction = node.at("/context/direction");
        return direction.isMissingNode()
                ? null
                : new TapContext(null, null, Direction.valueOf(direction.asText()), null);
    }

    private static JsonNode node(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
