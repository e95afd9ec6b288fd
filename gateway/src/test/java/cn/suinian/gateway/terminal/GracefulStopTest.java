package cn.suinian.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that is told to stop answers what it accepted. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class GracefulStopTest {
    private static final int TAPS = 20;
    private static final Map<String, String> ONE_BY_ONE = Map.of("SUINIAN_LANES", "1", "SUINIAN_BATCH_CAP", "1");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void requestsUnderWayGetTheirAnswers(Database database) throws Exception {
        List<Wire> wires = new ArrayList<>();
        try (TerminalStand stand = TerminalStand.start(database, ONE_BY_ONE);
                Wire idle = stand.connect()) {
            assertThat(idle.exchange(TapJson.bus(stand.anotherCard(), stand.nextSeq())
                                    .request())
                            .status())
                    .isEqualTo(200);
            Future<Void> stopped;
            try (Connection other = database.dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE account IN SHARE MODE");
                for (int i = 0; i < TAPS; i++) {
                    Wire wire = stand.connect();
                    wires.add(wire);
                    wire.send(TapJson.bus(stand.anotherCard(), stand.nextSeq())
                            .request()
                            .bytes());
                }
                awaitTaps(stand);
                stopped = stand.stop();
                assertThat(idle.closedByPeer()).isTrue();
                assertThat(stopped.isComplete()).isFalse();
                other.rollback();
            }
            long unlocked = System.nanoTime();
            for (Wire wire : wires) {
                Reply reply = wire.read(true);
                assertThat(reply.text()).contains("\"outcome\":\"APPROVED\"");
                wire.close();
            }
            TerminalStand.await(stopped);
            assertThat(Duration.ofNanos(System.nanoTime() - unlocked)).isLessThan(PATIENCE);
            assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo(Integer.toString(TAPS + 1));
        }
    }

    private static void awaitTaps(TerminalStand stand) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (stand.waiting() < TAPS - 1) {
            assertThat(System.nanoTime()).as("the taps never came").isLessThan(patience);
        }
    }
}
