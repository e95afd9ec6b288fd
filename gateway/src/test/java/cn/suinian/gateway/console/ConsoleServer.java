package cn.suinian.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.StaffDesk;
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
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A console on a free port, over a real database. Its client is signed in and may do everything, until told else. */
public final class ConsoleServer implements AutoCloseable {

    private static final AtomicLong ACTS = new AtomicLong();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
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

    /** The address of the console, without a slash at the end. */
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

    /** The session of the client that may do everything. */
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

    /** Gets a page, signed in; headers as names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return getAs(everything, path, headers);
    }

    /** Gets a page in this session. */
    public HttpResponse<String> getAs(Admitted who, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        String cookies = "suinian=" + who.cookieToken();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Cookie")) {
                cookies += "; " + headers[i + 1];
            } else {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return client.send(request.header("Cookie", cookies).build(), BodyHandlers.ofString());
    }

    /** By the browser that the staff of tests sign in with: a session ends when another one shows its token. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).setHeader("User-Agent", StaffDesk.BRANCH.userAgent());
    }

    /** Asks for the head of a page, signed in. */
    public HttpResponse<String> head(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Cookie", "suinian=" + everything.cookieToken())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Gets a page without a session. */
    public HttpResponse<String> getAsNobody(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a form of a page of ours, with the session's token and a number of its own. */
    public HttpResponse<String> post(Admitted who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.putIfAbsent("csrf", who.session().csrfToken());
        all.putIfAbsent("act", "act-" + ACTS.incrementAndGet());
        return postRaw(path, all, "Cookie", "suinian=" + who.cookieToken(), "Sec-Fetch-Site", "same-origin");
    }

    /** The same with several values of one field, as boxes that are ticked. */
    public HttpResponse<String> post(
            Admitted who, String path, Map<String, String> fields, String name, List<String> ticked)
            throws IOException, InterruptedException {
        Map<String, String> all = new java.util.TreeMap<>(fields);
        all.putIfAbsent("csrf", who.session().csrfToken());
        all.putIfAbsent("act", "act-" + ACTS.incrementAndGet());
        String boxes =
                ticked.stream().map(value -> "&" + encode(Map.of(name, value))).collect(Collectors.joining());
        return postBody(
                path, encode(all) + boxes, "Cookie", "suinian=" + who.cookieToken(), "Sec-Fetch-Site", "same-origin");
    }

    /** Sends a form of a page of ours with a file in it. */
    public HttpResponse<String> upload(Admitted who, String path, String fileName, byte[] content)
            throws IOException, InterruptedException {
        return upload(who, path, Map.of(), fileName, content);
    }

    /** The same with other fields beside the file. */
    public HttpResponse<String> upload(
            Admitted who, String path, Map<String, String> fields, String fileName, byte[] content)
            throws IOException, InterruptedException {
        return upload(who, path, BodyPublishers.ofByteArrays(parts(who, fields, fileName, content)));
    }

    /** The same as browsers do, which say how long it is. */
    public HttpResponse<String> uploadDeclared(
            Admitted who, String path, Map<String, String> fields, String fileName, byte[] content)
            throws IOException, InterruptedException {
        List<byte[]> parts = parts(who, fields, fileName, content);
        long length = parts.stream().mapToLong(part -> part.length).sum();
        return upload(who, path, BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), length));
    }

    private static List<byte[]> parts(Admitted who, Map<String, String> fields, String fileName, byte[] content) {
        StringBuilder parts = new StringBuilder();
        fields.forEach((name, value) -> parts.append(part(name, value)));
        String head = part("csrf", who.session().csrfToken()) + part("act", "act-" + ACTS.incrementAndGet()) + parts
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return List.of(head.getBytes(UTF_8), content, "\r\n--edge--\r\n".getBytes(UTF_8));
    }

    private HttpResponse<String> upload(Admitted who, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Cookie", "suinian=" + who.cookieToken())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Sends exactly these fields and headers. */
    public HttpResponse<String> postRaw(String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        return postBody(path, encode(fields), headers);
    }

    private HttpResponse<String> postBody(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Fields as a browser writes them. */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends something other than GET. */
    public HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        reference.stop().otherwiseEmpty().await();
        vertx.close().await();
        transactions.close();
    }
}
