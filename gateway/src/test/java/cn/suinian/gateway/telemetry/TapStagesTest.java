package cn.suinian.gateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.stage.TapStage;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.TapJson;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators see where a tap's time goes. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class TapStagesTest {
    private TerminalStand stand;

    @BeforeEach
    void start(Database database) throws Exception {
        stand = TerminalStand.start(database);
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    @Test
    void aTapIsMeasuredInEveryStage() throws Exception {
        Reply reply = stand.send(another().request());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(counts())
                .hasSize(TapStage.values().length)
                .allSatisfy((stage, count) -> assertThat(count).isOne());
        for (TapStage stage : TapStage.values()) {
            assertThat(timer(stage).totalTime(TimeUnit.NANOSECONDS))
                    .as("%s", stage)
                    .isPositive();
        }
        for (String stage : List.of("verify", "parse", "tac", "queue", "decide", "commit")) {
            assertThat(stand.meters().scrape())
                    .contains(
                            "suinian_tap_stage_seconds_count{stage=\"" + stage + "\"} 1",
                            "suinian_tap_stage_seconds_bucket{stage=\"" + stage + "\",le=\"+Inf\"} 1");
        }
    }

    @Test
    void theStagesTakeNoLongerThanTheAnswer() throws Exception {
        stand.send(another().request());

        double stages = 0;
        for (TapStage stage : TapStage.values()) {
            stages += timer(stage).totalTime(TimeUnit.NANOSECONDS);
        }
        assertThat(stages)
                .isLessThanOrEqualTo(stand.meters()
                        .get("suinian.taps.answered")
                        .tag("outcome", "answered")
                        .tag("call", "single")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS));
    }

    @Test
    void aBatchIsProvenAndReadOnceAndEachOfItsTacsIsProven() throws Exception {
        stand.send(BatchJson.of(IntStream.range(0, 200).mapToObj(i -> another()).toList()));

        assertThat(counts())
                .containsEntry(TapStage.VERIFY, 1L)
                .containsEntry(TapStage.PARSE, 1L)
                .containsEntry(TapStage.TAC, 200L);
        assertThat(counts().get(TapStage.QUEUE)).isLessThan(200L);
        assertThat(timer(TapStage.VERIFY).totalTime(TimeUnit.NANOSECONDS))
                .as("the share of a tap in a MAC that a worker proved")
                .isPositive();
    }

    @Test
    void aForgedTapIsMeasuredUpToItsTac() throws Exception {
        stand.send(another().with("tac", "\"0000000000000000\"").request());

        assertThat(counts())
                .isEqualTo(Map.of(
                        TapStage.VERIFY, 1L,
                        TapStage.PARSE, 1L,
                        TapStage.TAC, 1L,
                        TapStage.QUEUE, 0L,
                        TapStage.DECIDE, 0L,
                        TapStage.COMMIT, 0L));
    }

    @Test
    void noStageHasMoreBucketsThanADashboardCanBear() {
        String[] lines = stand.meters().scrape().split("\n");

        for (String stage : List.of("verify", "parse", "tac", "queue", "decide", "commit")) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("suinian_tap_stage_seconds_bucket{stage=\"" + stage))
                    .hasSizeBetween(10, 100);
        }
    }

    private TapJson another() {
        return TapJson.meal(stand.anotherCard(), stand.nextSeq());
    }

    private Timer timer(TapStage stage) {
        return stage.timer(stand.meters());
    }

    private Map<TapStage, Long> counts() {
        Map<TapStage, Long> counts = new EnumMap<>(TapStage.class);
        for (TapStage stage : TapStage.values()) {
            counts.put(stage, timer(stage).count());
        }
        return counts;
    }
}
