package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LiveCity.authorizeUntilAnswered;
import static cn.suinian.core.authorization.LiveCity.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole nodes on a real database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class AuthorizerTest {

    private static final LaneConfig CONFIG = new LaneConfig(2, 5_000, 64, 15_000, 12, 15_000, 1_000);
    private static final int PEOPLE = 50;

    private LiveCity city;
    private final ExecutorService clients = Executors.newFixedThreadPool(8);

    @BeforeEach
    void open(Database database) throws SQLException {
        city = new LiveCity(database, PEOPLE);
    }

    @AfterEach
    void close() throws Exception {
        clients.shutdownNow();
        city.close();
    }

    private static Tap lunch(long holder, long number) {
        return TapBuilder.of(holder).number(number).build();
    }

    private static Tap bus(long holder, long number) {
        return TapBuilder.of(holder)
                .transit(Direction.BOARD, 200)
                .number(number)
                .build();
    }

    private List<Answer> together(List<Callable<Answer>> taps) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (java.util.concurrent.Future<Answer> answer : clients.invokeAll(taps)) {
            answers.add(answer.get());
        }
        return answers;
    }

    @Test
    void aHundredCopiesAtOnceTakeEffectOnce() throws Exception {
        Authorizer node = city.node(CONFIG);
        List<Callable<Answer>> copies = new ArrayList<>();
        for (int copy = 0; copy < 100; copy++) {
            copies.add(() -> get(node.authorize(lunch(1, 1))));
        }
        Set<Answer> answers = new HashSet<>(together(copies));

        assertThat(answers).hasSize(1).allMatch(answer -> answer.subsidyFen() == 500);
        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo("1");
        assertThat(city.sql("SELECT version FROM account WHERE holder_id = 1")).isEqualTo("2");
    }

    @Test
    void twoNodesThatFightOverTheSamePeopleGrantOneLunchEachAndLoseNothing() throws Exception {
        List<Authorizer> nodes = List.of(city.node(CONFIG), city.node(CONFIG));
        List<Callable<Answer>> taps = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            for (int holder = 1; holder <= PEOPLE; holder++) {
                Tap tap = number % 3 == 0 ? bus(holder, number) : lunch(holder, number);
                Authorizer node = nodes.get(number % 2);
                taps.add(() -> authorizeUntilAnswered(node, tap));
            }
        }
        long given = together(taps).stream().mapToLong(Answer::subsidyFen).sum();

        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo("500");
        assertThat(city.sql("SELECT sum(subsidy) FROM tap")).isEqualTo(Long.toString(given));
        assertThat(city.sql("SELECT count(*) || ' to ' || count(DISTINCT holder_id) FROM tap"
                        + " WHERE service = 2 AND subsidy > 0"))
                .isEqualTo("50 to 50");
        assertThat(city.sql("SELECT count(DISTINCT counter_high) || ' ' || max(counter_high) FROM account"))
                .isEqualTo("1 10");
        assertThat(city.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void aCardReportedLostIsRefusedAtTheVeryNextTapOnEveryNode() throws Exception {
        Authorizer one = city.node(CONFIG);
        Authorizer other = city.node(CONFIG);
        assertThat(get(one.authorize(bus(1, 1))).approved()).isTrue();
        assertThat(get(other.authorize(bus(1, 2))).approved()).isTrue();
        city.sql("UPDATE card SET status = 'LOST', status_since = now() WHERE holder_id = 1");

        assertThat(get(one.authorize(bus(1, 3))).reason()).isEqualTo(DeclineReason.CARD_LOST);
        assertThat(get(other.authorize(bus(1, 4))).reason()).isEqualTo(DeclineReason.CARD_LOST);
        city.sql("UPDATE card SET status = 'ACTIVE', status_since = now() WHERE holder_id = 1");
        assertThat(get(other.authorize(bus(1, 5))).approved()).isTrue();
    }

    @Test
    void aNewCardWorksAtItsFirstTapAlthoughItsHolderIsRemembered() throws Exception {
        Authorizer node = city.node(CONFIG);
        get(node.authorize(bus(1, 1)));
        city.sql("""
                BEGIN;
                UPDATE card SET status = 'REPLACED', status_since = now() WHERE holder_id = 1;
                INSERT INTO card VALUES (77, 1, 1, 'ACTIVE', now(), '2036-01-01');
                UPDATE account SET live_card = 77, counter_high = 0, counter_window = 1 WHERE holder_id = 1;
                COMMIT""");
        Tap first = TapBuilder.of(1)
                .card(77)
                .number(2)
                .counter(1)
                .transit(Direction.BOARD, 200)
                .build();

        assertThat(get(node.authorize(first)).approved()).isTrue();
        assertThat(get(node.authorize(bus(1, 3))).reason()).isEqualTo(DeclineReason.CARD_REPLACED);
    }

    @Test
    void aTextTheDatabaseCannotStoreFailsAlone() throws Exception {
        Authorizer node = city.node(CONFIG);
        List<Future<Answer>> good = new ArrayList<>();
        for (int holder = 2; holder <= 20; holder++) {
            good.add(node.authorize(lunch(holder, 1)));
        }
        Tap.Context zero = new Tap.Context(Direction.BOARD, "1", "\u0000", null, null);
        Future<Answer> poison =
                node.authorize(TapBuilder.of(1).number(1).context(zero).build());

        for (Future<Answer> answer : good) {
            assertThat(get(answer).approved()).isTrue();
        }
        assertThatThrownBy(() -> get(poison)).rootCause().hasMessage("REFUSED_BY_DATABASE");
        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo("19");
    }

    @Test
    void aRowThatSomebodyHoldsDelaysOnlyItsHolder() throws Exception {
        Authorizer node = city.node(new LaneConfig(1, 5_000, 64, 3_000, 12, 1_000, 1_000));
        get(node.authorize(lunch(1, 1)));
        try (Connection clerk = city.database.dataSource().getConnection();
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("SELECT * FROM account WHERE holder_id = 1 FOR UPDATE");
            Future<Answer> held = node.authorize(bus(1, 2));
            assertThatThrownBy(() -> get(held)).rootCause().hasMessage("OUTCOME_UNKNOWN");

            assertThat(get(node.authorize(lunch(2, 1))).approved()).isTrue();
            clerk.rollback();
        }
        assertThat(authorizeUntilAnswered(node, bus(1, 2)).approved()).isTrue();
        assertThat(city.sql("SELECT count(*) FROM tap")).isEqualTo("3");
    }
}
