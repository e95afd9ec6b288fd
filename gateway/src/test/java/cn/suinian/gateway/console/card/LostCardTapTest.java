package cn.suinian.gateway.console.card;

import static cn.suinian.gateway.console.CounterTown.digits;
import static cn.suinian.gateway.console.CounterTown.location;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.console.CounterTown;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done in the console counts at the very next tap of another node, which has the account in its memory. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostCardTapTest {

    private TerminalStand node;
    private CounterTown town;

    @BeforeAll
    void open(Database database) throws Exception {
        node = TerminalStand.start(database);
        town = new CounterTown(database);
    }

    @AfterAll
    void close() {
        town.close();
        node.close();
    }

    private String reason(TapJson tap) throws IOException {
        return String.valueOf(node.send(tap.request()).json().get("reason").textValue());
    }

    @Test
    void aCardReportedLostIsRefusedAtItsNextTap() throws Exception {
        int serial = town.card();
        String card = digits(serial);
        assertThat(reason(TapJson.bus(card, node.nextSeq()))).isEqualTo("null");
        HttpResponse<String> stopped =
                town.post(town.clerk, "/cards/" + serial + "/lost", Map.of("seen", "ACTIVE", "reporter", "HOLDER"));
        assertThat(location(stopped)).endsWith("/stopped");
        assertThat(reason(TapJson.bus(card, node.nextSeq()).counter(2))).isEqualTo("CARD_LOST");
        town.post(town.clerk, "/cards/" + serial + "/found", Map.of("seen", "LOST"));
        assertThat(reason(TapJson.bus(card, node.nextSeq()).counter(3))).isEqualTo("null");
    }

    @Test
    void aCardJustHandedOverWorksAtItsFirstTap() throws Exception {
        long person = town.person();
        int serial = town.fromTheBottom();
        town.post(town.clerk, "/cards/issue", Map.of("holder", Long.toString(person), "card", digits(serial)));
        assertThat(reason(TapJson.bus(digits(serial), node.nextSeq()))).isEqualTo("null");
    }

    @Test
    void aReplacementKeepsTodaysLunchUsed() throws Exception {
        int old = town.card();
        assertThat(node.send(TapJson.meal(digits(old), node.nextSeq()).request())
                        .json()
                        .get("subsidy")
                        .intValue())
                .isPositive();
        int next = town.fromTheBottom();
        HttpResponse<String> done = town.post(
                town.clerk,
                "/cards/" + old + "/replace/card",
                Map.of("seen", "ACTIVE", "cause", "DAMAGED", "card", digits(next)));
        assertThat(town.get(town.clerk, location(done)).body()).contains("今天的午餐补贴已用", "本周午餐补贴已用 1 次");
        assertThat(reason(TapJson.meal(digits(next), node.nextSeq()))).isEqualTo("MEAL_TAKEN_TODAY");
        assertThat(reason(TapJson.meal(digits(old), node.nextSeq()).counter(2))).isEqualTo("CARD_REPLACED");
        assertThat(reason(TapJson.bus(digits(next), node.nextSeq()).counter(2))).isEqualTo("null");
    }
}
