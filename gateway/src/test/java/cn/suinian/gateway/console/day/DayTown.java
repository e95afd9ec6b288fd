package cn.suinian.gateway.console.day;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.ConsoleServer;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.gateway.stand.SettableClock;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.lens.look.Lens;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A metro and two canteens, people who tapped on two days that are over, settlement staff, and a console. */
public final class DayTown implements AutoCloseable {

    /** A Wednesday, open and over. */
    public static final LocalDate DAY_1 = LocalDate.parse("2026-11-18");

    public static final LocalDate DAY_2 = DAY_1.plusDays(1);

    /** Today, at noon. */
    public static final LocalDate DAY_3 = DAY_1.plusDays(2);

    public static final int METRO = 1;
    public static final int CANTEEN_A = 2;
    public static final int CANTEEN_B = 3;

    private static final String PEOPLE = """
            INSERT INTO vendor (code, name, kind) VALUES ('METRO-1', '地铁一号线', 'METRO'),
                ('CANTEEN-A', '福田长者食堂', 'CANTEEN'), ('CANTEEN-B', '=1+1 罗湖长者食堂', 'CANTEEN');
            INSERT INTO terminal (terminal_id, vendor_id, services)
                SELECT 440300010000 + vendor_id, vendor_id, 3 FROM vendor;
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 200) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, 200) n;
            INSERT INTO account (holder_id, live_card) SELECT n, n FROM generate_series(1, 200) n;
            """;

    /** As two people sign it. */
    private static final String EXCUSE = """
            INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as, asked_at, outcome, decided_by,
                                          decided_as, decided_at)
            VALUES ('EXCUSE_STATEMENT', %1$d * 1000000 + (date '%2$s' - date '1970-01-01'), 'no till that day', 21,
                    'staff21', now(), 'APPROVED', 22, 'staff22', now());
            INSERT INTO statement_excuse (vendor_id, day, reason, excused_by, excused_as, excused_at)
            VALUES (%1$d, '%2$s', 'no till that day', 22, 'staff22', now())
            """;

    private static final String TAPS = """
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT n, '%1$s', '%2$s', %3$d, 440300010000 + %3$d, %4$d + n, %4$d + n, 7,
                   ('%1$s'::date + time '12:00') AT TIME ZONE 'Asia/Shanghai', now(), n, %5$d, %6$d, %7$d, 0,
                   %8$d, 0, 0, %9$s
            FROM generate_series(%11$d, %10$d) n
            """;

    public final SettableClock clock = new SettableClock(
            DAY_3.atTime(12, 0).atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
    public final ConsoleServer console;
    public final DayOffice office;
    public final Admitted clerk;
    public final Admitted chief;
    public final Admitted otherChief;
    public final Admitted auditor;
    public final Admitted counterClerk;

    private final Database database;
    private final Transactions transactions;
    private int seq;

    public DayTown(Database database) throws SQLException {
        this.database = database;
        ask(PEOPLE);
        ask("INSERT INTO open_business_day (day) VALUES ('" + DAY_1 + "')");
        AccountsFollowTaps.install(database);
        console = new ConsoleServer(database, clock);
        transactions = Transactions.over(database, 4);
        KeystoreVault columns = KeystoreVault.ofColumns(Map.of(1, new byte[16]), new byte[32]);
        office = DayOffice.of(
                new DayOffice.Means(transactions, SmallCity.vault(), columns, new AuditLog(clock), clock, "test"));
        clerk = console.sessions().signedIn(21, Role.SETTLEMENT_CLERK.permissions());
        chief = console.sessions().signedIn(22, Role.SETTLEMENT_SUPERVISOR.permissions());
        otherChief = console.sessions().signedIn(23, Role.SETTLEMENT_SUPERVISOR.permissions());
        auditor = console.sessions().signedIn(24, Role.AUDITOR.permissions());
        counterClerk = console.sessions().signedIn(25, Role.COUNTER_CLERK.permissions());
        taps(DAY_1, DAY_1, METRO, 120, 300, 300, 1);
        lunches(DAY_1, CANTEEN_A, 1, 60, 2);
        lunches(DAY_1, CANTEEN_B, 101, 103, 3);
    }

    /** Rides of so many holders, paid by this payer. */
    public void taps(LocalDate made, LocalDate settles, int vendor, int holders, int amount, int subsidy, int payer)
            throws SQLException {
        insert(made, settles, vendor, 1, holders, amount, subsidy, 0, 1, payer);
    }

    private void lunches(LocalDate day, int vendor, int first, int last, int payer) throws SQLException {
        insert(day, day, vendor, first, last, 1800, 500, 200, 2, payer);
    }

    private void insert(
            LocalDate made,
            LocalDate settles,
            int vendor,
            int first,
            int last,
            int amount,
            int subsidy,
            int operator,
            int service,
            int payer)
            throws SQLException {
        ask(TAPS.formatted(made, settles, vendor, seq, amount, subsidy, operator, service, payer, last, first));
        seq += 200;
    }

    /** Closes the first day, with a late tap of it and a lunch taken back in the second, and the second. */
    public void closeBoth() throws SQLException {
        close(DAY_1);
        taps(DAY_1, DAY_2, METRO, 2, 250, 250, 1);
        taps(DAY_2, DAY_2, METRO, 5, 400, 400, 1);
        ask("INSERT INTO tap_reversal (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,"
                + " received_at, amount, subsidy, operator_subsidy, delivery_subsidy, service, payer, cause)"
                + " SELECT tap_date, '" + DAY_2 + "', vendor_id, terminal_id, terminal_seq, holder_id, now(), amount,"
                + " subsidy, operator_subsidy, delivery_subsidy, service, payer, 'TILL_ERROR' FROM tap"
                + " WHERE vendor_id = 2 ORDER BY terminal_seq LIMIT 1");
        close(DAY_2);
    }

    /** Closes the days up to this one. */
    public void close(LocalDate day) throws SQLException {
        office.close().closeThrough(day, cn.suinian.settlement.businessday.CloseListener.SILENT);
    }

    /** Lets a day be reconciled without statements. */
    public void excuse(LocalDate day, int... vendors) throws SQLException {
        for (int vendor : vendors) {
            ask(EXCUSE.formatted(vendor, day));
        }
    }

    /** The look before payment. */
    public void look(LocalDate day) throws SQLException {
        ask("INSERT INTO risk_day (day, finished_by) VALUES ('" + day + "', 'test') ON CONFLICT DO NOTHING");
        Transactions means = console.offices().means().transactions();
        new Lens(means, new Holds(means, console.offices().means().audit(), clock), clock).lookAt(day);
    }

    /** Puts a day's whole money under holds, so that it can be paid without a bank. */
    public void hold(LocalDate day) throws SQLException {
        look(day);
        ask("INSERT INTO payment_hold (vendor_id, from_day, to_day, reason, placed_by, placed_as, placed_at)"
                + " SELECT vendor_id, '" + day + "', '" + day + "', 'looked into', 21, 'staff21', now() FROM vendor");
    }

    public static Actor actor(Admitted who) {
        return who.session().actor();
    }

    /** The body of a page. */
    public String page(Admitted who, String path) throws Exception {
        HttpResponse<String> page = console.getAs(who, path);
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + " is " + page.statusCode());
        }
        if (page.body().contains("¥¥")) {
            throw new IllegalStateException(path + " says the sign of money twice");
        }
        return page.body();
    }

    /** The page of a day once it says so and nothing is under way. */
    public String await(LocalDate day, String text) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String page = page(chief, "/days/" + day);
        while (!page.contains(text) || page.contains("hx-get")) {
            if (System.nanoTime() > patience) {
                throw new AssertionError(page);
            }
            page = page(chief, "/days/" + day);
        }
        return page;
    }

    /** Where a form led; "-" when it was not taken. */
    public String send(Admitted who, String path, Map<String, String> fields) throws Exception {
        return console.post(who, path, fields).headers().firstValue("Location").orElse("-");
    }

    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    @Override
    public void close() {
        console.close();
        transactions.close();
    }
}
