package cn.suinian.settlement.edgecases;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.authorization.Authorizer;
import cn.suinian.core.authorization.LaneConfig;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Rulings;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardDesk;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.settlement.allowance.AllowanceCity;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayClose;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bus, a canteen, a desk and a few people whose cards have their numbers, over the real rooms: the tap path with the
 * rules of the database, the card office, the register, the day and the allowance. It is noon of a working Wednesday.
 */
final class EdgeTown implements AutoCloseable {
    static final LocalDateTime NOON = CardDesk.NOON;
    static final LocalDate TODAY = NOON.toLocalDate();
    static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private static final LaneConfig LANES = new LaneConfig(2, 5_000, 64, 15_000, 12, 15_000, 1_000);
    private static final String PLACES = """
            INSERT INTO vendor (code, name, kind) VALUES ('ONE', '测试商户', 'CANTEEN');
            INSERT INTO terminal (terminal_id, vendor_id, services) VALUES (440300010007, 1, 31);
            """;

    final Database database;
    final AllowanceCity allowance;
    final CardDesk desk;
    final HolderRegister register;
    final Pool pool;
    private final Vertx vertx = Vertx.vertx();
    private final ReferenceWatch reference;
    private @Nullable Authorizer node;

    EdgeTown(Database database) throws SQLException {
        this.database = database;
        allowance = new AllowanceCity(database);
        desk = new CardDesk(database);
        ask("DELETE FROM open_business_day; INSERT INTO open_business_day (day) VALUES ('" + TODAY + "');" + PLACES);
        AuditLog audit = new AuditLog(desk.clock);
        register = new HolderRegister(allowance.transactions(), allowance.vault(), audit, desk.clock);
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build();
        reference = new ReferenceWatch(vertx, database.connectOptions());
    }

    /** Somebody with a hukou in Futian and a card that works. */
    void person(long holderId, String born) throws SQLException {
        allowance.person(holderId, born, "2026-11-20");
    }

    CardSeen card(long holderId) {
        return new CardSeen((int) holderId, CardStatus.ACTIVE);
    }

    /** A lunch for 18 yuan at noon of today. */
    TapBuilder lunch(long holderId, long number) {
        return TapBuilder.of(holderId).card((int) holderId).number(number);
    }

    /** A ride for two yuan at noon of today. */
    TapBuilder bus(long holderId, long number) {
        return lunch(holderId, number).transit(Direction.BOARD, 200);
    }

    /** Taps at a reader; the first one opens the node with the rules that the database has then. */
    Answer tap(TapBuilder tap) throws Exception {
        return get(node().authorize(tap.build()));
    }

    private Authorizer node() throws Exception {
        Authorizer open = node;
        if (open == null) {
            get(reference.start());
            open = get(Authorizer.open(
                    vertx,
                    database.connectOptions(),
                    LANES,
                    Rulings.LIMITS,
                    reference::current,
                    new SimpleMeterRegistry()));
            node = open;
        }
        return open;
    }

    /** Closes today, five past midnight. */
    void closeToday() throws SQLException {
        Clock night = Clock.fixed(TODAY.atTime(16, 5).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        new DayClose(database.dataSource(), night, ClosePolicy.DEFAULT, "process 1 on node-1")
                .closeThrough(TODAY, CloseListener.SILENT);
    }

    String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (node != null) {
            node.stop().await();
        }
        reference.stop().otherwiseEmpty().await();
        vertx.close().await();
        desk.close();
        allowance.close();
    }
}
