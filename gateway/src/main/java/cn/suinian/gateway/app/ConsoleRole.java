package cn.suinian.gateway.app;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.signin.SignInParts;
import cn.suinian.gateway.console.Console;
import cn.suinian.gateway.console.ConsolePort;
import cn.suinian.gateway.console.access.StaffSessions;
import cn.suinian.gateway.console.bulk.BulkWork;
import cn.suinian.gateway.office.BureauKey;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.office.Sweep;
import cn.suinian.gateway.oidc.Provider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/** The console role of a node: its pages, and a small pool of its own that cannot write. */
final class ConsoleRole {

    private static final int CONNECTIONS = 2;
    private static final int DESK_CONNECTIONS = 8;
    private static final int HASHES_AT_ONCE = 2;
    private static final int WAITING_QUERIES = 100;

    private final ConsolePort port;
    private final Supplier<Future<Void>> closing;
    private final Pool pool;
    private final Transactions transactions;
    private final Sweep sweep;
    private final BulkWork bulk;

    private ConsoleRole(
            ConsolePort port,
            Supplier<Future<Void>> closing,
            Pool pool,
            Transactions transactions,
            Sweep sweep,
            BulkWork bulk) {
        this.port = port;
        this.closing = closing;
        this.pool = pool;
        this.transactions = transactions;
        this.sweep = sweep;
        this.bulk = bulk;
    }

    /** What it works with. */
    record Parts(
            Vertx vertx,
            NodeConfig config,
            Database database,
            Supplier<Reference> reference,
            WatchedVault vault,
            Clock clock) {}

    static Future<ConsoleRole> start(Parts parts) {
        Vertx vertx = parts.vertx();
        NodeConfig config = parts.config();
        Database database = parts.database();
        Transactions transactions = Transactions.over(database, DESK_CONNECTIONS);
        Pool pool = PgBuilder.pool()
                .connectingTo(Console.readOnly(database.connectOptions()))
                .with(Database.socketOptions())
                .with(new PoolOptions().setMaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING_QUERIES))
                .using(vertx)
                .build();
        SignInParts signIn = signIn(parts, transactions);
        Offices offices = offices(parts, signIn);
        Console console = new Console(new Console.Parts(
                vertx,
                pool,
                parts.reference(),
                parts.clock(),
                offices,
                new StaffSessions(signIn),
                config.bindHost(),
                config.door(),
                config.hotline(),
                config.provider().map(provider -> new Provider(vertx, provider, parts.clock()))));
        ConsolePort port = new ConsolePort(
                config.bindHost(),
                config.consolePort(),
                config.door().trustedProxies(),
                ConsolePort.Limits.USUAL,
                console.router());
        return vertx.deployVerticle(port)
                .map(deployment -> new ConsoleRole(
                        port,
                        () -> vertx.undeploy(deployment),
                        pool,
                        transactions,
                        Sweep.start(vertx, signIn.sessions(), offices.clients(), offices.calls()),
                        BulkWork.start(vertx, offices.bulkRounds())));
    }

    /** Everything that staff can do, over this pool. */
    static Offices offices(Parts parts, Transactions transactions) {
        return offices(parts, signIn(parts, transactions));
    }

    private static SignInParts signIn(Parts parts, Transactions transactions) {
        SecureRandom random = new SecureRandom();
        return new SignInParts(
                transactions,
                new Passwords(new Argon2id(Argon2id.OWASP, HASHES_AT_ONCE), random),
                parts.vault(),
                new AuditLog(parts.clock()),
                parts.config().sessions(),
                random,
                parts.clock());
    }

    private static Offices offices(Parts parts, SignInParts signIn) {
        return Offices.of(new Offices.Means(
                signIn.transactions(),
                parts.vault(),
                parts.vault(),
                BureauKey.read(parts.config().bureauKeyFile(), signIn.random()),
                signIn.passwords(),
                signIn.audit(),
                signIn.random(),
                signIn.clock()));
    }

    int port() {
        return port.port();
    }

    Future<Void> stop() {
        sweep.stop();
        return closing.get().eventually(bulk::stop).eventually(pool::close).onComplete(closed -> transactions.close());
    }
}
