package cn.suinian.core.card.stock;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.office.CardDesk;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges and stock: nothing is there twice, and nothing is given that is not there. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardStockTest {

    private static final Actor KEEPER = CardDesk.SUPERVISOR;
    private static final Actor OF_COUNTER_3 =
            new Actor(9L, "counter", KEEPER.permissions(), new Scope(District.LONGGANG, 3), "");

    private static final Map<StockRefusal, Attempt> ROWS = Map.ofEntries(
            entry(StockRefusal.NOT_PERMITTED, (test, run) -> test.stock.count(CardDesk.CLERK)),
            entry(StockRefusal.SERIALS_INVALID, (test, run) -> new CardRun(5, 4)),
            entry(StockRefusal.LAYOUT_INVALID, (test, run) -> test.range(test.numbers(1), "=A1", 1)),
            entry(StockRefusal.KEY_VERSION_UNKNOWN, (test, run) -> test.range(test.numbers(1), "A", 9)),
            entry(
                    StockRefusal.RANGE_OVERLAPS,
                    (test, run) -> test.range(new CardRun(run.last(), run.last() + 1), "A", 1)),
            entry(StockRefusal.RANGE_IN_USE, (test, run) -> test.range(new CardRun(0, 99), "A", 1)),
            entry(StockRefusal.RANGE_UNKNOWN, (test, run) -> test.stock.receive(KEEPER, 999, 1)),
            entry(
                    StockRefusal.RANGE_EXHAUSTED,
                    (test, run) -> test.stock.receive(KEEPER, test.range(test.numbers(3), "A", 1), 4)),
            entry(
                    StockRefusal.COUNT_INVALID,
                    (test, run) -> test.stock.receive(KEEPER, test.range(test.numbers(3), "A", 1), 0)),
            entry(StockRefusal.REASON_INVALID, (test, run) -> test.stock.spoil(KEEPER, run.first(), "a\nb")),
            entry(StockRefusal.NOT_YOUR_COUNTER, (test, run) -> test.stock.transfer(OF_COUNTER_3, run, null, 3)),
            entry(StockRefusal.CARD_NOT_IN_STOCK, (test, run) -> {
                test.stock.spoil(KEEPER, run.first(), "bent");
                test.take(new CardChoice.Named(run.first()));
            }),
            entry(StockRefusal.NOT_ALL_THERE, (test, run) -> {
                test.stock.spoil(KEEPER, run.last(), "bent");
                test.stock.transfer(KEEPER, run, null, 8);
            }),
            entry(StockRefusal.COUNTER_EMPTY, (test, run) -> test.take(new CardChoice.NextAt(4711))),
            entry(StockRefusal.CARD_GIVEN_OUT, (test, run) -> {
                test.transactions.run(transaction -> {
                    test.stock.handOut(transaction, KEEPER, new CardChoice.Named(run.first()));
                    transaction.commit();
                    try {
                        test.stock.spoil(KEEPER, run.first(), "bent");
                    } finally {
                        TestServers.ask(
                                test.database,
                                "UPDATE card_stock SET status = 'IN_STOCK' WHERE card_serial = " + run.first());
                    }
                    return 0;
                });
            }));

    private final ExecutorService clerks = Executors.newFixedThreadPool(8);
    private Database database;
    private Transactions transactions;
    private CardStock stock;
    private int nextNumber = 1_000;

    private interface Attempt {
        void at(CardStockTest test, CardRun inStore) throws Exception;
    }

    @BeforeAll
    void open(Database given) throws SQLException {
        database = given;
        transactions = Transactions.over(database, 8);
        stock = new CardStock(
                transactions,
                new AuditLog(Clock.systemUTC()),
                new OwnCounter(),
                version -> version <= 2,
                Clock.systemUTC());
        TestServers.ask(
                database, "INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (1, '1950-01-01')");
        TestServers.ask(
                database,
                "INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                        + " VALUES (50, 1, 'ISSUED', now(), '2030-01-01')");
    }

    @AfterAll
    void close() {
        clerks.shutdownNow();
        transactions.close();
    }

    private CardRun numbers(int count) {
        nextNumber += count + 5;
        return new CardRun(nextNumber - count, nextNumber - 1);
    }

    private int range(CardRun run, String layout, int keyVersion) throws SQLException {
        return stock.addRange(KEEPER, run, layout, keyVersion);
    }

    private CardRun inStore(int count) throws SQLException {
        return stock.receive(KEEPER, range(numbers(count), "A", 2), count);
    }

    /** As an act would, and then that act fails: the card is back. */
    private void take(CardChoice choice) throws SQLException {
        transactions.run(transaction -> {
            StockCard card = stock.handOut(transaction, KEEPER, choice);
            transaction.rollback();
            return card;
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsMetAndSaysWhatToDo(StockRefusal refusal) throws Exception {
        assertThat(ROWS).containsKey(refusal);
        CardRun run = inStore(3);

        RefusedException met = catchThrowableOfType(
                RefusedException.class, () -> ROWS.get(refusal).at(this, run));

        assertThat(met.refusal()).isEqualTo(refusal);
        assertThat(refusal.zh()).hasSizeBetween(6, 60);
        assertThat(refusal.en()).matches("[A-Z][ -~]{10,120}[.]");
    }

    @Test
    void ofTwoOverlappingRangesAddedAtOnceOneExists() throws Exception {
        CardRun run = numbers(100);
        List<Callable<String>> both = new ArrayList<>();
        for (int shift = 0; shift < 2; shift++) {
            CardRun moved = new CardRun(run.first() + shift, run.last());
            both.add(() -> {
                try {
                    return "added " + (range(moved, "A", 1) > 0);
                } catch (RefusedException refused) {
                    return refused.refusal().name();
                }
            });
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> outcome : clerks.invokeAll(both)) {
            outcomes.add(outcome.get());
        }
        assertThat(outcomes).containsExactlyInAnyOrder("added true", "RANGE_OVERLAPS");
    }

    @Test
    void clerksOfOneCounterTakeItsCardsWithoutWaitingAndNoCardTwice() throws Exception {
        CardRun run = inStore(64);
        stock.transfer(KEEPER, run, null, 21);
        Set<Integer> held = new HashSet<>();
        transactions.run(first -> {
            held.add(stock.handOut(first, KEEPER, new CardChoice.NextAt(21)).serial());
            transactions.run(second -> {
                held.add(
                        stock.handOut(second, KEEPER, new CardChoice.NextAt(21)).serial());
                second.rollback();
                return 0;
            });
            first.rollback();
            return 0;
        });

        assertThat(held).containsExactlyInAnyOrder(run.first(), run.first() + 1);
        assertThat(stock.nextAt(CardDesk.CLERK, 21)).map(StockCard::serial).contains(run.first());
    }

    @Test
    void cardsAreCountedWhereTheyLieAndAnEmptyingCounterIsListed() throws Exception {
        CardRun run = inStore(10);
        stock.transfer(KEEPER, new CardRun(run.first(), run.first() + 6), null, 31);
        stock.transfer(KEEPER, new CardRun(run.first() + 7, run.last()), null, 32);
        stock.transfer(KEEPER, new CardRun(run.first(), run.first()), 31, 32);
        stock.spoil(KEEPER, run.last(), "bent");
        stock.spoil(KEEPER, run.last(), "bent");

        assertThat(stock.count(KEEPER)).contains(new StockCount(31, 0, 6, 0, 0), new StockCount(32, 0, 3, 0, 1));
        assertThat(stock.listLow(KEEPER, 5))
                .extracting(StockCount::counterId)
                .contains(32)
                .doesNotContain(31);
        assertThat(TestServers.ask(
                        database,
                        "SELECT count(*) FROM audit_log WHERE act = 'CARD_SPOILT' AND subject = '" + run.last() + "'"))
                .isEqualTo("1");
    }
}
