package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal signs in and reports; what is seen of it is written down when the node stops at the latest. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class TerminalStatusTest {
    private static final String SIGN_IN = "/v1/terminal/sign-in";
    private static final String HEARTBEAT = "/v1/terminal/heartbeat";

    private TerminalStand stand;

    @BeforeEach
    void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    @Test
    void aTerminalLearnsTheTimeItsKeysItsServicesAndItsLimits() throws IOException {
        Request request = report(SIGN_IN, "{\"software\":\"gate 4.2\"}").sent("2026-11-23T12:15:29.250+08:00");
        Reply reply = stand.send(request);
        assertThat(reply.text())
                .isEqualTo("{\"terminalId\":\"440300000001\",\"status\":\"ACTIVE\","
                        + "\"time\":\"2026-11-23T12:15:30.000+08:00\",\"clockSkewMillis\":-750,\"clock\":\"GOOD\","
                        + "\"denylistVersion\":" + reply.json().get("denylistVersion")
                        + ",\"denylistStale\":true,"
                        + "\"keyVersion\":{\"used\":1,\"newest\":1,\"oldestAccepted\":1},\"services\":[\"TRANSIT\"],"
                        + "\"limits\":{\"lateDays\":7,\"clockToleranceSeconds\":300,\"batchItems\":1000,"
                        + "\"tapsPerSecond\":500}}");
        assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
    }

    @Test
    void theLatestDenylistIsKnownAndWhoHoldsLessIsStale() throws Exception {
        String latest = stand.ask("SELECT version FROM denylist_head");
        assertThat(latest).as("the lost card is on the list").isNotEqualTo("0");
        Reply reply = stand.send(report(HEARTBEAT, "{\"software\":\"1\",\"denylistVersion\":" + latest + "}"));
        assertThat(reply.json().get("denylistVersion").asText()).isEqualTo(latest);
        assertThat(reply.json().get("denylistStale").asBoolean()).isFalse();
        Reply stale = stand.send(report(HEARTBEAT, "{\"software\":\"1\",\"denylistVersion\":0}"));
        assertThat(stale.json().get("denylistStale").asBoolean()).isTrue();
    }

    @Test
    void whatATerminalReportsIsWrittenDown() throws Exception {
        stand.send(report(SIGN_IN, "{\"software\":\"gate 4.2\",\"denylistVersion\":0}"));
        stand.clock().advance(Duration.ofSeconds(60));
        stand.send(report(HEARTBEAT, "{\"software\":\"gate 4.3\",\"denylistVersion\":1,\"storedTaps\":12}"));
        stand.clock().advance(Duration.ofSeconds(60));
        stand.send(Request.get(SmallCity.GATE, "/v1/taps/1?date=2026-11-23&cardNo=" + SmallCity.VECTOR_CARD));
        TerminalStand.await(stand.stop());
        assertThat(status(SmallCity.GATE))
                .isEqualTo("12:17:30 12:15:30 1@12:16:30 skew -120000 key 1 software gate 4.3 stored 12");
    }

    @Test
    void aStoredTapTellsOfTheListThatWasHeldWhenItWasMade() throws Exception {
        stand.send(BatchJson.of(
                TapJson.gate(stand.anotherCard(), stand.nextSeq(), "ENTRY", 0)
                        .at(SmallCity.NOW.minusHours(2))
                        .with("denylistVersion", "6"),
                TapJson.gate(stand.anotherCard(), stand.nextSeq(), "ENTRY", 0)
                        .at(SmallCity.NOW.minusHours(1))
                        .with("denylistVersion", "7"),
                TapJson.gate(stand.anotherCard(), stand.nextSeq(), "ENTRY", 0)
                        .at(SmallCity.NOW.minusHours(3))
                        .with("denylistVersion", "5")));
        TerminalStand.await(stand.stop());
        assertThat(status(SmallCity.GATE)).isEqualTo("12:15:30 - 7@11:15:30 skew 0 key 1 software - stored -");
        assertThat(status(SmallCity.BUS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01T00:00:00Z", "2031-11-23T12:15:30+08:00", "-999999999-01-01T00:00:00+18:00"})
    void aTerminalWithAWrongClockMaySignInButCountsAsNotSeen(String sent) throws Exception {
        Reply reply = stand.send(report(SIGN_IN, "{\"software\":\"1\"}").sent(sent));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().get("clock").asText()).isEqualTo("OFF");
        assertThat(reply.json().get("time").asText()).isEqualTo("2026-11-23T12:15:30.000+08:00");
        assertRefused(stand, report(HEARTBEAT, "{\"software\":\"1\"}").sent(sent), 401, 40105, "sent");
        TerminalStand.await(stand.stop());
        assertThat(stand.ask("SELECT count(*) FROM terminal_status")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 40002 | software",
                "{\"software\":1} | 40004 | software",
                "{\"software\":\"a\",\"software\":\"a\"} | 40006 | software",
                "{\"software\":\"a\",\"battery\":1} | 40003 | battery",
                "{\"software\":\"a\",\"storedTaps\":-1} | 40005 | storedTaps",
                "{\"software\":\"a\",\"storedTaps\":2147483648} | 40005 | storedTaps",
                "{\"software\":\"a\",\"denylistVersion\":\"1\"} | 40004 | denylistVersion",
                "[] | 40001 | -"
            })
    void aReportIsReadStrictly(String body, int code, String field) throws IOException {
        assertRefused(stand, report(SIGN_IN, body), 400, code, field);
        assertRefused(stand, report(HEARTBEAT, body), 400, code, field);
        String long65 = "{\"software\":\"" + "v".repeat(65) + "\"}";
        assertRefused(stand, report(HEARTBEAT, long65), 400, 40004, "software");
    }

    @Test
    void aStrangerLearnsNothing() throws IOException {
        Request forged = report(SIGN_IN, "{\"software\":\"1\"}").sealed().body("{\"software\":\"2\"}".getBytes(UTF_8));
        assertRefused(stand, forged, 401, 40104, "-");
    }

    private static Request report(String path, String body) {
        return Request.post(SmallCity.GATE, body).target(path);
    }

    private String status(long terminalId) throws Exception {
        return stand.ask("""
                SELECT coalesce((SELECT
                    to_char(last_seen AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS')
                    || ' ' || coalesce(to_char(signed_in_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS'), '-')
                    || ' ' || coalesce(denylist_version::text, '-')
                    || '@' || coalesce(to_char(denylist_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS'), '-')
                    || ' skew ' || clock_skew_millis || ' key ' || key_version
                    || ' software ' || coalesce(software, '-') || ' stored ' || coalesce(stored_taps::text, '-')
                FROM terminal_status WHERE terminal_id = %d), '')
                """.formatted(terminalId));
    }
}
