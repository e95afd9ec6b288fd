package cn.suinian.gateway.console;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.signin.SignInConfig;
import cn.suinian.core.staff.signin.SignInParts;
import cn.suinian.gateway.console.access.ConsoleDoor;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.StaffSessions;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.oidc.Provider;
import cn.suinian.gateway.oidc.ProviderConfig;
import cn.suinian.gateway.stand.SmallCity;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A console on a free port, over a real database. Its client is signed in and may do everything, until told else. */
public final class ConsoleServer extends ConsoleCalls implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final FakeSessions sessions;
    private final Console console;
    private final Pool pool;
    private final ReferenceWatch reference;
    private final ConsolePort server;
    private final Admitted everything;
    private final Transactions transactions;
    private final Offices offices;

    public ConsoleServer(Database database, Clock clock) {
        this(database, clock, List.of(), List.of());
    }

    /** A console whose sessions are these; those of the client that may do everything open nothing here. */
    public ConsoleServer(Database database, Clock clock, Sessions others) {
        this(
                database,
                clock,
                List.of(),
                List.of(),
                Optional.of(new TransportKey(new byte[16], new SecureRandom())),
                parts -> others,
                null,
                newVault());
    }

    /** A console on a database that has sealed values of this vault in it. */
    public ConsoleServer(Database database, Clock clock, DataVault vault) {
        this(
                database,
                clock,
                List.of(),
                List.of(),
                Optional.of(new TransportKey(new byte[16], new SecureRandom())),
                null,
                null,
                vault);
    }

    /** A console with more pages than its own. */
    public ConsoleServer(Database database, Clock clock, List<Section> sections, List<ConsoleRoute> routes) {
        this(
                database,
                clock,
                sections,
                routes,
                Optional.of(new TransportKey(new byte[16], new SecureRandom())),
                null,
                null,
                newVault());
    }

    /** A console that has agreed on no key with the card bureau. */
    public static ConsoleServer withoutTransportKey(Database database, Clock clock) {
        return new ConsoleServer(database, clock, List.of(), List.of(), Optional.empty(), null, null, newVault());
    }

    /** A console whose staff are those of the database: {@link #sessions()} and {@link #everything()} open nothing. */
    public static ConsoleServer withRealSessions(Database database, Clock clock) {
        return new ConsoleServer(
                database,
                clock,
                List.of(),
                List.of(),
                Optional.of(new TransportKey(new byte[16], new SecureRandom())),
                StaffSessions::new,
                null,
                newVault());
    }

    /** A console whose staff are those of the database, and which has a provider of identity. */
    public static ConsoleServer withProvider(Database database, Clock clock, ProviderConfig provider) {
        return new ConsoleServer(
                database,
                clock,
                List.of(),
                List.of(),
                Optional.of(new TransportKey(new byte[16], new SecureRandom())),
                StaffSessions::new,
                provider,
                newVault());
    }

    /** A console with every page there can be; its provider of identity does not answer. */
    public static ConsoleServer withEveryPage(Database database, Clock clock) {
        return new ConsoleServer(
                database,
                clock,
                List.of(),
                List.of(),
                Optional.of(new TransportKey(new byte[16], new SecureRandom())),
                null,
                new ProviderConfig(
                        URI.create("http://127.0.0.1:1"),
                        "console",
                        new Secret("secret"),
                        "preferred_username",
                        List.of("openid"),
                        Optional.empty(),
                        ProviderConfig.SecondFactor.ASSERTED,
                        Set.of(),
                        SignInConfig.PasswordsOf.EVERYBODY,
                        Optional.empty()),
                newVault());
    }

    private ConsoleServer(
            Database database,
            Clock clock,
            List<Section> sections,
            List<ConsoleRoute> routes,
            Optional<TransportKey> transportKey,
            Function<SignInParts, Sessions> others,
            ProviderConfig provider,
            DataVault vault) {
        sessions = new FakeSessions(clock);
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(Console.readOnly(database.connectOptions()))
                .with(new PoolOptions().setMaxSize(2))
                .build();
        reference = new ReferenceWatch(vertx, database.connectOptions());
        reference.start().otherwiseEmpty().await();
        transactions = Transactions.over(database, 8);
        SignInParts signIn = signIn(transactions, clock, provider, vault);
        offices = offices(signIn, transportKey);
        Console.Parts parts = new Console.Parts(
                vertx,
                pool,
                reference::current,
                clock,
                offices,
                others == null ? sessions : others.apply(signIn),
                "127.0.0.1",
                new ConsoleDoor(Set.of("desk.example"), Set.of("127.0.0.1")),
                "12345",
                Optional.ofNullable(provider).map(config -> new Provider(vertx, config, clock)));
        console = new Console(parts, sections, routes);
        server = new ConsolePort("127.0.0.1", 0, Set.of("127.0.0.1"), ConsolePort.Limits.USUAL, console.router());
        vertx.deployVerticle(server).await();
        everything = this.sessions.signedInForEverything();
    }

    private static DataVault newVault() {
        SecureRandom random = new SecureRandom();
        return KeystoreVault.ofColumns(Map.of(1, random.generateSeed(16)), random.generateSeed(32));
    }

    private static SignInParts signIn(
            Transactions transactions, Clock clock, ProviderConfig provider, DataVault vault) {
        SecureRandom random = new SecureRandom();
        return new SignInParts(
                transactions,
                new Passwords(new Argon2id(new Argon2id.Cost(64, 1, 1), 4), random),
                vault,
                new AuditLog(clock),
                provider == null ? SignInConfig.DEFAULT : SignInConfig.DEFAULT.with(provider.passwordsOf()),
                random,
                clock);
    }

    private static Offices offices(SignInParts parts, Optional<TransportKey> transportKey) {
        return Offices.of(new Offices.Means(
                parts.transactions(),
                SmallCity.vault(),
                parts.seal(),
                transportKey,
                parts.passwords(),
                parts.audit(),
                parts.random(),
                parts.clock()));
    }

    /** What staff can do, past every page. */
    public Offices offices() {
        return offices;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The port. */
    public int port() {
        return server.port();
    }

    /** Who is signed in. */
    public FakeSessions sessions() {
        return sessions;
    }

    @Override
    public Admitted everything() {
        return everything;
    }

    /** Every route. */
    public List<ConsoleRoute> table() {
        return console.table();
    }

    /** The router as it was built. */
    public Console console() {
        return console;
    }

    /** Cuts the console off its database. */
    public void loseDatabase() {
        pool.close().await();
    }

    @Override
    public void close() {
        reference.stop().otherwiseEmpty().await();
        vertx.close().await();
        transactions.close();
    }
}
