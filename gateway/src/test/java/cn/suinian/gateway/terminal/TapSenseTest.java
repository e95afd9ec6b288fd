package cn.suinian.gateway.terminal;

import static cn.suinian.gateway.terminal.BadInput.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that only some services have a meaning for. */
@ExtendWith(PostgresExtension.class)
class TapSenseTest {
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
    void anIdentityCheckCostsNothing() throws IOException {
        TapJson check = TapJson.check(stand.anotherCard(), stand.nextSeq());
        assertRefused(stand, check.with("amount", "1").request(), 400, 40005, "amount");
        assertThat(stand.send(check.with("amount", "0").request()).text())
                .contains(
                        "\"benefit\":\"ALLOWANCE\"",
                        "\"subsidy\":0,\"selfPay\":0",
                        "The next check is due in May 2027.");
    }

    @Test
    void onlyAMealIsDelivered() throws IOException {
        TapJson ride = TapJson.bus(stand.anotherCard(), stand.nextSeq())
                .with("context", "{\"direction\":\"BOARD\",\"delivery\":false}");
        assertRefused(stand, ride.request(), 400, 40005, "context.delivery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"true\"", "null", "{}"})
    void whetherItIsDeliveredIsTrueOrFalse(String value) throws IOException {
        TapJson meal =
                TapJson.meal(stand.anotherCard(), stand.nextSeq()).with("context", "{\"delivery\":" + value + "}");
        assertRefused(stand, meal.request(), 400, 40004, "context.delivery");
    }

    @Test
    void aDeliveredMealPaysForBringingItWhereTheRuleSaysSo() throws IOException, SQLException {
        String card = stand.anotherCard();
        stand.ask("INSERT INTO holder_category VALUES (" + Integer.parseInt(card.substring(10, 18))
                + ", 'MODERATELY_DISABLED', '2020-01-01')");
        TapJson meal = TapJson.meal(card, stand.nextSeq()).with("context", "{\"delivery\":true}");
        assertThat(stand.send(meal.request()).text()).contains("\"subsidy\":500");
        assertThat(stand.ask("SELECT delivery_subsidy FROM tap WHERE terminal_seq = " + meal.terminalSeq()))
                .isEqualTo("200");
        TapJson fetched = TapJson.meal(stand.anotherCard(), stand.nextSeq()).with("context", "{\"delivery\":true}");
        stand.send(fetched.request());
        assertThat(stand.ask("SELECT delivery_subsidy FROM tap WHERE terminal_seq = " + fetched.terminalSeq()))
                .isEqualTo("0");
    }
}
