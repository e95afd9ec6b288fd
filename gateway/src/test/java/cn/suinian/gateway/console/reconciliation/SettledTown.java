package cn.suinian.gateway.console.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayClose;
import cn.suinian.settlement.reconciliation.Reconciliation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A console over a town whose Monday was cleared: a metro with thirty rides, two canteens with a lunch each. */
final class SettledTown implements AutoCloseable {
    static final LocalDate DAY = LocalDate.parse("2026-11-16");
    static final int METRO = 1;
    static final int CANTEEN = 2;
    static final int SILENT = 3;

    private static final String PEOPLE = """
            INSERT INTO vendor (code, name, name_en, kind) VALUES ('METRO-1', '地铁一号线', 'Metro Line 1', 'METRO'),
                ('CANTEEN-A', '福田长者食堂', 'Futian canteen', 'CANTEEN'),
                ('CANTEEN-B', '罗湖长者食堂', 'Luohu canteen', 'CANTEEN');
            INSERT INTO terminal (terminal_id, vendor_id, services) SELECT 440300010000 + vendor_id, vendor_id, 3
                FROM vendor;
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 60) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, 60) n;
            INSERT INTO account (holder_id, live_card) SELECT n, n FROM generate_series(1, 60) n;
            INSERT INTO open_business_day (day) VALUES ('2026-11-16');
            INSERT INTO staff (staff_id, account, display_name, roles, password_hash, password_changed_at,
                               must_change_password, created_at) OVERRIDING SYSTEM VALUE
                SELECT n, 'staff' || n, 'x', '{SETTLEMENT_CLERK}', 'x', now(), false, now()
                FROM generate_series(11, 15) n;
            """;
    private static final String TAPS = """
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT n, '2026-11-16', '2026-11-16', v, 440300010000 + v, n, 1, 7, '2026-11-16T04:00:00Z', now(), n,
                   CASE v WHEN 1 THEN 300 ELSE 1500 END, CASE v WHEN 1 THEN 300 ELSE 1500 END,
                   CASE v WHEN 1 THEN 0 ELSE 200 END, 0, CASE v WHEN 1 THEN 1 ELSE 2 END, 0, 0,
                   CASE v WHEN 1 THEN 1 ELSE 2 END
            FROM (SELECT n, CASE WHEN n <= 30 THEN 1 WHEN n = 31 THEN 2 ELSE 3 END AS v
                  FROM generate_series(1, 32) n) AS made
            """;
    /** A file that was chosen and has nothing in it; an empty array of others is no file at all. */
    static final byte[] EMPTY_FILE = {};

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");
    private static final AtomicInteger ACTS = new AtomicInteger();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Database database;
    final SettableClock clock = SettableClock.at("2026-11-17T02:00:00Z");
    final ConsoleServer console;
    final Admitted clerk;
    final Admitted chief;
    final Admitted both;
    final Admitted auditor;

    SettledTown(Database database) throws Exception {
        this.database = database;
        ask(PEOPLE);
        AccountsFollowTaps.install(database);
        ask(TAPS);
        Clock night = Clock.fixed(DAY.atTime(16, 5).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        new DayClose(database.dataSource(), night, ClosePolicy.DEFAULT, "test").closeThrough(DAY, CloseListener.SILENT);
        console = new ConsoleServer(database, clock);
        clerk = console.sessions().signedIn(11, Role.SETTLEMENT_CLERK.permissions());
        chief = console.sessions().signedIn(12, Role.SETTLEMENT_SUPERVISOR.permissions());
        Set<cn.suinian.core.staff.Permission> all = EnumSet.copyOf(Role.SETTLEMENT_CLERK.permissions());
        all.addAll(Role.SETTLEMENT_SUPERVISOR.permissions());
        both = console.sessions().signedIn(13, all);
        auditor = console.sessions().signedIn(14, Role.AUDITOR.permissions());
    }

    String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** A row of a statement of the metro. */
    static String row(int seq, int card, int money) {
        return "2026-11-16T12:00:00+08:00,440300010001,%d,%08d,1,%d,%d".formatted(seq, card, money, money);
    }

    /** A statement of the metro with these rows; its trailer is that of {@code money}. */
    static String statement(long money, String... rows) {
        return "H,METRO-1,2026-11-16\r\ntap_time,terminal,seq,card,service,amount,subsidy\r\n"
                + String.join("\r\n", rows) + "\r\nT," + rows.length + "," + money + "," + money + "\r\n";
    }

    /** Twenty rides stated 50 fen too high, eight as they are, two not at all, and two that nobody made. */
    static String planted() {
        String[] rows = new String[30];
        for (int i = 0; i < 28; i++) {
            rows[i] = row(i + 1, i + 1, i < 20 ? 350 : 300);
        }
        rows[28] = row(101, 40, 300);
        rows[29] = row(102, 41, 700);
        return statement(Arrays.stream(rows).mapToLong(SettledTown::money).sum(), rows);
    }

    private static long money(String row) {
        return Long.parseLong(row.substring(row.lastIndexOf(',') + 1));
    }

    HttpResponse<String> get(Admitted who, String path) throws Exception {
        return console.getAs(who, path);
    }

    HttpResponse<String> post(Admitted who, String path, Map<String, String> fields) throws Exception {
        return console.post(who, path, fields);
    }

    /** Sends a form with a file, as a browser does; fields may be given that a page has hidden. */
    HttpResponse<String> send(Admitted who, String path, Map<String, String> fields, String field, byte[] content)
            throws Exception {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", who.session().csrfToken());
        all.putIfAbsent("act", "town-" + ACTS.incrementAndGet());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> each : all.entrySet()) {
            body.write(("--b\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                            + each.getValue() + "\r\n")
                    .getBytes(UTF_8));
        }
        if (content.length > 0 || content == EMPTY_FILE) {
            body.write(("--b\r\nContent-Disposition: form-data; name=\"" + field
                            + "\"; filename=\"statement.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                    .getBytes(UTF_8));
            body.write(content);
            body.write("\r\n".getBytes(UTF_8));
        }
        body.write("--b--\r\n".getBytes(UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create(console.url() + path))
                        .setHeader("User-Agent", StaffDesk.BRANCH.userAgent())
                        .header("Cookie", "suinian=" + who.cookieToken())
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Uploads a statement of the metro's Monday and waits until it is compared; the page that says so. */
    String take(Admitted who, String file) throws Exception {
        HttpResponse<String> sent = send(
                who,
                "/reconciliation/statements/new",
                Map.of("vendor", Integer.toString(METRO), "day", DAY.toString()),
                "file",
                file.getBytes(UTF_8));
        return waitFor(who, sent.headers().firstValue("Location").orElseThrow(() -> new IOException(sent.body())));
    }

    /** The page of a job once it is over. */
    String waitFor(Admitted who, String job) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String page = get(who, job).body();
        while (page.contains("hx-get=\"/reconciliation/incoming")) {
            if (System.nanoTime() > patience) {
                throw new AssertionError("still under way: " + page);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            page = get(who, job).body();
        }
        return page;
    }

    /** Waits until the database says so. */
    void waitUntil(String sql, String wanted) throws SQLException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!wanted.equals(ask(sql))) {
            if (System.nanoTime() > patience) {
                throw new AssertionError(sql + " is still " + ask(sql));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** What the vendors should have stated by this day is missing. */
    void age(LocalDate today) throws SQLException {
        Clock morning = Clock.fixed(today.atTime(2, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (Transactions transactions = Transactions.over(database, 1)) {
            new Reconciliation(transactions, new AuditLog(morning), morning).age(Actor.house("test"));
        }
    }

    /** The break about the metro's tap, or row, with this number. */
    String breakOf(int seq) throws SQLException {
        return ask("SELECT break_no FROM settlement_break WHERE terminal_seq = " + seq + " ORDER BY 1 DESC");
    }

    /** The page after an act, with what it says of the act. */
    String told(Admitted who, HttpResponse<String> done) throws Exception {
        String cookies = done.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        String next = done.headers().firstValue("Location").orElseThrow();
        return console.getAs(who, next, "Cookie", cookies).body();
    }

    /** When a break was found, as clocks in Shenzhen showed it. */
    String openedInShenzhen(int seq) throws SQLException {
        return ask("SELECT to_char(opened_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') FROM settlement_break"
                + " WHERE break_no = " + breakOf(seq));
    }

    /** As it is stored. */
    String status(int seq) throws SQLException {
        return ask("SELECT status FROM settlement_break WHERE break_no = " + breakOf(seq));
    }

    /** As the list shows it. */
    String tick(int seq) throws SQLException {
        return breakOf(seq) + ":" + ask("SELECT version FROM settlement_break WHERE break_no = " + breakOf(seq));
    }

    /** What is done with a break, as its page asks for it. */
    HttpResponse<String> act(Admitted who, int seq, String act, Map<String, String> fields) throws Exception {
        return act(who, seq, act, fields, new byte[0]);
    }

    HttpResponse<String> act(Admitted who, int seq, String act, Map<String, String> fields, byte[] attachment)
            throws Exception {
        String path = "/reconciliation/breaks/" + breakOf(seq) + "/" + act;
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (!all.containsKey("version")) {
            Matcher version = VERSION.matcher(get(who, path).body());
            all.put("version", version.find() ? version.group(1) : "0");
        }
        return send(who, path, all, "attachment", attachment);
    }

    /** The newest request that waits. */
    String request() throws SQLException {
        return ask("SELECT max(request_no) FROM approval_request WHERE outcome IS NULL");
    }

    @Override
    public void close() {
        console.close();
    }
}
