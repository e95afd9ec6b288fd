package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches that are wrong as a whole: nothing of them is done. */
@ExtendWith(PostgresExtension.class)
class BadBatchTest {
    private static final int MIB = 1 << 20;
    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterEach
    void nothingIsDone() throws Exception {
        assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo("0");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; 40002; taps",
                "{\"taps\":[]}; 40005; taps",
                "{\"taps\":{}}; 40004; taps",
                "{\"taps\":null}; 40004; taps",
                "{\"taps\":\"none\"}; 40004; taps",
                "{\"taps\":\"TAP\"}; 40001; -",
                "{\"more\":[TAP; 40001; -",
                "{\"taps\":[TAP],\"more\":1}; 40003; more",
                "{\"more\":[],\"taps\":[TAP]}; 40003; more",
                "{\"taps\":[TAP],\"taps\":[TAP]}; 40006; taps",
                "[TAP]; 40001; -",
                "TAP; 40003; terminalSeq",
                "{\"taps\":[TAP]; 40001; -",
                "{\"taps\":[TAP}; 40001; -",
                "{\"taps\":[TAP,]}; 40001; -",
                "{\"taps\":[TAP]}x; 40001; -",
                "{\"taps\":[TAP]}{}; 40001; -",
                "{\"taps\":[TAP,{\"amount\":}]}; 40001; -",
                "{\"taps\":[TAP,{\"unknown\":[}]}; 40001; -",
                "NESTED; 40001; -"
            })
    void aFaultOfTheWholeRefusesTheWhole(String body, int code, String field) throws IOException {
        String tap = TapJson.meal(stand.anotherCard(), stand.nextSeq()).text();
        String nested = "{\"taps\":[" + tap + "," + "[".repeat(5_000) + "]".repeat(5_000) + "]}";
        Request request =
                BatchJson.body(SmallCity.CANTEEN, body.replace("TAP", tap).replace("NESTED", nested));
        Reply reply = assertRefused(stand, request, 400, code, field);
        assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
    }

    @Test
    void aThousandAndOneTapsAreOneTooMany() throws IOException {
        String tap = TapJson.meal(stand.anotherCard(), stand.nextSeq())
                .without("context")
                .text();
        String[] items = Collections.nCopies(1_001, tap).toArray(String[]::new);
        assertRefused(stand, BatchJson.items(SmallCity.CANTEEN, items), 400, 40005, "taps");
    }

    @Test
    void oneMebibyteIsTheLimit() throws IOException {
        String most = " ".repeat(MIB);
        assertRefused(stand, BatchJson.body(SmallCity.CANTEEN, most), 400, 40001, "-");
        assertRefused(stand, BatchJson.body(SmallCity.CANTEEN, most).chunked(), 400, 40001, "-");
        assertRefused(stand, BatchJson.body(SmallCity.CANTEEN, most + " "), 413, 41301, "-");
        assertRefused(stand, BatchJson.body(SmallCity.CANTEEN, most + " ").chunked(), 413, 41301, "-");
        Request get =
                BatchJson.body(SmallCity.CANTEEN, " ".repeat(16 * 1024 + 1)).method("GET");
        assertRefused(stand, get, 413, 41301, "-");
        assertRefused(stand, get.target("/v1/taps"), 413, 41301, "-");
    }

    @Test
    void aTerminalThatIsNotProvenOrNotTrustedIsHeardNoFurther() throws Exception {
        TapJson tap = TapJson.bus(stand.anotherCard(), stand.nextSeq());
        Request changed = BatchJson.of(tap).sealed().body("{\"taps\":[]}".getBytes(UTF_8));
        assertRefused(stand, changed, 401, 40104, "-");
        assertRefused(stand, BatchJson.of(tap).sent("2026-11-23T12:09:00+08:00"), 401, 40105, "sent");
        assertRefused(stand, BatchJson.of(tap).contentType("text/plain"), 415, 41501, "-");
        assertThat(assertRefused(stand, BatchJson.of(tap).method("PUT"), 405, 40501, "-")
                        .header("allow"))
                .hasValue("POST");
    }
}
