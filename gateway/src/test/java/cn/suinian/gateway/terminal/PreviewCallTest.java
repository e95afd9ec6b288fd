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
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a till hears before a tap is what the tap then gets. */
@ExtendWith(PostgresExtension.class)
class PreviewCallTest {
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
    void aLunchIsPreviewedAsTheProtocolPageSays() throws IOException {
        Request ask = preview(SmallCity.CANTEEN, stand.anotherCard());
        Reply reply = stand.send(ask);
        assertThat(reply.text())
                .isEqualTo("{\"card\":\"GOOD\",\"services\":[{\"service\":\"MEAL\",\"entitled\":true,\"reason\":null,"
                        + "\"benefit\":\"MEAL\",\"cap\":500,\"percent\":100,\"balanceLeft\":5,"
                        + "\"window\":{\"from\":\"10:30\",\"to\":\"13:30\"},\"display\":{\"zh\":\"本餐最多补贴 5 元\","
                        + "\"en\":\"The subsidy for this meal is up to 5 yuan.\"}}]}");
        assertThat(reply.header("suinian-mac")).hasValue(ask.replyMac(reply));
    }

    @Test
    void agreesWithTheTapThatFollowsWhateverThePersonIs() throws IOException, SQLException {
        List<String> lives = List.of(
                "SELECT 1",
                "UPDATE card SET status = 'LOST' WHERE card_serial = %d",
                "UPDATE card SET status = 'CANCELLED' WHERE card_serial = %d",
                "UPDATE card SET expires_on = '2026-11-22' WHERE card_serial = %d",
                "UPDATE holder SET deceased_on = '2026-11-22' WHERE holder_id = %d",
                "UPDATE holder SET born_on = '1966-11-24' WHERE holder_id = %d",
                "UPDATE holder SET born_on = '1960-01-01' WHERE holder_id = %d",
                "DELETE FROM holder_hukou WHERE holder_id = %d",
                "UPDATE holder_hukou SET district = 5 WHERE holder_id = %d",
                "INSERT INTO holder_category VALUES (%d, 'MODERATELY_DISABLED', '2020-01-01')");
        List<BiFunction<String, Long, TapJson>> taps =
                List.of(TapJson::meal, TapJson::bus, TapJson::sports, TapJson::care, TapJson::check);
        for (String life : lives) {
            String card = stand.anotherCard();
            stand.ask(life.formatted(Integer.parseInt(card.substring(10, 18))));
            for (int i = 0; i < 2 * taps.size(); i++) {
                TapJson tap =
                        taps.get(i % taps.size()).apply(card, stand.nextSeq()).counter(i + 1);
                JsonNode foreseen = stand.send(preview(tap.terminalId(), card))
                        .json()
                        .get("services")
                        .get(0);
                JsonNode answer = stand.send(tap.request()).json();
                assertThat(foreseen.get("reason")).as(life + tap.text()).isEqualTo(answer.get("reason"));
                if (answer.get("outcome").asText().equals("APPROVED")) {
                    assertThat(foreseen.get("benefit")).isEqualTo(answer.get("benefit"));
                }
            }
        }
    }

    @Test
    void storesAndUsesNothing() throws IOException, SQLException {
        String card = stand.anotherCard();
        String account = "SELECT version || ' ' || counter_high FROM account WHERE holder_id = "
                + Integer.parseInt(card.substring(10, 18));
        String before = stand.ask(account);
        String taps = stand.ask("SELECT count(*) FROM tap");
        for (int i = 0; i < 7; i++) {
            stand.send(preview(SmallCity.CANTEEN, card));
        }
        assertThat(stand.ask(account)).isEqualTo(before);
        assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo(taps);
        assertThat(stand.send(TapJson.meal(card, stand.nextSeq()).request()).text())
                .contains("\"balanceLeft\":4");
    }

    @Test
    void tellsNothingOfThePersonBeyondTheOffer() throws IOException {
        String card = stand.anotherCard();
        JsonNode preview = stand.send(preview(SmallCity.CARE, card)).json();
        assertThat(preview.fieldNames()).toIterable().containsExactly("card", "services");
        assertThat(preview.get("services").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "service",
                        "entitled",
                        "reason",
                        "benefit",
                        "cap",
                        "percent",
                        "balanceLeft",
                        "window",
                        "display");
        assertThat(preview.toString()).contains("NOT_ENTITLED").doesNotContain("NANSHAN", "1950", card);
    }

    @Test
    void aCardThatIsNotOursGetsNothing() throws IOException {
        for (String card : List.of(SmallCity.UNKNOWN_HERE, "6222021234567890128")) {
            assertThat(stand.send(preview(SmallCity.CANTEEN, card)).text())
                    .contains("\"card\":\"CARD_UNKNOWN\"", "\"entitled\":false,\"reason\":\"CARD_UNKNOWN\"");
        }
    }

    @Test
    void aWrongQuestionNamesWhatIsWrong() throws IOException {
        assertRefused(stand, preview(SmallCity.CANTEEN, "310487046012345678"), 400, 40004, "cardNo");
        assertRefused(stand, preview(SmallCity.CANTEEN, SmallCity.VECTOR_CARD + "?age=1"), 400, 40003, "age");
        assertRefused(stand, preview(SmallCity.STRANGER, SmallCity.VECTOR_CARD), 401, 40102, "-");
        assertRefused(stand, preview(SmallCity.CANTEEN, SmallCity.VECTOR_CARD).method("POST"), 405, 40501, "-");
    }

    private static Request preview(long terminal, String card) {
        return Request.get(terminal, "/v1/entitlements/" + card);
    }
}
