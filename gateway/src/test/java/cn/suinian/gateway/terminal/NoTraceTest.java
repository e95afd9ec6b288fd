package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A forger uses up no counter, no limit and no sequence number: what is not proven changes nothing. */
@ExtendWith(PostgresExtension.class)
class NoTraceTest {
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
    void aForgedTacIsDeclinedAndLeavesNoTrace() throws IOException, SQLException {
        String card = stand.anotherCard();
        TapJson tap = TapJson.meal(card, stand.nextSeq());
        String before = traces();
        for (String forged : new String[] {"0000000000000000", "ffffffffffffffff", oneBitOff(tap.tac())}) {
            Reply reply = stand.send(TapJson.meal(card, tap.terminalSeq())
                    .with("tac", '"' + forged + '"')
                    .request());
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).contains("\"outcome\":\"DECLINED\",\"reason\":\"TAC_INVALID\"");
        }
        assertThat(stand.send(tap.lookUp()).code()).isEqualTo(40402);
        assertThat(traces()).isEqualTo(before);
        assertThat(stand.send(tap.request()).text()).contains("APPROVED");
        assertThat(traces()).isNotEqualTo(before);
    }

    @Test
    void aProvenTapWithItsAmountOrTimeOrTerminalChangedIsForged() throws IOException, SQLException {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        String before = traces();
        assertThat(reason(tap.with("amount", "1801"))).isEqualTo("TAC_INVALID");
        assertThat(reason(tap.with("amount", "1800").with("tappedAt", "\"2026-11-23T12:15:31+08:00\"")))
                .isEqualTo("TAC_INVALID");
        TapJson elsewhere = TapJson.gate(tap.cardNo(), tap.terminalSeq(), "ENTRY", 0);
        String tacOfTheBus =
                TapJson.bus(tap.cardNo(), tap.terminalSeq()).amount(0).tac();
        assertThat(reason(elsewhere.with("tac", '"' + tacOfTheBus + '"'))).isEqualTo("TAC_INVALID");
        assertThat(traces()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SmallCity.UNKNOWN_HERE, "6228480402564890018", "0000000000000000000", "3104870500000000001"})
    void aCardThatIsNotOursIsUnknown(String cardNo) throws IOException, SQLException {
        TapJson tap = TapJson.meal(cardNo, stand.nextSeq());
        String before = traces();
        assertThat(reason(tap)).isEqualTo("CARD_UNKNOWN");
        assertThat(stand.send(tap.lookUp()).code()).isEqualTo(40402);
        assertThat(traces()).isEqualTo(before);
    }

    private static String reason(TapJson tap) throws IOException {
        Reply reply = stand.send(tap.request());
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().get("reason").asText();
    }

    private static String oneBitOff(String tac) {
        return tac.substring(0, 15) + (tac.charAt(15) == '0' ? '1' : '0');
    }

    /** Everything that a tap could change. */
    private static String traces() throws SQLException {
        return stand.ask("SELECT (SELECT count(*) FROM tap) || ' ' || md5(string_agg(a::text, ',' ORDER BY holder_id))"
                + " FROM account a");
    }
}
