package cn.suinian.gateway.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.terminal.gate.Credential;
import cn.suinian.gateway.terminal.gate.Gatekeeper;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of the published vectors are let in, and the replies to them signed as published. */
class GatekeeperTest {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static List<JsonNode> vectors() throws IOException {
        try (InputStream file = GatekeeperTest.class.getResourceAsStream("/vectors/terminal-protocol-v1.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void letsTheRequestInAndSignsTheReply(JsonNode vector) {
        JsonNode request = vector.get("request");
        JsonNode reply = vector.get("reply");
        long id = vector.get("terminalId").asLong();
        String sent = request.get("sent").asText();
        Gatekeeper gatekeeper = gatekeeper(id, OffsetDateTime.parse(sent).toInstant());
        Credential credential = Credential.parse(List.of("HMAC-SM3 terminal=\""
                + vector.get("terminalId").asText() + "\", key=1, sent=\"" + sent + "\", mac=\""
                + request.get("mac").asText() + "\""));
        Terminal terminal = gatekeeper.known(credential);
        gatekeeper.proveMac(
                credential,
                request.get("method").asText(),
                request.get("target").asText(),
                request.get("body").asText().getBytes(UTF_8));
        gatekeeper.requireInTime(gatekeeper.skew(credential, gatekeeper.now()));
        gatekeeper.requireTrusted(terminal);
        assertThat(terminal.id()).isEqualTo(id);
        assertThat(gatekeeper.replyMac(
                        credential,
                        reply.get("status").asInt(),
                        reply.get("body").asText().getBytes(UTF_8)))
                .isEqualTo(reply.get("mac").asText());
    }

    @Test
    void theToleranceIncludesItsLastSecond() {
        Instant now = SmallCity.NOW.toInstant();
        Gatekeeper gatekeeper = gatekeeper(7, now);
        for (long off : new long[] {-300, 0, 300}) {
            gatekeeper.requireInTime(gatekeeper.skew(sentAt(now.plusSeconds(off)), now));
        }
        for (long off : new long[] {-301, 301}) {
            assertThatThrownBy(() -> gatekeeper.requireInTime(gatekeeper.skew(sentAt(now.plusSeconds(off)), now)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.SENT_OUTSIDE_TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 01 Nov 2026 00:00:09 GMT", "Mon, 23 Nov 2026 04:15:30 GMT"})
    void theDateHasTwoDigitsForEveryDay(String date) {
        Instant now = Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        assertThat(gatekeeper(7, now).date()).isEqualTo(date);
    }

    private static Credential sentAt(Instant sent) {
        return new Credential(7, 1, sent.toString(), "");
    }

    private static Gatekeeper gatekeeper(long terminalId, Instant now) {
        Reference reference = new Reference(
                Map.of(terminalId, terminal(terminalId)),
                Map.of(),
                new RuleBook(List.of()),
                new WorkCalendar(Set.of(), Set.of()));
        return new Gatekeeper(SmallCity.vault(), () -> reference, new SettableClock(now), TOLERANCE);
    }

    private static Terminal terminal(long id) {
        return new Terminal(id, 1, 31, false);
    }
}
