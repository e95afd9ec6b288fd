package cn.suinian.load.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class TapBodyTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T12:00:00+08:00");

    @Test
    void writesEveryFieldOfATap() {
        Tap tap = new Tap(
                7,
                TapKind.TRANSIT,
                "3104870460000000018",
                9,
                500,
                NOON,
                "0123456789abcdef",
                12L,
                TapContext.gate("地铁五号线", "布吉", Direction.ENTRY));

        assertThat(TapBody.of(tap))
                .isEqualTo("{\"terminalSeq\":7,\"service\":\"TRANSIT\",\"cardNo\":\"3104870460000000018\","
                        + "\"cardCounter\":9,\"amount\":500,\"tappedAt\":\"2026-11-20T12:00:00+08:00\","
                        + "\"tac\":\"0123456789abcdef\",\"denylistVersion\":12,"
                        + "\"context\":{\"line\":\"地铁五号线\",\"station\":\"布吉\",\"direction\":\"ENTRY\"}}");
    }

    @Test
    void leavesOutWhatTheTerminalDoesNotSay() {
        Tap tap = new Tap(7, TapKind.MEAL, "3104870460000000018", 9, 500, NOON, "0123456789abcdef", null, null);

        assertThat(TapBody.of(tap)).doesNotContain("denylistVersion").doesNotContain("context");
    }

    @Test
    void survivesAStationNameWithQuotesAndControlCharacters() throws Exception {
        String awkward = "a\"b\\c\td\u0001布";
        Tap tap = new Tap(
                7,
                TapKind.TRANSIT,
                "3104870460000000018",
                9,
                500,
                NOON,
                "0123456789abcdef",
                null,
                TapContext.board(awkward, "粤BU2313"));

        JsonNode read = new ObjectMapper().readTree(TapBody.of(tap));

        assertThat(read.at("/context/line").asText()).isEqualTo(awkward);
        assertThat(read.at("/context/vehicle").asText()).isEqualTo("粤BU2313");
    }
}
