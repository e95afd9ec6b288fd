package cn.suinian.gateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.TapJson;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The time that terminals wait is seen in an outage too, and an upload does not hide what happens at the gates. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class TapsAnsweredTest {
    private static final int DEADLINE_MILLIS = 700;
    private static final Map<String, String> SHORT =
            Map.of("SUINIAN_LANES", "1", "SUINIAN_TAP_DEADLINE_MILLIS", Integer.toString(DEADLINE_MILLIS));

    @Test
    void whatGotNoAnswerIsMeasuredByItsCall(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, SHORT);
                Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE tap IN SHARE MODE");
            assertThat(stand.send(TapJson.bus(stand.anotherCard(), 1).request()).status())
                    .isEqualTo(503);
            assertThat(stand.send(BatchJson.of(
                                    TapJson.bus(stand.anotherCard(), 2), TapJson.bus(stand.anotherCard(), 3)))
                            .status())
                    .isEqualTo(200);
            other.rollback();

            assertThat(timer(stand, "single", "failed").count()).isOne();
            assertThat(timer(stand, "single", "failed").totalTime(TimeUnit.MILLISECONDS))
                    .as("the whole of the wait")
                    .isGreaterThanOrEqualTo(DEADLINE_MILLIS);
            assertThat(timer(stand, "batch", "failed").count()).isEqualTo(2);
            assertThat(timer(stand, "single", "answered").count()).isZero();
        }
    }

    @Test
    void whatATerminalGotWrongIsNeitherAnsweredNorOurFailure(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database)) {
            String card = stand.anotherCard();
            stand.send(TapJson.bus(card, 1).request());
            assertThat(stand.send(TapJson.bus(card, 1).counter(2).request()).status())
                    .isEqualTo(409);

            assertThat(timer(stand, "single", "answered").count()).isOne();
            assertThat(timer(stand, "single", "refused").count()).isOne();
            assertThat(timer(stand, "single", "failed").count()).isZero();
        }
    }

    @Test
    void theTimeOfALargeUploadBeginsBeforeItsMacIsProven(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database)) {
            stand.send(BatchJson.of(IntStream.range(1, 201)
                    .mapToObj(i -> TapJson.bus(stand.anotherCard(), i))
                    .toList()));

            double proof = 200
                    * stand.meters()
                            .get("suinian.tap.stage")
                            .tag("stage", "verify")
                            .timer()
                            .totalTime(TimeUnit.NANOSECONDS);
            Timer batch = timer(stand, "batch", "answered");
            assertThat(batch.count()).isEqualTo(200);
            assertThat(batch.mean(TimeUnit.NANOSECONDS)).isGreaterThan(proof);
        }
    }

    private static Timer timer(TerminalStand stand, String call, String outcome) {
        return stand.meters()
                .get("suinian.taps.answered")
                .tag("call", call)
                .tag("outcome", outcome)
                .timer();
    }
}
