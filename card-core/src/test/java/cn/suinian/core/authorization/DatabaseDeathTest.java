package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LiveCity.authorizeUntilAnswered;
import static cn.suinian.core.authorization.LiveCity.get;
import static cn.suinian.core.postgres.TestServers.config;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Prior;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.EmbeddedServer;
import cn.suinian.core.postgres.Invariants;
import cn.suinian.core.postgres.Migrations;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database dies while taps are being committed: an answer is true, and a tap without one can be sent again. */
class DatabaseDeathTest {

    private static final LaneConfig CONFIG = new LaneConfig(2, 20_000, 32, 20_000, 12, 5_000, 1_000);
    private static final int PEOPLE = 40;
    private static final int ROUNDS = 40;
    private static final Set<Cause> HONEST = EnumSet.of(Cause.OUTCOME_UNKNOWN, Cause.DEADLINE_PASSED);

    @TempDir
    private Path directory;

    private EmbeddedServer server;
    private LiveCity city;
    private Authorizer node;
    private final Map<Tap, Future<Answer>> sent = new LinkedHashMap<>();

    @BeforeEach
    void open() throws Exception {
        server = EmbeddedServer.start(config(directory));
        Migrations.apply(server.database(), List.of("core"));
        city = new LiveCity(server.database(), PEOPLE);
        node = city.node(CONFIG);
    }

    @AfterEach
    void close() throws Exception {
        city.close();
        server.stop();
    }

    private void sendRound(int round) {
        for (int holder = 1; holder <= PEOPLE; holder++) {
            Tap tap = TapBuilder.of(holder)
                    .number(round)
                    .transit(round % 2 == 0 ? Direction.ENTRY : Direction.EXIT, round % 2 * 300)
                    .at(TapBuilder.WEDNESDAY_NOON.plusMinutes(round))
                    .build();
            sent.put(tap, node.authorize(tap));
        }
    }

    /** Waits until so many are answered, so that a kill meets a lane at work. */
    private void awaitSomeAnswers(long atLeast) throws Exception {
        for (Future<Answer> answer : sent.values()) {
            if (sent.values().stream().filter(Future::succeeded).count() >= atLeast) {
                return;
            }
            answer.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    private void assertEachTapIsStoredOnceWithTheAnswerThatWasGiven(Database database) throws Exception {
        Map<TapKey, Prior> given = new LinkedHashMap<>();
        for (Map.Entry<Tap, Future<Answer>> each : sent.entrySet()) {
            Tap tap = each.getKey();
            given.put(tap.key(), Prior.present(tap.tac(), answerOf(tap, each.getValue())));
        }
        PostgresLedger ledger = city.ledger();

        Map<TapKey, Prior> stored = new LinkedHashMap<>();
        get(ledger.lookUp(given.keySet()))
                .forEach((key, tap) -> stored.put(key, Prior.present(tap.tac(), tap.answer())));
        assertThat(stored.equals(given))
                .as("what is stored is what was answered")
                .isTrue();
        get(ledger.close());
        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo(Integer.toString(sent.size()));
        Invariants.check(database, Set.of());
    }

    private Answer answerOf(Tap tap, Future<Answer> answer) throws Exception {
        try {
            return get(answer);
        } catch (ExecutionException unanswered) {
            assertThat(LaneRig.why(answer)).isIn(HONEST);
            return authorizeUntilAnswered(node, tap);
        }
    }

    @Test
    void connectionsCutAgainAndAgain() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            sendRound(round);
            if (round % 4 == 0) {
                awaitSomeAnswers((round - 1L) * PEOPLE / 2);
                cutConnections();
            }
        }
        assertEachTapIsStoredOnceWithTheAnswerThatWasGiven(server.database());
    }

    private void cutConnections() throws SQLException {
        city.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE application_name = 'suinian-lane'");
    }

    @Test
    void theServerKilledAndStartedAgain() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            sendRound(round);
            if (round == ROUNDS / 2) {
                awaitSomeAnswers(PEOPLE);
                ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            }
        }
        server.restart();

        assertEachTapIsStoredOnceWithTheAnswerThatWasGiven(server.database());
    }
}
