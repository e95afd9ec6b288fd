package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.terminal.gate.Call;
import cn.suinian.gateway.terminal.gate.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which call a method and a path come to. */
class RoutesTest {
    private static final Call TAP = (exchange, body) -> Reply.now("tap");
    private static final Call BATCH = (exchange, body) -> Reply.now("batch");
    private static final Call LOOK_UP = (exchange, body) -> Reply.now("look-up");
    private static final Call REVERSAL = (exchange, body) -> Reply.now("reversal");
    private static final Routes ROUTES = new Routes(
            Route.post("/v1/taps", TAP),
            Route.post("/v1/taps/batch", BATCH).withBodyLimit(1 << 20),
            Route.get("/v1/taps/{terminalSeq}", LOOK_UP),
            Route.post("/v1/taps/{terminalSeq}/reversal", REVERSAL));

    @Test
    void theVariableSegmentIsWhatStandsInItsPlace() {
        assertThat(ROUTES.find("GET", "/v1/taps/99")).isEqualTo(new Routes.Found(LOOK_UP, 16 * 1024, "99"));
        assertThat(ROUTES.find("GET", "/v1/taps/")).isEqualTo(new Routes.Found(LOOK_UP, 16 * 1024, ""));
        assertThat(ROUTES.find("POST", "/v1/taps/99/reversal")).isEqualTo(new Routes.Found(REVERSAL, 16 * 1024, "99"));
    }

    @Test
    void aFixedPathHasItsOwnBodyLimit() {
        assertThat(ROUTES.find("POST", "/v1/taps/batch")).isEqualTo(new Routes.Found(BATCH, 1 << 20, ""));
        assertThat(ROUTES.find("POST", "/v1/taps")).isEqualTo(new Routes.Found(TAP, 16 * 1024, ""));
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/taps", "GET, /v1/taps/batch", "post, /v1/taps", "POST, /v1/taps/99"})
    void anotherMethodFindsNoCallAndTheSmallLimit(String method, String path) {
        Routes.Found found = ROUTES.find(method, path);
        assertThat(found.call()).isNotIn(TAP, BATCH, LOOK_UP, REVERSAL);
        assertThat(found.bodyLimit()).isEqualTo(16 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/v1",
                "/v1/tap",
                "/v1/taps/99/",
                "/v1/taps/1/2",
                "/v1/taps/99/reversals",
                "/v1/taps/reversal/",
                "/v1/taps/1/2/reversal",
                "/v2/taps"
            })
    void anotherPathFindsNoCall(String path) {
        for (String method : new String[] {"GET", "POST"}) {
            assertThat(ROUTES.find(method, path).call()).isNotIn(TAP, BATCH, LOOK_UP, REVERSAL);
        }
        assertThat(ROUTES.find("GET", null).call()).isNotIn(TAP, BATCH, LOOK_UP, REVERSAL);
    }
}
