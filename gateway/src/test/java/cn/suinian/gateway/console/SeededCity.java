package cn.suinian.gateway.console;

import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Writes a small city and its taps straight into the tables. */
public final class SeededCity {

    static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");

    private static final String TAP = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, direction, payer, rule_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UNDO = """
            INSERT INTO tap_reversal (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,
                                      received_at, amount, subsidy, operator_subsidy, delivery_subsidy, service, payer,
                                      cause)
            SELECT tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,
                   received_at + interval '1 min', amount, subsidy, operator_subsidy, delivery_subsidy, service,
                   payer, 'TILL_ERROR'
            FROM tap WHERE terminal_seq = ?
            """;

    private final Database database;
    private long seq;

    public SeededCity(Database database) {
        this.database = database;
    }

    /** A tap to be written; the defaults are a free bus ride paid by the city. */
    public record Ride(
            Instant tappedAt, Instant receivedAt, int service, int amount, int reason, int journey, Integer payer) {

        /** A bus ride that was approved at once. */
        public static Ride bus(String at) {
            return new Ride(Instant.parse(at), Instant.parse(at).plusMillis(80), 1, 250, 0, 0, 1);
        }

        /** A lunch whose subsidy a district pays. */
        public static Ride lunch(String at, int district) {
            return new Ride(Instant.parse(at), Instant.parse(at).plusMillis(80), 2, 1500, 0, 0, district);
        }

        /** Paid by another payer. */
        public Ride paidBy(int other) {
            return new Ride(tappedAt, receivedAt, service, amount, reason, journey, other);
        }

        /** Declined for a reason. */
        public Ride declined(int reason) {
            return new Ride(tappedAt, receivedAt, service, amount, reason, 0, null);
        }

        /** Received at another time. */
        public Ride received(String at) {
            return new Ride(tappedAt, Instant.parse(at), service, amount, reason, journey, payer);
        }
    }

    /** One vendor, one holder with a live card, and the open business day. */
    public void found(String vendorName, LocalDate openDay) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (PreparedStatement vendor =
                    connection.prepareStatement("INSERT INTO vendor (code, name, kind) VALUES ('V1', ?, 'BUS')")) {
                vendor.setString(1, vendorName);
                vendor.executeUpdate();
            }
            statement.execute("INSERT INTO holder (born_on) VALUES ('1950-01-01')");
            statement.execute("INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)"
                    + " VALUES (12345678, 1, 'ACTIVE', now(), '2040-01-01')");
            statement.execute("INSERT INTO account (holder_id, live_card) VALUES (1, 12345678)");
            statement.execute("INSERT INTO open_business_day (day) VALUES ('" + openDay + "')");
            connection.commit();
        }
        AccountsFollowTaps.install(database);
    }

    /** A closed business day with one clearing line of the city's. */
    public void close(LocalDate day, long taps, long subsidyFen) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO business_day (day, state, cut_at, cut_by, cleared_at, cleared_by,"
                    + " taps_approved, taps_declined, taps_late)"
                    + " VALUES ('" + day + "', 'CLEARED', now(), 'test', now(), 'test', " + taps + ", 0, 0)");
            statement.execute("INSERT INTO clearing_line VALUES ('" + day + "', 1, 1, 1, " + taps + ", " + subsidyFen
                    + ", " + subsidyFen + ", 0, 0)");
        }
    }

    /** Writes a tap of the one card. */
    public void tap(Ride ride) throws SQLException {
        LocalDate day = LocalDate.ofInstant(ride.tappedAt(), SHENZHEN);
        boolean approved = ride.reason() == 0;
        seq++;
        Object[] values = {
            day,
            day,
            1,
            440300010007L,
            seq,
            1L,
            seq,
            seq,
            utc(ride.tappedAt()),
            utc(ride.receivedAt()),
            12345678,
            ride.amount(),
            approved ? ride.amount() : 0,
            ride.service(),
            ride.reason(),
            ride.journey(),
            ride.service() == 1 ? 3 : null,
            ride.payer(),
            approved ? ride.service() : null
        };
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(TAP)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, Types.INTEGER);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        }
    }

    /** Undoes the tap that was written last. */
    public void undo() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(UNDO)) {
            statement.setLong(1, seq);
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
