package cn.suinian.settlement;

import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.settlement.businessday.BusinessDays;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayClose;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A small city whose first business day is open, with a way to tap that does to the database what a lane does. */
public final class City {

    /** Monday. */
    public static final LocalDate DAY_1 = LocalDate.parse("2026-11-16");

    public static final LocalDate DAY_2 = DAY_1.plusDays(1);
    public static final LocalDate DAY_3 = DAY_1.plusDays(2);

    /** Codes by number, from 1. */
    public static final List<String> VENDORS = List.of("METRO-1", "CANTEEN-A", "CANTEEN-B");

    public static final int METRO = 1;
    public static final int CANTEEN_A = 2;
    public static final int CANTEEN_B = 3;

    private static final String PEOPLE = """
            INSERT INTO vendor (code, name, kind) VALUES ('METRO-1', '地铁一号线', 'METRO'),
                ('CANTEEN-A', '福田长者食堂', 'CANTEEN'), ('CANTEEN-B', '罗湖长者食堂', 'CANTEEN');
            INSERT INTO terminal (terminal_id, vendor_id, services)
                SELECT 440300010000 + vendor_id, vendor_id, 3 FROM vendor UNION ALL SELECT 440300010007, 1, 3;
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 200) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, 200) n;
            INSERT INTO account (holder_id, live_card) SELECT n, n FROM generate_series(1, 200) n;
            """;

    /** Other days fall into the default partition, as they do when nobody made theirs in time. */
    private static final String PARTITION = "CREATE TABLE tap_of_%d PARTITION OF tap FOR VALUES FROM ('%s') TO ('%s')";

    /** The form of the tap path's own statement: compare and swap, and only while the day is open. */
    public static final String POST = """
            WITH moved AS (
                UPDATE account SET version = version + 1
                WHERE holder_id = ? AND (SELECT day FROM open_business_day) = ?
                RETURNING holder_id)
            INSERT INTO tap (holder_id, tap_date, settle_date, vendor_id, terminal_id, terminal_seq, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                             service, reason, journey, payer)
            SELECT holder_id, made.day, greatest(made.day, ?::date), ?, 440300010000 + ?, ?, ?, 7,
                   (made.day + time '12:00') AT TIME ZONE 'Asia/Shanghai', now(), holder_id, ?, ?, ?, ?, ?, ?, 0, ?
            FROM moved, (SELECT ?::date) AS made (day)
            """;

    /** The form of a posting that takes a tap back: it posts taps too, if only none. */
    public static final String POST_REVERSAL = """
            WITH moved AS (
                UPDATE account SET version = version + 1
                WHERE holder_id = (SELECT min(holder_id) FROM tap WHERE terminal_seq = ?)
                  AND (SELECT day FROM open_business_day) = ?
                RETURNING holder_id
            ), posted AS (
                INSERT INTO tap SELECT t.* FROM tap t WHERE t.terminal_seq < 0 AND t.holder_id IN (TABLE moved))
            INSERT INTO tap_reversal (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,
                                      received_at, amount, subsidy, operator_subsidy, delivery_subsidy, service, payer,
                                      cause)
            SELECT tap_date, greatest(tap_date, ?::date), vendor_id, terminal_id, terminal_seq, holder_id, now(),
                   amount, subsidy, operator_subsidy, delivery_subsidy, service, payer, 'TILL_ERROR'
            FROM tap
            WHERE terminal_seq = ? AND holder_id IN (TABLE moved)
            """;

    private final Database database;
    private final AtomicLong seq = new AtomicLong();

    private City(Database database) {
        this.database = database;
    }

    /** Sets the city up in an empty database. */
    public static City open(Database database) throws SQLException {
        TestServers.ask(database, PEOPLE);
        TestServers.ask(database, "INSERT INTO open_business_day (day) VALUES ('" + DAY_1 + "')");
        for (LocalDate day : List.of(DAY_1, DAY_2, DAY_3)) {
            TestServers.ask(database, PARTITION.formatted(day.getDayOfMonth(), day, day.plusDays(1)));
        }
        AccountsFollowTaps.install(database);
        return new City(database);
    }

    /** A city that was set up before, for a process that comes later. */
    public static City at(Database database) {
        return new City(database);
    }

    public Database database() {
        return database;
    }

    /** Taps in whatever day is open, trying again when that moved meanwhile. */
    public void tap(TapRow... taps) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (TapRow tap : taps) {
                tap(connection, tap);
            }
        }
    }

    /** The same on a connection of the caller's. */
    public void tap(Connection connection, TapRow tap) throws SQLException {
        while (!post(connection, openDay(connection), tap)) {
            Thread.onSpinWait();
        }
    }

    /** Takes back the tap that was made last, trying again when the open day moved meanwhile. */
    public void reverseLast() throws SQLException {
        reverse(seq.get());
    }

    /** Takes back the tap with this number. */
    public void reverse(long number) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            while (!postReversal(connection, openDay(connection), number)) {
                Thread.onSpinWait();
            }
        }
    }

    /** One attempt to take back the tap with this number in the day the caller thinks is open. */
    public boolean postReversal(Connection connection, LocalDate openDay, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POST_REVERSAL)) {
            return fillReversal(statement, openDay, number).executeUpdate() == 1;
        }
    }

    /** Puts a reversal into a statement of the form of {@link #POST_REVERSAL}. */
    public static PreparedStatement fillReversal(PreparedStatement statement, LocalDate openDay, long number)
            throws SQLException {
        Object[] arguments = {number, openDay, openDay, number};
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** One attempt in the day the caller thinks is open. */
    public boolean post(Connection connection, LocalDate openDay, TapRow tap) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POST)) {
            return fill(statement, openDay, tap).executeUpdate() == 1;
        }
    }

    /** Puts a tap into a statement of the form of {@link #POST}. */
    public PreparedStatement fill(PreparedStatement statement, LocalDate openDay, TapRow tap) throws SQLException {
        long number = seq.incrementAndGet();
        Object[] arguments = {
            (long) tap.holder(),
            openDay,
            openDay,
            tap.vendor(),
            (long) tap.vendor(),
            number,
            number,
            tap.amount(),
            tap.subsidy(),
            tap.operator(),
            tap.delivery(),
            (short) tap.service(),
            (short) tap.reason()
        };
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        statement.setObject(arguments.length + 1, tap.payer(), java.sql.Types.SMALLINT);
        statement.setObject(arguments.length + 2, tap.date());
        return statement;
    }

    public LocalDate openDay() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return openDay(connection);
        }
    }

    private static LocalDate openDay(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT day FROM open_business_day");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject("day", LocalDate.class);
        }
    }

    public String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    /** A close that runs in the night after this day. */
    public DayClose closeAfter(LocalDate day) {
        return closeAfter(day, ClosePolicy.DEFAULT);
    }

    /** A close that waits this long for taps under way. */
    public DayClose closeAfter(LocalDate day, Duration patience) {
        return closeAfter(day, new ClosePolicy(false, patience));
    }

    private DayClose closeAfter(LocalDate day, ClosePolicy policy) {
        // Five past midnight in Shenzhen.
        Clock clock = Clock.fixed(day.atTime(16, 5).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new DayClose(database.dataSource(), clock, policy, "process 1 on node-1");
    }

    /** Closes the open days up to this one without listening. */
    public void close(LocalDate day) throws SQLException {
        closeAfter(day).closeThrough(day, CloseListener.SILENT);
    }

    public BusinessDays days() {
        return new BusinessDays(database.dataSource());
    }
}
