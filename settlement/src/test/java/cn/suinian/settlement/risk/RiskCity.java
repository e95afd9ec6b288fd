package cn.suinian.settlement.risk;

import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.settlement.risk.policy.FlagKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Vendors with terminals that have places, holders with cards of the same number, and taps as a test wants them. */
final class RiskCity {

    static final LocalDate DAY = LocalDate.parse("2026-11-16");

    /** In Futian. */
    static final long CANTEEN = 1;

    /** In Longgang, 28 km away. */
    static final long STATION = 2;

    /** Ten kilometres from the canteen. */
    static final long GATE = 4;

    /** Nowhere. */
    static final long BUS = 3;

    private static final String PEOPLE = """
            INSERT INTO vendor (code, name, kind) VALUES ('C', '福田长者食堂', 'CANTEEN'), ('M', '地铁', 'METRO'),
                ('B', '巴士', 'BUS');
            INSERT INTO terminal (terminal_id, vendor_id, services, lat_e6, lon_e6)
                VALUES (1, 1, 31, 22543100, 114057900), (2, 2, 31, 22720700, 114247500), (3, 3, 31, NULL, NULL),
                    (4, 2, 31, 22633000, 114057900);
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 400) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT 2 * n, n, 'ACTIVE', '2020-01-01T00:00:00Z', '2040-01-01' FROM generate_series(1, 400) n;
            INSERT INTO account (holder_id, live_card) SELECT n, 2 * n FROM generate_series(1, 400) n;
            INSERT INTO open_business_day (day) VALUES ('2026-11-16');
            CREATE TABLE tap_16 PARTITION OF tap FOR VALUES FROM ('2026-11-16') TO ('2026-11-17');
            """;

    private static final String TAP = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, direction, payer, seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, 7, ?, ?, ?, ?, ?, 0, ?, ?, 0, ?, ?, ?)
            """;

    private final Database database;
    private final AtomicLong seq = new AtomicLong();

    private RiskCity(Database database) {
        this.database = database;
    }

    static RiskCity open(Database database) throws SQLException {
        TestServers.ask(database, PEOPLE);
        AccountsFollowTaps.install(database);
        return new RiskCity(database);
    }

    /**
     * A tap to be planted; a free ride that arrives a second later unless it is changed.
     *
     * @param seq 0: the next
     */
    record Planted(
            LocalDateTime at,
            Duration later,
            long terminal,
            long seq,
            int holder,
            int service,
            Integer direction,
            int reason,
            int subsidy,
            Long seen) {

        static Planted tap(String time, long terminal, int holder) {
            return new Planted(
                    DAY.atTime(java.time.LocalTime.parse(time)),
                    Duration.ofSeconds(1),
                    terminal,
                    0,
                    holder,
                    4,
                    null,
                    0,
                    0,
                    null);
        }

        Planted ride(int way) {
            return new Planted(at, later, terminal, seq, holder, 1, way, reason, 250, seen);
        }

        Planted lunch() {
            return new Planted(at, later, terminal, seq, holder, 2, null, reason, 1500, seen);
        }

        Planted declined(int why) {
            return new Planted(at, later, terminal, seq, holder, service, direction, why, 0, seen);
        }

        Planted later(Duration delay) {
            return new Planted(at, delay, terminal, seq, holder, service, direction, reason, subsidy, seen);
        }

        Planted numbered(long number) {
            return new Planted(at, later, terminal, number, holder, service, direction, reason, subsidy, seen);
        }

        Planted seeing(long facts) {
            return new Planted(at, later, terminal, seq, holder, service, direction, reason, subsidy, facts);
        }
    }

    void plant(Planted... taps) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            plant(connection, taps);
        }
    }

    void plant(Connection connection, Planted... taps) throws SQLException {
        LocalDate open = LocalDate.parse(ask("SELECT day FROM open_business_day"));
        try (PreparedStatement statement = connection.prepareStatement(TAP)) {
            for (Planted tap : taps) {
                fill(statement, tap, open);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Runs both passes; how many flags were new. */
    int scan() throws SQLException {
        return scan(scanner(Duration.ZERO));
    }

    /** The same at the moment when the last tap had come: what is planted then comes later. */
    int scanAfterTheLastTap() throws SQLException {
        int flags = scan();
        ask("UPDATE risk_watermark SET received_up_to = (SELECT max(received_at) FROM tap)");
        return flags;
    }

    int scan(RiskScan scanner) throws SQLException {
        int flags = 0;
        for (Pass pass : Pass.values()) {
            RiskRound round = scanner.scan(pass).orElseThrow();
            flags += round.newFlags();
        }
        return flags;
    }

    /** A scanner that has caught up after one round. */
    RiskScan scanner(Duration behind) {
        return new RiskScan(database.dataSource(), "process 1 on node-1", behind, Duration.ofDays(1000));
    }

    /** The flags there are. */
    Map<FlagKind, Integer> flags() throws SQLException {
        Map<FlagKind, Integer> found = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT kind, count(*) AS flags FROM risk_flag GROUP BY 1");
                java.sql.ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(FlagKind.valueOf(rows.getString("kind")), rows.getInt("flags"));
            }
        }
        return found;
    }

    String ask(String sql) throws SQLException {
        return TestServers.ask(database, sql);
    }

    Database database() {
        return database;
    }

    private void fill(PreparedStatement statement, Planted tap, LocalDate open) throws SQLException {
        long number = tap.seq() == 0 ? 1000 + seq.incrementAndGet() : tap.seq();
        OffsetDateTime at = tap.at().atOffset(ZoneOffset.ofHours(8));
        LocalDate date = tap.at().toLocalDate();
        Object[] values = {
            date,
            date.isAfter(open) ? date : open,
            tap.terminal() == GATE ? (int) STATION : (int) tap.terminal(),
            tap.terminal(),
            number,
            (long) tap.holder(),
            seq.incrementAndGet(),
            at,
            at.plus(tap.later()),
            2 * tap.holder(),
            tap.subsidy(),
            tap.subsidy(),
            tap.service(),
            tap.reason(),
            tap.direction(),
            tap.subsidy() > 0 ? 1 : null,
            tap.seen()
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, i == values.length - 1 ? Types.BIGINT : Types.INTEGER);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
