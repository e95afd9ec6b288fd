package cn.suinian.gateway.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.TapJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge case 2 (docs/settlement-guide.md): whatever the money depends on is proved by the card or said by us. */
@ExtendWith(PostgresExtension.class)
class MoneyUnderMacTest {
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
    void case2ThePriceIsUnderTheCardsProofAndAnotherOnePaysNothing() throws Exception {
        String card = stand.anotherCard();
        long seq = stand.nextSeq();
        TapJson proved = TapJson.meal(card, seq).amount(400);
        String proof = '"' + proved.tac() + '"';

        Reply dearer = stand.send(
                TapJson.meal(card, seq).amount(1_800).with("tac", proof).request());

        assertThat(dearer.json().path("reason").asText()).isEqualTo("TAC_INVALID");
        Reply honest = stand.send(proved.request());
        assertThat(honest.json().path("subsidy").asInt()).isEqualTo(400);
        assertThat(stand.ask("SELECT sum(subsidy) FROM tap WHERE terminal_seq = " + seq))
                .isEqualTo("400");
    }

    @Test
    void case2CategoryAndSubsidyAreOurWordUnderOurMacAndNotTheTerminals() throws Exception {
        String card = stand.anotherCard();
        long seq = stand.nextSeq();
        Request claiming = TapJson.meal(card, seq)
                .with("subsidy", "1800")
                .with("category", "\"LOW_INCOME\"")
                .request();
        stand.send(claiming);
        Request plain = TapJson.meal(card, seq).request();

        Reply reply = stand.send(plain);

        assertThat(reply.json().path("subsidy").asInt()).isEqualTo(500);
        assertThat(reply.header("suinian-mac")).hasValue(plain.replyMac(reply));
        assertThat(stand.ask("SELECT subsidy FROM tap WHERE terminal_seq = " + seq))
                .isEqualTo("500");
    }
}
