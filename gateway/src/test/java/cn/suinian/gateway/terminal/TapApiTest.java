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
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a terminal hears about a tap, byte for byte, and what is kept of it (docs/protocol.md, sections 5, 6 and 8). */
@ExtendWith(PostgresExtension.class)
class TapApiTest {
    private static final String ABOARD = display("您好，请上车", "Welcome aboard");
    private static final String IN = display("您好，请进站", "Welcome, please go in");
    private static final String OUT = display("请出站，慢走", "Goodbye, take care");

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
    void theLunchOfTheProtocolPageIsAnsweredAsItSays() throws IOException {
        Reply reply =
                stand.send(TapJson.meal(SmallCity.VECTOR_CARD, 99).counter(4711).request());
        assertThat(reply.text())
                .isEqualTo("{\"tapId\":\"20261123-440300010007-99-ede267b1\",\"outcome\":\"APPROVED\",\"reason\":null,"
                        + "\"subsidy\":500,\"selfPay\":1300,\"benefit\":\"MEAL\",\"balanceLeft\":4,\"journey\":null,"
                        + "\"display\":{\"zh\":\"补贴 5 元，自付 13 元，请慢用\","
                        + "\"en\":\"Subsidy 5 yuan, you pay 13 yuan. Enjoy your meal.\"},\"cue\":\"PAY\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).hasValue("application/json");
        assertThat(reply.header("cache-control")).hasValue("no-store");
    }

    @Test
    void aBusRideCostsTheHolderNothing() throws IOException {
        TapJson ride = TapJson.bus(stand.anotherCard(), 5);
        assertThat(stand.send(ride.request()).text())
                .isEqualTo("{\"tapId\":\"20261123-440300000002-5-" + ride.tac().substring(0, 8)
                        + "\",\"outcome\":\"APPROVED\",\"reason\":null,\"subsidy\":200,\"selfPay\":0,"
                        + "\"benefit\":\"TRANSIT\",\"balanceLeft\":null,\"journey\":null," + ABOARD);
    }

    @Test
    void aMetroEntryAndItsExitAreOneJourney() throws IOException {
        String card = stand.anotherCard();
        TapJson entry = TapJson.gate(card, stand.nextSeq(), "ENTRY", 0);
        TapJson exit = TapJson.gate(card, stand.nextSeq(), "EXIT", 400)
                .counter(2)
                .at(SmallCity.NOW.plusSeconds(60).withOffsetSameInstant(ZoneOffset.UTC));
        assertThat(stand.send(entry.request()).text()).contains("\"subsidy\":0,", "\"journey\":\"OPENED\"", IN);
        assertThat(stand.send(exit.request()).text()).contains("\"subsidy\":400,", "\"journey\":\"COMPLETED\"", OUT);
        assertThat(stand.send(TapJson.gate(card, stand.nextSeq(), "EXIT", 300)
                                .counter(3)
                                .request())
                        .text())
                .contains("\"journey\":\"ENTRY_MISSING\"", OUT);
        assertThat(stand.send(exit.lookUp()).text()).contains(OUT);
    }

    @Test
    void aDeclineIsAnAnswer() throws IOException {
        TapJson second = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(second.request());
        second.seq(stand.nextSeq()).counter(2);
        assertThat(stand.send(second.request()).text())
                .isEqualTo("{\"tapId\":\"20261123-440300010007-" + second.terminalSeq() + "-"
                        + second.tac().substring(0, 8) + "\",\"outcome\":\"DECLINED\","
                        + "\"reason\":\"MEAL_TAKEN_TODAY\",\"subsidy\":0,\"selfPay\":0,\"benefit\":null,"
                        + "\"balanceLeft\":4,\"journey\":null,\"display\":{\"zh\":\"今天的午餐补贴已使用，本餐请自付\","
                        + "\"en\":\"Today's lunch subsidy is used. This meal is at its own price.\"},"
                        + "\"cue\":\"HELP\"}");
    }

    @Test
    void theSameTapAgainHasTheSameAnswerAndIsCountedOnce() throws IOException, SQLException {
        String card = stand.anotherCard();
        TapJson tap = TapJson.meal(card, stand.nextSeq());
        Reply first = stand.send(tap.request());
        Reply again = stand.send(tap.request().sent("2026-11-23T04:17:00Z"));
        Reply later = stand.send(tap.at(SmallCity.NOW.withOffsetSameInstant(ZoneOffset.ofHours(9)))
                .request());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(later.body()).isEqualTo(first.body());
        assertThat(stand.send(tap.lookUp()).body()).isEqualTo(first.body());
        assertThat(rows(tap)).isEqualTo("1 APPROVED of 500 fen");
    }

    @Test
    void aNumberUsedForAnotherTapOfTheCardIsAConflict() throws IOException, SQLException {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(tap.request());
        String tac = tap.tac();
        Reply other = stand.send(tap.counter(2).request());
        assertThat(tap.tac()).isNotEqualTo(tac);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo(40901);
        assertThat(other.field()).isEqualTo("terminalSeq");
        assertThat(rows(tap)).isEqualTo("1 APPROVED of 500 fen");
    }

    @Test
    void twoHoldersMayHaveTheSameNumber() throws IOException {
        long seq = stand.nextSeq();
        assertThat(stand.send(TapJson.bus(stand.anotherCard(), seq).request()).text())
                .contains("APPROVED");
        assertThat(stand.send(TapJson.bus(stand.anotherCard(), seq).request()).text())
                .contains("APPROVED");
    }

    @Test
    void aTapNobodyHasSeenIsNotFound() throws IOException {
        TapJson tap = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        Reply reply = stand.send(tap.lookUp());
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo(40402);
        stand.send(tap.request());
        assertThat(stand.send(tap.lookUp()).status()).isEqualTo(200);
        assertThat(stand.send(TapJson.gate(tap.cardNo(), tap.terminalSeq(), "ENTRY", 0)
                                .lookUp())
                        .code())
                .as("another terminal's question")
                .isEqualTo(40402);
    }

    @Test
    void aDeclineIsFoundAgainLikeAnApproval() throws IOException {
        TapJson tap = TapJson.bus(SmallCity.LOST_CARD, stand.nextSeq());
        Reply declined = stand.send(tap.request());
        assertThat(declined.text()).contains("\"reason\":\"CARD_LOST\"", "\"cue\":\"HELP\"");
        assertThat(stand.send(tap.lookUp()).body()).isEqualTo(declined.body());
    }

    private static String rows(TapJson tap) throws SQLException {
        return stand.ask("SELECT count(*) || CASE max(reason) WHEN 0 THEN ' APPROVED' ELSE ' DECLINED' END || ' of '"
                + " || sum(subsidy) || ' fen' FROM tap WHERE terminal_id = " + tap.terminalId()
                + " AND terminal_seq = " + tap.terminalSeq());
    }

    private static String display(String zh, String en) {
        return "\"display\":{\"zh\":\"" + zh + "\",\"en\":\"" + en + "\"},\"cue\":\"PASS\"}";
    }
}
