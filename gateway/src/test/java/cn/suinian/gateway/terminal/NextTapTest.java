package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is changed in the database counts at the next tap; copies of one tap count once. */
@ExtendWith(PostgresExtension.class)
class NextTapTest {
    private static final int COPIES = 100;
    private static TerminalStand stand;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @Test
    void aLostCardIsRefusedAtItsVeryNextTap() throws IOException, SQLException {
        String card = stand.anotherCard();
        assertThat(reason(TapJson.bus(card, stand.nextSeq()))).isNull();
        stand.ask("UPDATE card SET status = 'LOST', status_since = '2026-11-23 12:15:30+08' WHERE card_serial = "
                + serial(card));
        assertThat(reason(TapJson.bus(card, stand.nextSeq()).counter(2))).isEqualTo("CARD_LOST");
        stand.ask("UPDATE card SET status = 'ACTIVE' WHERE card_serial = " + serial(card));
        assertThat(reason(TapJson.bus(card, stand.nextSeq()).counter(3))).isNull();
    }

    @Test
    void aDeathIsKnownAtTheVeryNextTap() throws IOException, SQLException {
        String card = stand.anotherCard();
        assertThat(reason(TapJson.bus(card, stand.nextSeq()))).isNull();
        stand.ask("UPDATE holder SET deceased_on = '2026-11-22' WHERE holder_id = " + serial(card));
        assertThat(reason(TapJson.bus(card, stand.nextSeq()).counter(2))).isEqualTo("HOLDER_DECEASED");
    }

    @Test
    void aHundredCopiesAtOnceAreOneTap() throws IOException, SQLException {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < COPIES; i++) {
                wires.add(stand.connect());
            }
            for (Wire wire : wires) {
                wire.send(tap.request().bytes());
            }
            String first = wires.get(0).read(true).text();
            assertThat(first).contains("\"outcome\":\"APPROVED\",\"reason\":null,\"subsidy\":500");
            for (Wire wire : wires.subList(1, COPIES)) {
                assertThat(wire.read(true).text()).isEqualTo(first);
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
        assertThat(stand.ask("SELECT count(*) FROM tap WHERE terminal_seq = " + tap.terminalSeq()))
                .isEqualTo("1");
    }

    @Test
    void aTerminalIsSuspendedAndBackWithoutARestart() throws IOException, SQLException {
        TapJson tap = TapJson.gate(stand.anotherCard(), stand.nextSeq(), "ENTRY", 0);
        assertThat(stand.send(tap.lookUp()).code()).isEqualTo(40402);
        stand.ask("UPDATE terminal SET status = 'SUSPENDED' WHERE terminal_id = " + SmallCity.GATE);
        awaitCode(tap, 40301);
        Reply refused = assertRefused(stand, tap.request(), 403, 40301, "-");
        assertThat(refused.header("suinian-mac")).hasValue(tap.request().replyMac(refused));
        Request signIn = Request.post(SmallCity.GATE, "{\"software\":\"1\"}").target("/v1/terminal/sign-in");
        assertRefused(stand, signIn.sent("2026-11-23T12:00:00+08:00"), 403, 40301, "-");
        stand.ask("UPDATE terminal SET status = 'ACTIVE' WHERE terminal_id = " + SmallCity.GATE);
        awaitCode(tap, 40402);
        assertThat(reason(tap)).isNull();
    }

    @Test
    void aServiceThatIsNotOfferedHereIsRefused() throws IOException {
        TapJson meal = TapJson.bus(stand.anotherCard(), stand.nextSeq()).with("service", "\"MEAL\"");
        assertRefused(stand, meal.request(), 403, 40302, "service");
        TapJson ride = TapJson.meal(stand.anotherCard(), stand.nextSeq())
                .with("service", "\"TRANSIT\"")
                .with("context", "{\"direction\":\"BOARD\"}");
        assertRefused(stand, ride.request(), 403, 40302, "service");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9 * 60, -18 * 60, 18 * 60, 5 * 60 + 45})
    void aTimeMayHaveAnyOffset(int minutes) throws IOException {
        TapJson ride = TapJson.bus(stand.anotherCard(), stand.nextSeq())
                .at(SmallCity.NOW.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(minutes * 60)));
        assertThat(stand.send(ride.request()).text()).contains("\"tapId\":\"20261123-", "\"outcome\":\"APPROVED\"");
    }

    @Test
    void theLimitsOfEveryFieldAreIncluded() throws IOException {
        TapJson largest = TapJson.bus(stand.anotherCard(), 4_294_967_295L)
                .counter(4_294_967_295L)
                .amount(1_000_000)
                .with("denylistVersion", "9007199254740992")
                .with(
                        "context",
                        "{\"line\":\"" + "线".repeat(32) + "\",\"station\":\"" + "🚌".repeat(32) + "\",\"vehicle\":\""
                                + "v".repeat(32) + "\",\"direction\":\"BOARD\"}");
        Reply reply = stand.send(largest.request());
        assertThat(reply.text()).contains("-4294967295-", "\"outcome\":\"APPROVED\"", "\"subsidy\":1000000");
        assertThat(stand.send(largest.lookUp()).body()).isEqualTo(reply.body());
        TapJson smallest = TapJson.bus(stand.anotherCard(), 1).amount(0).with("denylistVersion", "0");
        assertThat(stand.send(smallest.request()).text()).contains("\"outcome\":\"APPROVED\"", "\"subsidy\":0");
    }

    private static void awaitCode(TapJson tap, int code) throws IOException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (stand.send(tap.lookUp()).code() != code) {
            assertThat(System.nanoTime()).as("never " + code).isLessThan(patience);
        }
    }

    private static String reason(TapJson tap) throws IOException {
        return stand.send(tap.request()).json().get("reason").textValue();
    }

    private static int serial(String cardNo) {
        return Integer.parseInt(cardNo.substring(10, 18));
    }
}
