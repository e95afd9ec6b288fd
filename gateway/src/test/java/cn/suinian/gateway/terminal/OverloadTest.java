package cn.suinian.gateway.terminal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.app.TerminalStand;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.TapJson;
import cn.suinian.gateway.stand.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that does not answer: every terminal hears so in time, and the same taps sent again count once each. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class OverloadTest {
    private static final int TAPS = 16;
    private static final Map<String, String> NARROW = Map.of(
            "SUINIAN_LANES", "1",
            "SUINIAN_LANE_QUEUE", "4",
            "SUINIAN_BATCH_CAP", "2",
            "SUINIAN_TAP_DEADLINE_MILLIS", "1500",
            "SUINIAN_STUCK_COMMIT_MILLIS", "1000");

    @ParameterizedTest
    @ValueSource(strings = {"account IN ACCESS EXCLUSIVE MODE", "tap IN SHARE MODE", "account IN SHARE MODE"})
    void everyTapIsRefusedWithProofAndSucceedsLater(String lock, Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, NARROW)) {
            List<TapJson> taps = taps(stand);
            try (Connection other = database.dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE " + lock);
                List<Integer> codes = sendAllAtOnce(stand, taps);
                assertThat(codes.stream().collect(toSet())).containsExactlyInAnyOrder(50301, 50302, 50303);
                assertThat(stand.ask("SELECT count(*) FROM tap")).isEqualTo("0");
                other.rollback();
            }
            sendAgainUntilAnswered(stand, taps);
            assertThat(stand.ask("SELECT count(*) || ' ' || count(DISTINCT terminal_seq) || ' ' || sum(subsidy)"
                            + " FROM tap WHERE reason = 0"))
                    .isEqualTo(TAPS + " " + TAPS + " " + TAPS * 200);
            assertThat(stand.ask("SELECT count(*) FROM account WHERE counter_high = 1 AND version > 1"))
                    .isEqualTo(Integer.toString(TAPS));
        }
    }

    @Test
    void inABatchEachTapIsRefusedByItselfAndSucceedsLater(Database database) throws Exception {
        try (TerminalStand stand = TerminalStand.start(database, NARROW)) {
            List<TapJson> taps = taps(stand);
            try (Connection other = database.dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE tap IN SHARE MODE");
                JsonNode results = stand.send(BatchJson.of(taps)).json().get("results");
                Set<String> codes = new HashSet<>(BatchTest.outcomes(results));
                assertThat(codes).containsExactlyInAnyOrder("50301 -", "50302 -", "50303 -");
                other.rollback();
            }
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!taps.isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(patience);
                JsonNode results = stand.send(BatchJson.of(taps)).json().get("results");
                for (int i = taps.size() - 1; i >= 0; i--) {
                    if (results.get(i).get("status").asInt() == 200) {
                        taps.remove(i);
                    }
                }
            }
            assertThat(stand.ask("SELECT count(*) || ' ' || count(DISTINCT terminal_seq) FROM tap WHERE reason = 0"))
                    .isEqualTo(TAPS + " " + TAPS);
        }
    }

    private static List<TapJson> taps(TerminalStand stand) {
        List<TapJson> taps = new ArrayList<>();
        for (int i = 0; i < TAPS; i++) {
            taps.add(TapJson.bus(stand.anotherCard(), stand.nextSeq()));
        }
        return taps;
    }

    private static List<Integer> sendAllAtOnce(TerminalStand stand, List<TapJson> taps) throws IOException {
        List<Wire> wires = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        try {
            for (TapJson tap : taps) {
                Wire wire = stand.connect();
                wires.add(wire);
                wire.send(tap.request().bytes());
            }
            for (int i = 0; i < wires.size(); i++) {
                codes.add(refusal(taps.get(i).request(), wires.get(i).read(true)));
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
        return codes;
    }

    private static int refusal(Request request, Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(503);
        assertThat(reply.header("retry-after")).isPresent().get().asString().matches("[1-9][0-9]*");
        assertThat(reply.header("suinian-mac")).hasValue(request.replyMac(reply));
        return reply.code();
    }

    private static void sendAgainUntilAnswered(TerminalStand stand, List<TapJson> taps)
            throws IOException, SQLException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (Wire wire = stand.connect()) {
            for (TapJson tap : taps) {
                Reply reply = wire.exchange(tap.request());
                while (reply.status() == 503) {
                    assertThat(System.nanoTime()).as("%s", reply).isLessThan(patience);
                    reply = wire.exchange(tap.request());
                }
                assertThat(reply.text()).contains("\"outcome\":\"APPROVED\"");
            }
        }
    }
}
