package cn.suinian.core.verification;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.AccountsFollowTaps;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.verification.Finding.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check holds in a sound city, and finds the one thing that is wrong in a spoilt one. */
@ExtendWith(PostgresExtension.class)
class CoreChecksTest {
    private static final String TAP = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, direction, payer, rule_id, pair_terminal, pair_seq, account_version)
            VALUES (%s, %s, 1, %s, %s, %s, %s, 5, %s, now(), %s, %s, %s, 0, %s, 0, %s, %s, 1, %s, %s, %s, 0)""";

    /** Three riders, one of whom eats; the fourth one's card is lost, the fifth is dead. */
    private static final String CITY = """
            INSERT INTO vendor (code, name, kind) VALUES ('V', 'V', 'METRO');
            INSERT INTO terminal (terminal_id, vendor_id, services) VALUES (1, 1, 31), (2, 1, 31);
            INSERT INTO open_business_day (day) VALUES ('2026-11-23');
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE
                SELECT n, '1950-03-01' FROM generate_series(1, 5) n;
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT 10 + n, n, 'ACTIVE', '2020-01-01Z', '2040-01-01' FROM generate_series(1, 5) n;
            INSERT INTO account (holder_id, live_card) SELECT n, 10 + n FROM generate_series(1, 5) n;
            UPDATE card SET status = 'LOST', status_since = '2026-11-01Z' WHERE card_serial = 14;
            UPDATE holder SET deceased_on = '2026-11-01' WHERE holder_id = 5;
            UPDATE card SET status = 'LOST', status_since = '2026-11-02Z' WHERE card_serial = 13;
            UPDATE card SET status = 'ACTIVE', status_since = '2026-11-03Z' WHERE card_serial = 13
            """;

    /** Holder 5 is registered as dead, holder 1 was for a while, holder 2 never. */
    private static final String REGISTER = """
            INSERT INTO holder_person (holder_id, name_sealed, name_index, sex, district, consent_version, consent_at,
                                       registered_at, registered_by)
                SELECT n, '', sha256('n'), 'MALE', 2, '1', now(), now(), 'a' FROM unnest(ARRAY[1, 2, 5]) n;
            INSERT INTO holder_document (holder_id, kind, number_sealed, person_index, recorded_at, recorded_by)
                SELECT n, 'TAIWAN_PASS', '', sha256(n::text::bytea), now(), 'a' FROM unnest(ARRAY[1, 2, 5]) n;
            INSERT INTO holder_event (event_no, holder_id, kind, effective_on, evidence_sealed, recorded_at, actor)
                VALUES (1, 5, 'DEATH', '2026-11-01', '', now(), 'a'), (2, 1, 'DEATH', '2026-11-02', '', now(), 'a');
            INSERT INTO approval_request (kind, subject, reason, asked_by, asked_as, asked_at, decided_by, decided_as,
                                          decided_at, outcome)
                VALUES ('UNDO_DEATH', 2, 'mistaken', 1, 'a', now(), 2, 'b', now(), 'APPROVED');
            UPDATE holder_event SET undone_at = now(), undone_request = (SELECT min(request_no) FROM approval_request)
            WHERE event_no = 2
            """;

    /** A batch of three cards: one in stock, and two of the sixth person, the second in place of the first. */
    private static final String STOCK = """
            INSERT INTO card_range (first_serial, last_serial, next_serial, layout, key_version, added_by, added_at)
                VALUES (100, 109, 103, 'A', 1, 'test', now());
            INSERT INTO card_batch (range_id, first_serial, last_serial, ordered_by, ordered_at)
                VALUES (1, 100, 102, 'test', now());
            INSERT INTO card_stock (card_serial, range_id, batch_id, status, status_since, key_version)
                VALUES (100, 1, 1, 'IN_STOCK', now(), 1), (101, 1, 1, 'ISSUED', now(), 1),
                       (102, 1, 1, 'ISSUED', now(), 1);
            INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (6, '1950-03-01');
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                VALUES (101, 6, 'REPLACED', '2020-01-01Z', '2040-01-01'),
                       (102, 6, 'ACTIVE', '2020-01-01Z', '2040-01-01');
            INSERT INTO account (holder_id, live_card) VALUES (6, 102);
            INSERT INTO card_replacement VALUES (101, 102, 'DAMAGED', now());
            INSERT INTO card_renewal VALUES (102, '2039-01-01', '2040-01-01', now())
            """;

    /** A list of six that is done, two of whom are registered, one of whom waits for a clerk. */
    private static final String LISTS = """
            INSERT INTO bulk_file (file_no, label_sealed, format, bytes, rows, received_as, received_from, received_at,
                                   started_as, started_at, state, state_since, passed, registered, wrong, alike, twice)
                VALUES (1, '', 'CSV_UTF8', 9, 6, 'a', '', now(), 'a', now(), 'DONE', now(), 6, 2, 2, 1, 1);
            INSERT INTO bulk_row (row_id, file_no, content_sealed, outcome) VALUES (1048576 + 5, 1, '', 'ALIKE');
            INSERT INTO bulk_registration VALUES (1, 1, 2), (2, 1, 3)
            """;

    private static final String GIVEN_BACK = """
            INSERT INTO tap_reversal (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id,
                                      received_at, amount, subsidy, operator_subsidy, delivery_subsidy, service, payer,
                                      cause)
            SELECT tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, now(), amount, subsidy,
                   operator_subsidy, delivery_subsidy, service, payer, 'TILL_ERROR'
            FROM tap WHERE terminal_seq = 5""";

    private static final Map<String, String> SPOILT = Map.ofEntries(
            entry("at most one live card per person", "UPDATE card SET holder_id = 1 WHERE card_serial = 12"),
            entry(
                    "an account's live card belongs to the same person",
                    "UPDATE account SET live_card = 12 WHERE holder_id = 1"),
            entry("every card in use has an account", "DELETE FROM account WHERE holder_id = 3"),
            entry(
                    "a card stands as the last line of its history says",
                    "UPDATE card SET status = 'CANCELLED' WHERE card_serial = 11"),
            entry(
                    "the denylist holds the ended cards and those of the dead, and no other",
                    "UPDATE holder SET deceased_on = NULL WHERE holder_id = 5"),
            entry(
                    "the versions of the denylist run from 1 to its head without a gap",
                    "DELETE FROM denylist_change WHERE version = 2"),
            entry(
                    "each change of the denylist changes something",
                    "UPDATE denylist_change SET listed = NOT listed WHERE version = 1"),
            entry(
                    "no two holders have the same document",
                    "UPDATE holder_document SET person_index = sha256('1') WHERE holder_id = 2"),
            entry("every person in the register is a holder", "DELETE FROM holder WHERE holder_id = 2"),
            entry("every person in the register has a document", "UPDATE holder_document SET ended_at = now()"),
            entry(
                    "a registered holder died when the register says",
                    "UPDATE holder SET deceased_on = '2026-11-02' WHERE holder_id = 5"),
            entry("no event is undone without a second signature", "UPDATE approval_request SET decided_by = asked_by"),
            entry(
                    "every row of a list is registered, refused, doubled, left out or still waiting",
                    "UPDATE bulk_file SET wrong = 1"),
            entry("what waits of a list is as much as it says", "DELETE FROM bulk_row"),
            entry(
                    "as many holders come from a list as it says were registered",
                    "DELETE FROM bulk_registration WHERE holder_id = 2"),
            entry(
                    "nobody is registered twice from lists, and from no row twice",
                    "UPDATE bulk_registration SET holder_id = 1"),
            entry("every tap has an account", "DELETE FROM account WHERE holder_id = 1"),
            entry(
                    "every tap was made with a card of its holder",
                    "UPDATE tap SET card_serial = 13 WHERE holder_id = 1"),
            entry("every tap was made at a known vendor", "UPDATE tap SET vendor_id = 9 WHERE terminal_seq = 1"),
            entry("every tap was made at a known terminal", "DELETE FROM terminal WHERE terminal_id = 2"),
            entry("every subsidy names a rule that exists", "DELETE FROM benefit_rule WHERE rule_id = 1"),
            entry("no key is stored twice", "INSERT INTO tap SELECT * FROM tap WHERE terminal_seq = 1"),
            entry("no subsidy is negative", "UPDATE tap SET operator_subsidy = -1 WHERE terminal_seq = 1"),
            entry("no subsidy exceeds the amount", "UPDATE tap SET amount = 1 WHERE terminal_seq = 1"),
            entry("a declined tap costs nobody anything", "UPDATE tap SET reason = 7 WHERE terminal_seq = 1"),
            entry("somebody pays every subsidy", "UPDATE tap SET payer = NULL WHERE terminal_seq = 1"),
            entry(
                    "a tap is filed under the Shanghai date of its time",
                    "UPDATE tap SET tapped_at = '2026-11-23T16:00:00Z' WHERE terminal_seq = 1"),
            entry("no tap settles before its own day", "UPDATE tap SET settle_date = '2026-11-22' WHERE holder_id = 1"),
            entry(
                    "no tap settles in a day that is yet to come",
                    "UPDATE tap SET settle_date = '2026-11-24' WHERE terminal_seq = 1"),
            entry(
                    "no terminal uses a number for two cards",
                    "UPDATE tap SET terminal_seq = 1, terminal_id = 1 WHERE holder_id = 3"),
            entry("one subsidised lunch a day", lunches("SELECT tap_date FROM tap WHERE terminal_seq = 2")),
            entry(
                    "five subsidised lunches a week",
                    lunches("SELECT date '2026-11-23' + n FROM generate_series(1, 5) n")),
            entry(
                    "a card's counter is approved once",
                    "UPDATE tap SET card_counter = 1 WHERE holder_id = 1 AND terminal_seq = 2"),
            entry(
                    "no voucher pays more in a month than it grants",
                    "UPDATE tap SET rule_id = 8, amount = 80001, subsidy = 80001 WHERE terminal_seq = 1"),
            entry(
                    "a completed journey has an entry and a later exit",
                    "UPDATE tap SET tapped_at = tapped_at - interval '1 hour' WHERE journey = 2"),
            entry(
                    "no half belongs to two journeys",
                    "UPDATE tap SET journey = 2, holder_id = 2, pair_terminal = 1, pair_seq = 3 WHERE holder_id = 3"),
            entry(
                    "the half that an account waits with is a tap of that person",
                    "UPDATE account SET half_seq = 77 WHERE holder_id = 3"),
            entry("the half that an account waits with belongs to no journey yet", """
                    UPDATE account a SET half_kind = 1, half_terminal = 1, half_seq = 3,
                        half_at = extract(epoch FROM tapped_at)
                    FROM tap t WHERE a.holder_id = 2 AND t.terminal_seq = 3"""),
            entry(
                    "an account's window holds the counters of the stored taps",
                    "DELETE FROM tap WHERE terminal_seq = 1 AND holder_id = 1"),
            entry("an account's lunches are the subsidised lunches stored", "DELETE FROM tap WHERE service = 2"),
            entry(
                    "no tap was decided on an account that is newer than the stored one",
                    "UPDATE account SET version = 0 WHERE holder_id = 1"),
            entry("every reversal has an approved tap", "DELETE FROM tap WHERE terminal_seq = 5"),
            entry(
                    "a reversal takes back what its tap gave, from where it went",
                    "UPDATE tap_reversal SET subsidy = 199"),
            entry("no tap is reversed twice", "INSERT INTO tap_reversal SELECT * FROM tap_reversal"),
            entry(
                    "the audit trail is whole: no entry was edited, removed or slipped in",
                    "UPDATE audit_log SET actor = 'somebody else'"),
            entry("number ranges do not overlap", """
                    INSERT INTO card_range (first_serial, last_serial, next_serial, layout, key_version, added_by,
                                            added_at)
                    VALUES (109, 120, 109, 'B', 1, 'test', now())"""),
            entry(
                    "a card of the stock has a number that its range has given out",
                    "UPDATE card_range SET next_serial = 102"),
            entry("a card of a batch has one of the batch's numbers", "UPDATE card_batch SET last_serial = 101"),
            entry(
                    "every card with a number of a range came from stock",
                    "DELETE FROM card_stock WHERE card_serial = 102"),
            entry(
                    "no card in stock is in somebody's hands",
                    "UPDATE card_stock SET status = 'IN_STOCK' WHERE card_serial = 102"),
            entry(
                    "every card given out of the stock is somebody's",
                    "UPDATE card_stock SET status = 'ISSUED' WHERE card_serial = 100"),
            entry(
                    "the successor of a replaced card is the same person's",
                    "UPDATE card_replacement SET new_serial = 11"),
            entry(
                    "a renewed card ends when its last renewal says",
                    "UPDATE card SET expires_on = '2039-01-01' WHERE card_serial = 102"),
            entry("no reversal settles before its tap", "UPDATE tap_reversal SET settle_date = '2026-11-20'"));

    /** What the server counts by itself cannot be spoilt from here. */
    private static final List<String> NOT_SPOILT = List.of("no page has failed its checksum");

    private static final String WITHOUT_RULES = """
            SET LOCAL session_replication_role = replica;
            DO $$ DECLARE c record; BEGIN
                FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
                         WHERE contype IN ('c', 'p', 'f', 'x') AND conparentid = 0 AND conislocal
                           AND conrelid::regclass::text IN ('tap', 'tap_reversal', 'card', 'account', 'card_range',
                                                            'approval_request', 'bulk_registration')
                         ORDER BY contype = 'p' LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', c.t, c.conname);
                END LOOP;
            END $$;
            DROP INDEX one_live_card_per_person;
            DROP INDEX one_holder_per_document
            """;

    @BeforeAll
    static void foundTheCity(Database database) throws SQLException {
        TestServers.ask(database, CITY);
        TestServers.ask(database, REGISTER);
        TestServers.ask(database, STOCK);
        TestServers.ask(database, LISTS);
        AccountsFollowTaps.install(database);
        TestServers.ask(database, tap(1, 1, 1, 1, "2026-11-23T08:00+08", 200, 1, "0, 3", 1, "NULL, NULL"));
        TestServers.ask(database, tap(2, 2, 1, 2, "2026-11-23T12:00+08", 900, 2, "0, NULL", 4, "NULL, NULL"));
        TestServers.ask(database, tap(1, 3, 2, 1, "2026-11-23T08:00+08", 0, 1, "1, 1", 1, "NULL, NULL"));
        TestServers.ask(database, tap(1, 4, 2, 2, "2026-11-23T08:40+08", 500, 1, "2, 2", 1, "1, 3"));
        TestServers.ask(database, tap(1, 5, 2, 70, "2026-11-23T09:40+08", 200, 1, "0, 3", 1, "NULL, NULL"));
        TestServers.ask(database, tap(2, 6, 3, 3, "2026-11-23T09:00+08", 0, 1, "1, 1", 1, "NULL, NULL"));
        TestServers.ask(database, """
                UPDATE account SET half_kind = 1, half_terminal = 2, half_seq = 6,
                    half_at = extract(epoch FROM timestamptz '2026-11-23T09:00+08') WHERE holder_id = 3""");
        TestServers.ask(database, GIVEN_BACK);
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new AuditLog(Clock.systemUTC())
                    .append(connection, Actor.house("test"), AuditEntry.of("CITY_FOUNDED", "CITY", 1));
            connection.commit();
        }
    }

    static Stream<Check> checks() {
        return new CoreChecks().checks().stream().filter(check -> !NOT_SPOILT.contains(check.sentence()));
    }

    @Test
    void aSoundCityHolds(Database database) throws SQLException {
        assertThat(Verification.run(database.dataSource(), new CoreChecks().checks(), Verification.Listener.SILENT))
                .allSatisfy(finding -> assertThat(finding.state())
                        .as(finding.check().sentence() + finding.examples())
                        .isEqualTo(State.HOLDS));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void findsWhatIsSpoilt(Check check, Database database) throws SQLException {
        assertThat(SPOILT).containsKey(check.sentence());
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(WITHOUT_RULES);
            statement.execute(SPOILT.get(check.sentence()));
            Finding finding = Verification.make(connection, check);
            connection.rollback();

            assertThat(finding.state())
                    .as(finding.examples().toString())
                    .isEqualTo(check.weight() == Check.Weight.NOTICE ? State.NOTICED : State.BROKEN);
            assertThat(finding.rows()).isPositive();
            assertThat(finding.examples()).isNotEmpty();
        }
    }

    private static String tap(
            int terminal,
            int seq,
            int holder,
            int counter,
            String at,
            int amount,
            int service,
            String journeyAndDirection,
            int rule,
            String pair) {
        String[] way = journeyAndDirection.split(", ", -1);
        String[] partner = pair.split(", ", -1);
        String day = "'" + at.substring(0, 10) + "'";
        return TAP.formatted(
                day,
                day,
                terminal,
                seq,
                holder,
                counter,
                "'" + at + "'",
                10 + holder,
                amount,
                amount,
                service,
                way[0],
                way[1],
                rule,
                partner[0],
                partner[1]);
    }

    /** Copies the lunch of holder 1 to these days. */
    private static String lunches(String days) {
        return """
                INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter,
                                 tac, tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service,
                                 reason, journey, payer)
                SELECT day, day, 1, 1, 100, 1, 100, 1, now(), now(), 11, 900, 900, 0, 2, 0, 0, 2
                FROM (%s) AS days (day)""".formatted(days);
    }
}
