package cn.suinian.load.bench;

import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.frame.KeyDerivation;
import cn.suinian.load.frame.MasterKeys;
import cn.suinian.load.frame.TerminalIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The city of the bench: as many holders as wanted, each with one active card and most with a hukou, and enough
 * terminals that none asks too often. Written set by set: millions of rows one by one would take longer than the bench.
 */
final class BenchCity {
    /** Cards of this city begin here, above those of the demo city. */
    static final int FIRST_SERIAL = 20_000_000;

    static final int TERMINALS = 1_024;
    private static final long FIRST_TERMINAL = 440_390_000_001L;

    private static final List<String> PLANT = List.of(
            "SET session_replication_role = replica",
            "INSERT INTO vendor (code, name, kind) VALUES ('BENCH-BUS', 'Bench', 'BUS')",
            """
            INSERT INTO terminal (terminal_id, vendor_id, services)
            SELECT %d + i, (SELECT vendor_id FROM vendor WHERE code = 'BENCH-BUS'), 31
            FROM generate_series(0, %d) i""".formatted(FIRST_TERMINAL, TERMINALS - 1),
            """
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
            SELECT i, date '1935-01-01' + (i::bigint * 7919 %% 10950)::int FROM generate_series(%1$d, %2$d) i""",
            """
            INSERT INTO holder_hukou (holder_id, district, valid_from)
            SELECT i, 2 + i %% 10, date '2020-01-01' FROM generate_series(%1$d, %2$d) i WHERE i %% 100 < 58""",
            """
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
            SELECT i, i, 'ACTIVE', timestamptz '2024-01-01 00:00+08', date '2099-12-31'
            FROM generate_series(%1$d, %2$d) i""",
            """
            INSERT INTO card_status (card_serial, status, since, listed)
            SELECT i, 'ACTIVE', timestamptz '2024-01-01 00:00+08', false FROM generate_series(%1$d, %2$d) i""",
            "INSERT INTO account (holder_id, live_card) SELECT i, i FROM generate_series(%1$d, %2$d) i",
            "RESET session_replication_role",
            "NOTIFY suinian_reference",
            "VACUUM ANALYZE",
            "CHECKPOINT");

    private static final long TAPS_A_DAY = 3_200_000;

    private static final String HISTORY = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason, journey,
                direction, payer, rule_id, line, vehicle, account_version, seen)
            SELECT '%1$s', '%1$s', 1, %2$d + i %% %3$d, 1000000 + i / %3$d, %4$d + i * 7919 %% %5$d, 1, i,
                '%1$s'::timestamptz + i * interval '20 ms', '%1$s'::timestamptz + i * interval '20 ms',
                %4$d + i * 7919 %% %5$d, 200, 200, 0, 1, 0, 0, 3, 1, 1, 'M433', 'B2313', 1, 1
            FROM generate_series(0::bigint, %6$d - 1) i""";

    private final MasterKeys masters;
    private final int cards;
    private final List<TerminalIdentity> terminals;

    BenchCity(MasterKeys masters, int cards) {
        this.masters = masters;
        this.cards = cards;
        this.terminals = IntStream.range(0, TERMINALS)
                .mapToObj(i -> {
                    String id = Long.toString(FIRST_TERMINAL + i);
                    return new TerminalIdentity(id, 1, KeyDerivation.terminalKey(masters.terminal(), id));
                })
                .toList();
    }

    /** Plants so many cards into a database that has the tables; its owner must be allowed to do everything. */
    static void plant(Connection connection, int cards) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : PLANT) {
                statement.execute(sql.formatted(FIRST_SERIAL, FIRST_SERIAL + cards - 1));
            }
        }
    }

    /** Stored rides of the days before: a third of the cards each day, so many days back, on the real partitions. */
    static void plantHistory(Connection connection, int cards, long taps, LocalDate today) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long left = taps;
            for (LocalDate day = today.minusDays(1); left > 0; day = day.minusDays(1)) {
                long count = Math.min(left, TAPS_A_DAY);
                String name = "tap_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
                statement.execute("CREATE TABLE IF NOT EXISTS %s PARTITION OF tap FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(name, day, day.plusDays(1)));
                statement.execute(HISTORY.formatted(day, FIRST_TERMINAL, TERMINALS, FIRST_SERIAL, cards, count));
                left -= count;
            }
            statement.execute("VACUUM ANALYZE tap");
            statement.execute("CHECKPOINT");
        }
    }

    int cards() {
        return cards;
    }

    TerminalIdentity terminal(int index) {
        return terminals.get(index % TERMINALS);
    }

    TerminalIdentity terminal(String id) {
        return terminals.get((int) (Long.parseLong(id) - FIRST_TERMINAL));
    }

    String cardNo(int index) {
        return CardNumber.ofSerial(FIRST_SERIAL + index);
    }

    MasterKeys masters() {
        return masters;
    }
}
