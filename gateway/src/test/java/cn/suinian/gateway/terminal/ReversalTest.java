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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taps undone over HTTP, through two nodes on one database. */
@ExtendWith(PostgresExtension.class)
class ReversalTest {
    private static final int COPIES = 50;
    private static TerminalStand stand;
    private static TerminalStand otherNode;

    @BeforeAll
    static void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
        otherNode = TerminalStand.start(database);
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        stand.close();
    }

    @Test
    void givesTodaysLunchBack() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        String tapId = stand.send(lunch.request()).json().get("tapId").asText();

        Reply undone = stand.send(lunch.reversal("NOT_SERVED"));

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.text())
                .isEqualTo("{\"tapId\":\"" + tapId + "\",\"outcome\":\"REVERSED\",\"reason\":\"NOT_SERVED\","
                        + "\"reversedAt\":\"2026-11-23T12:15:30+08:00\",\"subsidy\":-500,\"selfPay\":-1300,"
                        + "\"benefit\":\"MEAL\",\"balanceLeft\":5,\"display\":{\"zh\":\"已撤销，本次不计\","
                        + "\"en\":\"Undone. This tap does not count.\"},\"cue\":\"PASS\"}");
        assertThat(undone.header("suinian-mac"))
                .hasValue(lunch.reversal("NOT_SERVED").replyMac(undone));
        assertThat(stand.send(next(lunch, 2).request()).text()).contains("\"outcome\":\"APPROVED\"", "\"subsidy\":500");
    }

    @Test
    void leavesTheFirstAnswerAsItWas() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        Reply first = stand.send(lunch.request());
        stand.send(lunch.reversal("TILL_ERROR"));

        assertThat(stand.send(lunch.request()).body()).isEqualTo(first.body());
        assertThat(otherNode.send(lunch.lookUp()).body()).isEqualTo(first.body());
    }

    @Test
    void fiftyAtOnceThroughTwoNodesGiveBackOnce() throws IOException, SQLException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(lunch.request());
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < COPIES; i++) {
                wires.add((i % 2 == 0 ? stand : otherNode).connect());
            }
            for (int i = 0; i < COPIES; i++) {
                wires.get(i)
                        .send(lunch.reversal(i % 3 == 0 ? "NOT_SERVED" : "HOLDER_ASKED")
                                .bytes());
            }
            List<String> answers = new ArrayList<>();
            for (Wire wire : wires) {
                answers.add(wire.read(true).text());
            }
            assertThat(answers).containsOnly(answers.get(0));
            assertThat(answers.get(0)).contains("\"outcome\":\"REVERSED\"", "\"balanceLeft\":5");
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
        assertThat(reversals(lunch)).isEqualTo("1");
        assertThat(stand.send(next(lunch, 2).request()).text()).contains("\"subsidy\":500", "\"balanceLeft\":4");
        assertThat(stand.send(next(lunch, 3).request()).text()).contains("MEAL_TAKEN_TODAY");
    }

    @Test
    void theFirstReversalIsAnsweredWhateverTheRepeatSaysAndWheneverItComes() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(lunch.request());
        Reply first = stand.send(lunch.reversal("GATE_SHUT"));
        otherNode.clock().advance(Duration.ofMinutes(4));

        Reply again = otherNode.send(lunch.reversal("TILL_ERROR"));

        otherNode.clock().set(SmallCity.NOW.toInstant());
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aVoucherGetsItsFenBack() throws IOException, SQLException {
        TapJson care = TapJson.care(disabled(), stand.nextSeq());
        assertThat(stand.send(care.request()).text()).contains("\"subsidy\":10000", "\"balanceLeft\":70000");

        assertThat(stand.send(care.reversal("NOT_SERVED")).text())
                .contains("\"subsidy\":-10000,\"selfPay\":-10000,\"benefit\":\"VOUCHER\",\"balanceLeft\":80000");
        assertThat(stand.send(next(care, 2).request()).text()).contains("\"balanceLeft\":70000");
    }

    @Test
    void aRideWithoutMoneyIsUndoneWithPlainZeroes() throws IOException {
        TapJson entry = TapJson.gate(stand.anotherCard(), stand.nextSeq(), "ENTRY", 0);
        stand.send(entry.request());

        assertThat(stand.send(entry.reversal("GATE_SHUT")).text())
                .contains("\"subsidy\":0,\"selfPay\":0,\"benefit\":\"TRANSIT\",\"balanceLeft\":null");
        assertThat(stand.send(TapJson.gate(entry.cardNo(), stand.nextSeq(), "EXIT", 400)
                                .counter(2)
                                .request())
                        .text())
                .contains("ENTRY_MISSING");
    }

    @Test
    void racingTheTapsOwnRetryBothAreAnsweredAsTheyMust() throws IOException, SQLException {
        for (int round = 0; round < 20; round++) {
            TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
            Reply first = stand.send(lunch.request());
            try (Wire retry = otherNode.connect();
                    Wire undo = stand.connect()) {
                undo.send(lunch.reversal("TILL_ERROR").bytes());
                retry.send(lunch.request().bytes());
                assertThat(retry.read(true).body()).isEqualTo(first.body());
                assertThat(undo.read(true).text()).contains("\"outcome\":\"REVERSED\"");
            }
            assertThat(reversals(lunch)).isEqualTo("1");
        }
    }

    @Test
    void racingTheFirstSendingItIsNeverSeenOrUndone() throws IOException, SQLException {
        for (int round = 0; round < 20; round++) {
            TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
            try (Wire tap = otherNode.connect();
                    Wire undo = stand.connect()) {
                tap.send(lunch.request().bytes());
                undo.send(lunch.reversal("TILL_ERROR").bytes());
                assertThat(tap.read(true).text()).contains("\"outcome\":\"APPROVED\"");
                Reply undone = undo.read(true);
                boolean seen = undone.status() == 200;
                assertThat(seen || undone.code() == 40402).isTrue();
                assertThat(reversals(lunch)).isEqualTo(seen ? "1" : "0");
            }
        }
    }

    @Test
    void aTapNobodyHasSeenCannotBeUndone() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        assertRefused(stand, lunch.reversal("TILL_ERROR"), 404, 40402, "-");
        stand.send(lunch.request());
        TapJson elsewhere = TapJson.bus(lunch.cardNo(), lunch.terminalSeq());
        assertRefused(stand, elsewhere.reversal("TILL_ERROR"), 404, 40402, "-");
        TapJson unknown = TapJson.meal(SmallCity.UNKNOWN_HERE, lunch.terminalSeq());
        assertRefused(stand, unknown.reversal("TILL_ERROR"), 404, 40402, "-");
    }

    @Test
    void aDeclineAndAnIdentityCheckHaveNothingToGiveBack() throws IOException {
        TapJson lost = TapJson.bus(SmallCity.LOST_CARD, stand.nextSeq());
        stand.send(lost.request());
        assertRefused(stand, lost.reversal("TILL_ERROR"), 409, 40902, "-");
        TapJson check = TapJson.check(stand.anotherCard(), stand.nextSeq());
        assertThat(stand.send(check.request()).text()).contains("APPROVED");
        assertRefused(stand, check.reversal("TILL_ERROR"), 409, 40902, "-");
    }

    @Test
    void afterADayItIsTooLateButARepeatStillHearsTheFirst() throws IOException {
        TapJson early = TapJson.bus(stand.anotherCard(), stand.nextSeq()).at(SmallCity.NOW.minusHours(25));
        TapJson undone = TapJson.bus(stand.anotherCard(), stand.nextSeq()).at(SmallCity.NOW.minusHours(23));
        stand.send(early.request());
        stand.send(undone.request());
        assertRefused(stand, early.reversal("TILL_ERROR"), 422, 42202, "-");
        Reply first = stand.send(undone.reversal("TILL_ERROR"));
        String later = SmallCity.NOW.plusHours(2).toString();
        stand.clock().advance(Duration.ofHours(2));
        try {
            assertThat(stand.send(undone.reversal("TILL_ERROR").sent(later)).body())
                    .isEqualTo(first.body());
        } finally {
            stand.clock().set(SmallCity.NOW.toInstant());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'cardNo':'C','reason':'TILL_ERROR'}|40002|date",
                "{'date':'2026-11-23','reason':'TILL_ERROR'}|40002|cardNo",
                "{'date':'2026-11-23','cardNo':'C'}|40002|reason",
                "{'date':'2026-11-23','cardNo':'C','reason':'BORED'}|40004|reason",
                "{'date':'2026-11-31','cardNo':'C','reason':'TILL_ERROR'}|40005|date",
                "{'date':'2026-11-23','cardNo':'1','reason':'TILL_ERROR'}|40004|cardNo",
                "{'date':'2026-11-23','cardNo':'C','reason':'TILL_ERROR','amount':1}|40003|amount",
                "{'date':'2026-11-23','date':'2026-11-23','cardNo':'C','reason':'TILL_ERROR'}|40006|date",
                "[]|40001|-"
            })
    void aWrongBodyNamesItsField(String body, int code, String field) throws IOException {
        TapJson lunch = TapJson.meal(SmallCity.VECTOR_CARD, 1);
        String json = body.replace('\'', '"').replace("\"C\"", '"' + SmallCity.VECTOR_CARD + '"');
        assertRefused(stand, lunch.reversalBody(json), 400, code, field);
    }

    @Test
    void aPathWithoutANumberIsMalformedLikeAnyOtherField() throws IOException {
        Request reversal = TapJson.meal(SmallCity.VECTOR_CARD, 1).reversal("TILL_ERROR");
        assertRefused(stand, reversal.target("/v1/taps/abc/reversal"), 400, 40004, "terminalSeq");
        assertRefused(stand, reversal.target("/v1/taps/0/reversal"), 400, 40005, "terminalSeq");
    }

    private static TapJson next(TapJson tap, long counter) {
        return tap.seq(stand.nextSeq()).counter(counter);
    }

    private static String disabled() throws SQLException {
        String card = stand.anotherCard();
        stand.ask("INSERT INTO holder_category VALUES (" + Integer.parseInt(card.substring(10, 18))
                + ", 'MODERATELY_DISABLED', '2020-01-01')");
        return card;
    }

    private static String reversals(TapJson tap) throws SQLException {
        return stand.ask("SELECT count(*) FROM tap_reversal WHERE terminal_seq = " + tap.terminalSeq()
                + " AND terminal_id = " + tap.terminalId());
    }
}
