package cn.suinian.gateway.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody sends again what he copied on the line: the same answer or none, and never a second effect. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReplayTest {
    private Scene scene;

    @BeforeEach
    void start(Database database) throws Exception {
        scene = new Scene(database);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void ofATapWithinTheToleranceIsGivenTheSameAnswer() throws IOException, SQLException {
        String before = scene.traces();
        for (int i = 0; i < 5; i++) {
            scene.stand().clock().advance(Duration.ofSeconds(60));
            Reply again = scene.send(scene.capturedRequest());
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(scene.capturedReply().body());
        }
        assertThat(scene.traces()).isEqualTo(before);
    }

    @Test
    void ofATapAfterTheToleranceIsRefused() throws IOException, SQLException {
        String before = scene.traces();
        scene.stand().clock().advance(Duration.ofSeconds(301));
        assertThat(scene.send(scene.capturedRequest()).code()).isEqualTo(40105);
        assertThat(scene.traces()).isEqualTo(before);
    }

    @Test
    void ofABatchIsGivenTheSameAnswer() throws IOException, SQLException {
        Request batch = BatchJson.of(
                        TapJson.bus(scene.stand().anotherCard(), 1),
                        TapJson.bus(scene.stand().anotherCard(), 2),
                        TapJson.bus(SmallCity.VECTOR_CARD, 3).with("amount", "1"))
                .sealed();
        Reply first = scene.send(batch);
        String before = scene.traces();
        assertThat(first.status()).isEqualTo(200);
        assertThat(scene.send(batch).body()).isEqualTo(first.body());
        assertThat(scene.send(batch).body()).isEqualTo(first.body());
        assertThat(scene.traces()).isEqualTo(before);
    }

    @Test
    void ofOneTapOfABatchAloneIsTheSameTap() throws IOException, SQLException {
        TapJson tap = TapJson.bus(scene.stand().anotherCard(), 1);
        Reply first = scene.send(BatchJson.of(tap).sealed());
        String before = scene.traces();
        Reply alone = scene.send(tap.request());
        assertThat(alone.json()).isEqualTo(first.json().at("/results/0/answer"));
        assertThat(scene.traces()).isEqualTo(before);
    }

    @Test
    void ofAReversalIsGivenTheSameAnswer() throws IOException, SQLException {
        Request reversal = Request.post(
                        SmallCity.CANTEEN,
                        "{\"date\":\"2026-11-23\",\"cardNo\":\""
                                + scene.captured().cardNo() + "\",\"reason\":\"TILL_ERROR\"}")
                .target("/v1/taps/" + scene.captured().terminalSeq() + "/reversal")
                .sealed();
        Reply first = scene.send(reversal);
        assertThat(first.status()).as("%s", first).isEqualTo(200);
        String before = scene.traces();
        scene.stand().clock().advance(Duration.ofSeconds(100));
        assertThat(scene.send(reversal).body()).isEqualTo(first.body());
        assertThat(scene.traces()).isEqualTo(before);
    }

    /** The tap was taken back, and whoever copied it cannot bring it about again. */
    @Test
    void ofATapThatWasReversedGrantsNothingAgain() throws IOException, SQLException {
        ofAReversalIsGivenTheSameAnswer();
        String before = scene.traces();
        scene.send(scene.capturedRequest());
        assertThat(scene.traces()).isEqualTo(before);
    }

    /**
     * The card's key made both proofs, so this is a card that was copied or a terminal that lies: kept, and declined.
     */
    @Test
    void ofACardsCounterForAnotherTapIsDeclinedAndGrantsNothing() throws IOException, SQLException {
        String before = scene.approvedTaps();
        TapJson other = TapJson.bus(scene.captured().cardNo(), scene.stand().nextSeq());
        assertThat(scene.send(other.request()).text()).contains("\"reason\":\"COUNTER_REPLAYED\"");
        TapJson meal = TapJson.meal(scene.captured().cardNo(), scene.stand().nextSeq());
        Reply declined = scene.send(meal.amount(900).request());
        assertThat(declined.text()).contains("\"reason\":\"COUNTER_REPLAYED\"", "\"subsidy\":0");
        assertThat(scene.approvedTaps()).isEqualTo(before);
    }

    @Test
    void withARetiredKeyIsRefused() throws IOException, SQLException {
        String before = scene.traces();
        scene.stand()
                .ask("UPDATE terminal SET key_version = 2, oldest_key_version = 2 WHERE terminal_id = "
                        + SmallCity.CANTEEN);
        scene.awaitCode(scene.captured().lookUp(), 40106);
        Reply refused = scene.send(scene.capturedRequest());
        assertThat(refused.code()).isEqualTo(40106);
        assertThat(refused.header("suinian-mac"))
                .as("proof with a key that others may have")
                .isEmpty();
        Request forged = TapJson.meal(scene.stand().anotherCard(), 7).request();
        assertThat(scene.send(forged).code()).isEqualTo(40106);
        assertThat(scene.traces()).isEqualTo(before);
        assertThat(scene.send(scene.captured().request().key(Scene.twoVersions(), 2))
                        .body())
                .isEqualTo(scene.capturedReply().body());
    }

    @Test
    void byASuspendedTerminalIsRefused() throws IOException, SQLException {
        String before = scene.traces();
        scene.stand().ask("UPDATE terminal SET status = 'SUSPENDED' WHERE terminal_id = " + SmallCity.CANTEEN);
        scene.awaitCode(scene.captured().lookUp(), 40301);
        assertThat(scene.send(scene.capturedRequest()).code()).isEqualTo(40301);
        TapJson another = TapJson.meal(scene.stand().anotherCard(), 7);
        assertThat(scene.send(another.request()).code()).isEqualTo(40301);
        assertThat(scene.send(BatchJson.of(another)).code()).isEqualTo(40301);
        assertThat(scene.send(another.request().body("{".getBytes(UTF_8))).code())
                .isEqualTo(40301);
        assertThat(scene.traces()).isEqualTo(before);
    }
}
