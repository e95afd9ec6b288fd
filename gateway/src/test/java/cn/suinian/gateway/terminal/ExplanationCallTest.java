package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How taps were decided, as their terminal is told. */
@ExtendWith(PostgresExtension.class)
class ExplanationCallTest {
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
    void aLunchIsExplainedAsTheProtocolPageSays() throws IOException {
        TapJson lunch = TapJson.meal(SmallCity.VECTOR_CARD, 99).counter(4711).with("denylistVersion", "1");
        stand.send(lunch.request());

        Reply explained = stand.send(lunch.explanation());

        assertThat(explained.text())
                .isEqualTo("{\"tapId\":\"20261123-440300010007-99-ede267b1\",\"service\":\"MEAL\","
                        + "\"outcome\":\"APPROVED\",\"reason\":null,\"hint\":null,\"amount\":1800,\"subsidy\":500,"
                        + "\"rule\":{\"id\":4,\"benefit\":\"MEAL\",\"district\":null,\"validFrom\":\"2025-01-20\","
                        + "\"window\":{\"from\":\"10:30\",\"to\":\"13:30\"},"
                        + "\"basis\":\"City meal subsidy of 2025-01-20: cap 5 yuan at 70 to 99\"},"
                        + "\"limits\":{\"unit\":\"LUNCHES_OF_WEEK\",\"before\":0,\"after\":1,\"limit\":5},"
                        + "\"facts\":{\"card\":\"ACTIVE\",\"judged\":\"ONLINE\",\"goodFaith\":false},"
                        + "\"denylistVersion\":1,\"businessDay\":\"2026-11-23\","
                        + "\"tappedAt\":\"2026-11-23T12:15:30+08:00\",\"receivedAt\":\"2026-11-23T12:15:30+08:00\","
                        + "\"reversal\":null}");
        assertThat(explained.header("suinian-mac")).hasValue(lunch.explanation().replyMac(explained));
    }

    @Test
    void aDeclineCarriesItsHintAndTheRuleItMet() throws IOException {
        TapJson second = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(second.request());
        second.seq(stand.nextSeq()).counter(2);
        stand.send(second.request());

        assertThat(stand.send(second.explanation()).text())
                .contains("\"reason\":\"MEAL_TAKEN_TODAY\",\"hint\":{\"zh\":\"每天一次午餐补贴，今天已用。请按原价收取本餐")
                .contains("\",\"en\":\"One subsidised lunch a day. Take this meal's own price;")
                .contains("\"rule\":{\"id\":4,", "\"before\":1,\"after\":1,\"limit\":5");
    }

    @Test
    void aStoppedCardIsSaidToBeStopped() throws IOException {
        TapJson lost = TapJson.bus(SmallCity.LOST_CARD, stand.nextSeq());
        stand.send(lost.request());

        assertThat(stand.send(lost.explanation()).text())
                .contains("\"reason\":\"CARD_LOST\"", "\"card\":\"LOST\",\"judged\":\"ONLINE\",\"goodFaith\":false")
                .contains("\"rule\":null,\"limits\":null");
    }

    @Test
    void aStoredTapOfALostCardSaysThatItWasTakenInGoodFaith() throws IOException, SQLException {
        String card = stand.anotherCard();
        stand.ask("UPDATE card SET status = 'LOST', status_since = '2026-11-23 08:00+08' WHERE card_serial = "
                + Integer.parseInt(card.substring(10, 18)));
        TapJson ride = TapJson.bus(card, stand.nextSeq())
                .at(SmallCity.NOW.minusHours(2))
                .with("denylistVersion", "1");
        assertThat(stand.send(ride.request()).text()).contains("APPROVED");

        assertThat(stand.send(ride.explanation()).text())
                .contains("\"card\":\"LOST\",\"judged\":\"AT_TAP_TIME\",\"goodFaith\":true");
    }

    @Test
    void aReversalIsPartOfTheStory() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(lunch.request());
        stand.send(lunch.reversal("NOT_SERVED"));

        assertThat(stand.send(lunch.explanation()).text())
                .contains(
                        "\"outcome\":\"APPROVED\"",
                        "\"reversal\":{\"reason\":\"NOT_SERVED\","
                                + "\"reversedAt\":\"2026-11-23T12:15:30+08:00\",\"balanceLeft\":5}}");
    }

    @Test
    void aTapOfYesterdayTellsWhenItWasMadeWhenItCameAndWhichDayClearsIt() throws IOException {
        TapJson ride = TapJson.bus(stand.anotherCard(), stand.nextSeq()).at(SmallCity.NOW.minusHours(23));
        stand.send(ride.request());
        stand.clock().advance(Duration.ofSeconds(40));
        stand.send(ride.reversal("TILL_ERROR"));
        stand.clock().set(SmallCity.NOW.toInstant());

        assertThat(stand.send(ride.explanation()).text())
                .contains(
                        "\"businessDay\":\"2026-11-23\",\"tappedAt\":\"2026-11-22T13:15:30+08:00\","
                                + "\"receivedAt\":\"2026-11-23T12:15:30+08:00\"",
                        "\"reversedAt\":\"2026-11-23T12:16:10+08:00\"");
    }

    @Test
    void aTapOlderThanTheRecordIsStillExplainedAsFarAsItGoes() throws IOException, SQLException {
        stand.ask("INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,"
                + " card_counter, tac, tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy,"
                + " service, reason, journey) VALUES ('2026-11-20', '2026-11-20', 3, " + SmallCity.CANTEEN
                + ", 7, 1000, 1, 1, '2026-11-20 12:00+08', '2026-11-20 12:00+08', 1000, 1800, 0, 0, 2, 16, 0)");
        stand.ask("UPDATE account SET counter_high = 1, counter_window = 3 WHERE holder_id = 1000");

        Request ask = Request.get(
                SmallCity.CANTEEN, "/v1/taps/7/explanation?date=2026-11-20&cardNo=" + new CardNumber(1000).digits());
        assertThat(stand.send(ask).text())
                .contains("\"reason\":\"MEAL_TAKEN_TODAY\"", "\"rule\":null,\"limits\":null,\"facts\":null");
    }

    @Test
    void saysNothingOfThePersonWhatever() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(lunch.request());

        assertThat(stand.send(lunch.explanation()).json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "tapId",
                        "service",
                        "outcome",
                        "reason",
                        "hint",
                        "amount",
                        "subsidy",
                        "rule",
                        "limits",
                        "facts",
                        "denylistVersion",
                        "businessDay",
                        "tappedAt",
                        "receivedAt",
                        "reversal");
        assertThat(stand.send(lunch.explanation()).text()).doesNotContain("NANSHAN", lunch.cardNo());
    }

    @Test
    void anotherTerminalsTapIsNeverSeen() throws IOException {
        TapJson lunch = TapJson.meal(stand.anotherCard(), stand.nextSeq());
        stand.send(lunch.request());
        assertRefused(stand, TapJson.bus(lunch.cardNo(), lunch.terminalSeq()).explanation(), 404, 40402, "-");
        assertRefused(
                stand, TapJson.meal(SmallCity.UNKNOWN_HERE, lunch.terminalSeq()).explanation(), 404, 40402, "-");
    }
}
