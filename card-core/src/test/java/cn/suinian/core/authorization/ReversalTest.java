package cn.suinian.core.authorization;

import static cn.suinian.core.authorization.LiveCity.authorizeUntilAnswered;
import static cn.suinian.core.authorization.LiveCity.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reversals on whole nodes and a real database. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ReversalTest {

    private static final LaneConfig CONFIG = new LaneConfig(2, 5_000, 64, 15_000, 50, 15_000, 1_000);

    private LiveCity city;

    @BeforeEach
    void open(Database database) throws SQLException {
        city = new LiveCity(database, 20);
    }

    @AfterEach
    void close() throws Exception {
        city.close();
    }

    private static Tap lunch(long number) {
        return TapBuilder.of(1).number(number).build();
    }

    private static Reversal.Request undo(Tap tap) {
        return new Reversal.Request(
                tap.key(), Reversal.Cause.NOT_SERVED, tap.receivedAt().plusSeconds(60));
    }

    @Test
    void fiftyRequestsAtTwoNodesAreOneRowAndOneLunchBack() throws Exception {
        List<Authorizer> nodes = List.of(city.node(CONFIG), city.node(CONFIG));
        get(nodes.get(0).authorize(lunch(1)));
        List<Future<Reversal>> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(nodes.get(i % 2).reverse(undo(lunch(1))));
        }
        Set<Reversal> rows = new HashSet<>();
        for (Future<Reversal> request : requests) {
            rows.add(get(request));
        }

        assertThat(rows).hasSize(1);
        assertThat(city.sql("SELECT count(*) || ' ' || sum(subsidy) || ' ' || min(settle_date) FROM tap_reversal"))
                .isEqualTo("1 500 2026-11-25");
        assertThat(city.sql("SELECT count(*) || ' ' || sum(subsidy) FROM tap")).isEqualTo("1 500");
    }

    @Test
    void theLunchCanBeHadAgainAndTheFirstTapKeepsItsAnswer() throws Exception {
        Authorizer node = city.node(CONFIG);
        var first = get(node.authorize(lunch(1)));
        Reversal undone = get(node.reverse(undo(lunch(1))));

        assertThat(get(node.authorize(lunch(2))).subsidyFen()).isEqualTo(500);
        assertThat(get(node.authorize(lunch(1)))).isEqualTo(first);
        assertThat(get(node.authorize(lunch(3))).approved()).isFalse();
        assertThat(get(city.ledger().lookUp(Set.of(lunch(1).key())))
                        .get(lunch(1).key())
                        .reversal())
                .isEqualTo(undone)
                .isEqualTo(get(node.reverse(undo(lunch(1)))));
    }

    @Test
    void aReversalThatOvertakesItsTapFindsNothingAndAskedAgainUndoesIt() throws Exception {
        Authorizer node = city.node(CONFIG);

        assertThatThrownBy(() -> get(node.reverse(undo(lunch(1)))))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        NotAuthorized.class,
                        refused -> assertThat(refused.why()).isEqualTo(Cause.NEVER_SEEN));
        authorizeUntilAnswered(node, lunch(1));
        assertThat(get(node.reverse(undo(lunch(1)))).subsidyFen()).isEqualTo(500);
    }

    @Test
    void aReversalAfterTheCutSettlesInTheOpenDay() throws Exception {
        Authorizer node = city.node(CONFIG);
        get(node.authorize(lunch(1)));
        city.sql("UPDATE open_business_day SET day = day + 1");
        get(node.reverse(undo(lunch(1))));

        assertThat(city.sql("SELECT tap_date || ' in ' || settle_date FROM tap_reversal"))
                .isEqualTo("2026-11-25 in 2026-11-26");
    }

    @Test
    void aReversalOfATapAfterMidnightSettlesWithItWhileTheDayBeforeIsOpen() throws Exception {
        Authorizer node = city.node(CONFIG);
        city.sql("UPDATE open_business_day SET day = day - 1");
        get(node.authorize(lunch(1)));
        get(node.reverse(undo(lunch(1))));

        assertThat(city.sql("SELECT t.settle_date || ' ' || r.settle_date FROM tap t"
                        + " JOIN tap_reversal r USING (tap_date, terminal_id, terminal_seq, holder_id)"))
                .isEqualTo("2026-11-25 2026-11-25");
    }

    @Test
    void tapsAndReversalsOfOnePersonFromTwoNodesNeverGiveTwoLunchesAtOnce() throws Exception {
        List<Authorizer> nodes = List.of(city.node(CONFIG), city.node(CONFIG));
        List<Future<?>> all = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            all.add(nodes.get(number % 2).authorize(lunch(number)));
            all.add(nodes.get((number + 1) % 2).reverse(undo(lunch(number))));
        }
        for (Future<?> each : all) {
            get(each.otherwiseEmpty());
        }

        assertThat(city.sql("SELECT count(*) FROM tap WHERE subsidy > 0"))
                .as("granted")
                .isNotEqualTo("0");
        assertThat(city.sql("""
                SELECT (SELECT count(*) FROM tap WHERE subsidy > 0)
                       - (SELECT count(*) FROM tap_reversal WHERE subsidy > 0)
                       - (SELECT (meal_days & 1) FROM account WHERE holder_id = 1)""")).isEqualTo("0");
    }
}
