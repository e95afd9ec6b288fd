package cn.suinian.gateway.counter;

import static cn.suinian.gateway.app.TerminalStand.await;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.stand.ApiContract;
import cn.suinian.gateway.stand.ApiDocument;
import cn.suinian.gateway.stand.Reply;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The counter API on a free port over a test's database, with a counter in Futian and one in Luohu, cards at both, and
 * a client at each. Whatever it answers is held against its document.
 */
final class CounterStand implements AutoCloseable {
    /** The counters, in the order of their making. */
    static final int FUTIAN = 1;

    static final int LUOHU = 2;

    /** The first card of the stock in Futian; 200 follow, and 50 in Luohu. */
    static final int FIRST_CARD = 30_000_001;

    static final int FIRST_CARD_IN_LUOHU = 30_000_201;

    private static final Actor HOUSE = Actor.house("test");
    private static final ApiContract CONTRACT = new ApiContract(ApiDocument.ofCounters());
    private static final byte[] KEY = new byte[16];

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(SmallCity.NOW.toInstant());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Database database;
    private final Transactions transactions;
    private final Offices offices;
    private final CounterApi api;
    private final CounterServer server;

    /** How the API listens. */
    record Setup(int callsPerSecond, int requestSeconds) {
        static final Setup ROOMY = new Setup(10_000, 30);
    }

    CounterStand(Database database) throws SQLException {
        this(database, Setup.ROOMY);
    }

    CounterStand(Database database, Setup setup) throws SQLException {
        this(database, setup, System::nanoTime);
    }

    /** One whose limits are in this time. */
    CounterStand(Database database, Setup setup, LongSupplier nanos) throws SQLException {
        this.database = database;
        transactions = Transactions.over(database, 8);
        SecureRandom random = new SecureRandom();
        offices = Offices.of(new Offices.Means(
                transactions,
                SmallCity.vault(),
                KeystoreVault.ofColumns(Map.of(1, KEY), KEY),
                Optional.empty(),
                new Passwords(new Argon2id(new Argon2id.Cost(64, 1, 1), 4), random),
                new AuditLog(clock),
                random,
                clock));
        api = new CounterApi(offices, setup.callsPerSecond(), nanos);
        CounterConfig config = new CounterConfig(0, setup.callsPerSecond(), setup.requestSeconds(), Set.of());
        server = new CounterServer("127.0.0.1", config, api, clock, meters);
        await(vertx.deployVerticle(server));
        if (ask("SELECT count(*) FROM counter").equals("0")) {
            stockUp();
        }
    }

    private void stockUp() throws SQLException {
        offices.counters().create(HOUSE, "Futian branch", District.FUTIAN, Counter.Kind.BANK_BRANCH);
        offices.counters().create(HOUSE, "Luohu branch", District.LUOHU, Counter.Kind.BANK_BRANCH);
        int last = FIRST_CARD_IN_LUOHU + 49;
        int range = offices.stock().addRange(HOUSE, new CardRun(FIRST_CARD, last), "A", 1);
        offices.stock().receive(HOUSE, range, last - FIRST_CARD + 1);
        offices.stock().transfer(HOUSE, new CardRun(FIRST_CARD, FIRST_CARD_IN_LUOHU - 1), null, FUTIAN);
        offices.stock().transfer(HOUSE, new CardRun(FIRST_CARD_IN_LUOHU, last), null, LUOHU);
    }

    CounterApi api() {
        return api;
    }

    Offices offices() {
        return offices;
    }

    SettableClock clock() {
        return clock;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    Database database() {
        return database;
    }

    int port() {
        return server.port();
    }

    /** Registers a client. */
    Client client(String id, Role role, Scope scope) throws SQLException {
        String secret = offices.clients()
                .create(HOUSE, id, "Bank of " + id, Set.of(role), scope)
                .reveal();
        return new Client(this, id, secret);
    }

    /** A client with the work of a supervisor at the counter in Futian. */
    Client supervisor() throws SQLException {
        return client("futian-bank", Role.COUNTER_SUPERVISOR, new Scope(District.FUTIAN, FUTIAN));
    }

    Wire connect() throws IOException {
        return Wire.open(port());
    }

    /** Sends a request over a connection of its own; fails when the document does not describe the reply. */
    Reply send(Ask ask) throws IOException {
        try (Wire wire = connect()) {
            return checked(ask, wire.exchange(ask.bytes()));
        }
    }

    /** The case of the document that this is. */
    static String named(Ask ask, Reply reply) {
        return CONTRACT.check(ask.method(), ask.target(), reply);
    }

    static Reply checked(Ask ask, Reply reply) {
        named(ask, reply);
        return reply;
    }

    /** The first column of the first row, as text. */
    String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    @Override
    public void close() {
        await(vertx.close());
        transactions.close();
    }
}
