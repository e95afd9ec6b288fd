package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reply proves itself to a terminal that proved itself, whatever it says, and to nobody else. */
@ExtendWith(PostgresExtension.class)
class ReplyMacTest {
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
    void answersAreSigned() throws IOException {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        assertSigned(tap.request(), 200);
        assertSigned(tap.lookUp(), 200);
        assertSigned(tap.with("tac", "\"0000000000000000\"").request(), 200);
    }

    @Test
    void problemsOfAProvenTerminalAreSigned() throws IOException {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        assertSigned(tap.lookUp(), 404);
        assertSigned(tap.request(), 200);
        assertSigned(tap.counter(2).request(), 409);
        assertSigned(tap.without("amount").request(), 400);
        assertSigned(tap.request().body(new byte[0]), 400);
        assertSigned(tap.request().contentType("text/plain"), 415);
        assertSigned(TapJson.bus(tap.cardNo(), 1).with("service", "\"MEAL\"").request(), 403);
        assertSigned(tap.request().sent("2026-11-23T12:00:00+08:00"), 401);
        assertSigned(
                TapJson.meal(tap.cardNo(), 1).at(SmallCity.NOW.plusMinutes(6)).request(), 422);
    }

    @Test
    void aReplyCannotBePassedOffAsThatOfAnotherRequest() throws IOException {
        TapJson tap = TapJson.bus(stand.anotherCard(), stand.nextSeq());
        Request first = tap.request();
        Request again = tap.request().sent("2026-11-23T12:15:31+08:00");
        Reply reply = stand.send(first);
        Reply retold = stand.send(again);
        assertThat(retold.body()).isEqualTo(reply.body());
        assertThat(retold.header("suinian-mac"))
                .hasValue(again.replyMac(retold))
                .isNotEqualTo(reply.header("suinian-mac"));
    }

    @Test
    void whoDidNotProveItselfGetsNoMac() throws IOException {
        Request request = TapJson.meal(stand.anotherCard(), 1).request();
        String good = request.authorization();
        List<String> unproven = List.of(
                "",
                "Basic dXNlcjpwYXNz",
                good.replace("440300010007", "440300999999"),
                good.replace("key=1", "key=2"),
                good.replaceFirst("mac=\"[0-9a-f]{64}\"", "mac=\"" + "0".repeat(64) + "\""));
        for (String authorization : unproven) {
            Reply reply =
                    stand.send(TapJson.meal(stand.anotherCard(), 1).request().authorization(authorization));
            assertThat(reply.status()).as(authorization).isEqualTo(401);
            assertThat(reply.header("suinian-mac")).as(authorization).isEmpty();
        }
    }

    private static void assertSigned(Request request, int status) throws IOException {
        Reply reply = stand.send(request);
        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        assertThat(reply.header("suinian-mac")).as("%s", reply).hasValue(request.replyMac(reply));
    }
}
