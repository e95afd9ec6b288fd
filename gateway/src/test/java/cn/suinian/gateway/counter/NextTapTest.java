package cn.suinian.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a bank's software does to a card counts at the very next tap, at another node. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class NextTapTest {

    @Test
    void aCardThatIsReportedLostIsRefusedAtTheNextTapAndWorksAgainWhenItIsFound(Database database) throws Exception {
        try (TerminalStand terminals = TerminalStand.start(database);
                CounterStand stand = new CounterStand(database)) {
            Client bank = stand.supervisor();
            int serial = bank.issue(bank.register(Elder.another()));
            assertThat(tap(terminals, serial)).isEqualTo("APPROVED null");
            String card = "/v1/cards/" + serial;
            bank.send(200, Ask.act(card + "/loss", "{\"seen\":\"ACTIVE\",\"by\":\"HOLDER\"}"));
            assertThat(tap(terminals, serial)).isEqualTo("DECLINED CARD_LOST");
            bank.send(200, Ask.act(card + "/recovery", "{\"seen\":\"LOST\"}"));
            assertThat(tap(terminals, serial)).isEqualTo("APPROVED null");
            int next = bank.send(201, Ask.act(card + "/replacement", "{\"seen\":\"ACTIVE\",\"cause\":\"DAMAGED\"}"))
                    .json()
                    .get("serial")
                    .asInt();
            assertThat(tap(terminals, serial)).isEqualTo("DECLINED CARD_REPLACED");
            assertThat(tap(terminals, next)).isEqualTo("APPROVED null");
        }
    }

    private static String tap(TerminalStand terminals, int serial) throws IOException {
        long seq = terminals.nextSeq();
        var answer = terminals
                .send(TapJson.bus(new CardNumber(serial).digits(), seq)
                        .counter(seq)
                        .request())
                .json();
        return answer.get("outcome").asText() + " " + answer.get("reason").asText();
    }
}
