package cn.suinian.gateway.console.holder;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * A city of registered people who do not exist, planted at once: names, phones and documents are sealed and indexed as
 * the register does it, everybody has a card, an account and rides on each of these days.
 *
 * @param size holders, numbered from 1
 * @param namesakes as many of them have the same name
 * @param ridesADay of each holder
 */
record Crowd(Database database, Seals seals, int size, int namesakes, int ridesADay) {

    static final String SHARED_NAME = "测同名";
    static final LocalDate OPEN_DAY = HolderDesk.TODAY;
    static final int CLOSED_DAYS = 2;

    private static final int AT_ONCE = 10_000;
    private static final int HAN = 0x4e00;
    private static final int FUTIAN = 2;
    private static final String BY = "\tcrowd\n";
    private static final String AT = "2026-01-01Z";

    /** With the triggers off: each would look for what cannot be there yet, 800,000 times. */
    private static final String QUICKLY = "SET session_replication_role = replica";

    private static final String THE_REST = """
            INSERT INTO card (card_serial, holder_id, status, status_since, expires_on)
                SELECT 1000000 + n, n, 'ACTIVE', '2026-01-01Z', '2040-01-01' FROM generate_series(1, %1$d) n;
            INSERT INTO card_status (card_serial, status, since, listed)
                SELECT 1000000 + n, 'ACTIVE', '2026-01-01Z', false FROM generate_series(1, %1$d) n;
            INSERT INTO account (holder_id, live_card, counter_high, counter_window)
                SELECT n, 1000000 + n, %2$d, (1::bigint << (%2$d + 1)) - 1 FROM generate_series(1, %1$d) n;
            INSERT INTO holder_hukou (holder_id, district, valid_from)
                SELECT n, 2, '2000-01-01' FROM generate_series(1, %1$d) n;
            SELECT setval(pg_get_serial_sequence('holder', 'holder_id'), %1$d);
            SELECT setval(pg_get_serial_sequence('holder_document', 'document_no'), %1$d);
            SELECT setval(pg_get_serial_sequence('holder_statement', 'statement_no'), %1$d);
            INSERT INTO vendor (code, name, kind) VALUES ('CROWD-BUS', '示例巴士', 'BUS');
            INSERT INTO terminal (terminal_id, vendor_id, services)
                SELECT 440309000000 + n, vendor_id, 31 FROM generate_series(0, 999) n, vendor
                WHERE code = 'CROWD-BUS'
            """;

    /** Rides of one day, in the order in which a day fills its table: by time, from terminals all over the city. */
    private static final String RIDES = """
            INSERT INTO tap (tap_date, settle_date, vendor_id, terminal_id, terminal_seq, holder_id, card_counter, tac,
                             tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, service, reason,
                             journey, payer, line, account_version)
            SELECT date '%1$s', date '%1$s', vendor_id, 440309000000 + n %% 1000, %2$d::bigint * %3$d + n / 1000,
                   1 + n * 7919::bigint %% %4$d, %2$d * %5$d + 1 + n / %4$d, n,
                   timestamptz '%1$s 06:00+08' + n * interval '1 second' * 50000 / (%4$d * %5$d), now(),
                   1000001 + n * 7919::bigint %% %4$d, 200, 200, 0, 1, 0, 0, 1, 'M' || n %% 40, 0
            FROM generate_series(0, %4$d * %5$d - 1) n, vendor WHERE code = 'CROWD-BUS'
            """;

    static Crowd of(Database database, DataVault vault, int size, int namesakes, int ridesADay) {
        return new Crowd(database, new Seals(vault), size, namesakes, ridesADay);
    }

    String name(int holder) {
        if (holder <= namesakes) {
            return SHARED_NAME;
        }
        return "测" + han(holder % 3_000) + han(3_000 + holder / 3_000 % 3_000);
    }

    LocalDate bornOn(int holder) {
        return LocalDate.of(1936, 1, 1).plusDays(holder % 9_000);
    }

    String number(int holder) {
        return Numbers.of("440000", bornOn(holder), holder / 9_000);
    }

    String phone(int holder) {
        return String.format("139%08d", holder);
    }

    CardNumber card(int holder) {
        return new CardNumber(1_000_000 + holder);
    }

    /** Puts them all into the database. */
    void plant() throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(QUICKLY);
            for (int from = 1; from <= size; from += AT_ONCE) {
                people(connection, from, Math.min(size, from + AT_ONCE - 1));
            }
            statement.execute(THE_REST.formatted(size, (CLOSED_DAYS + 1) * ridesADay));
            for (int day = 0; day <= CLOSED_DAYS; day++) {
                LocalDate date = OPEN_DAY.minusDays((long) CLOSED_DAYS - day);
                statement.execute(RIDES.formatted(date, day, size * ridesADay, size, ridesADay));
            }
        }
        TestServers.ask(database, "VACUUM (ANALYZE)");
    }

    private void people(Connection connection, int from, int to) throws SQLException, IOException {
        Map<String, StringBuilder> rows = new TreeMap<>();
        IntStream.rangeClosed(from, to)
                .parallel()
                .mapToObj(this::rows)
                .forEachOrdered(each -> each.forEach((copy, row) ->
                        rows.computeIfAbsent(copy, none -> new StringBuilder()).append(row)));
        for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table.getKey() + " FROM STDIN",
                            new ByteArrayInputStream(table.getValue().toString().getBytes(UTF_8)));
        }
    }

    /** Somebody's rows by the columns of their tables. */
    private Map<String, String> rows(int holder) {
        IdDocument document = IdDocument.read(DocumentKind.RESIDENT_CARD, number(holder), "number");
        String name = name(holder);
        String phone = phone(holder);
        return Map.of(
                "holder (holder_id, born_on)",
                holder + "\t" + bornOn(holder) + "\n",
                "holder_person (holder_id, name_sealed, name_index, phone_sealed, phone_index, sex, district,"
                        + " consent_version, consent_at, registered_at, registered_by)",
                holder + "\t" + hex(seals.seal(SealedColumn.NAME, holder, name)) + "\t"
                        + hex(seals.nameIndex(PersonalText.comparedName(name))) + "\t"
                        + hex(seals.seal(SealedColumn.PHONE, holder, phone)) + "\t"
                        + hex(seals.phoneIndex(phone)) + "\tFEMALE\t" + (FUTIAN + holder % 10) + "\t2026-01\t" + AT
                        + "\t" + AT + BY,
                "holder_document (document_no, holder_id, kind, number_sealed, person_index, recorded_at, recorded_by)",
                holder + "\t" + holder + "\tRESIDENT_CARD\t"
                        + hex(seals.seal(SealedColumn.DOCUMENT_NUMBER, holder, document.number())) + "\t"
                        + hex(seals.personIndex(document.kind().name(), document.personKey())) + "\t" + AT + BY,
                "holder_statement (statement_no, holder_id, act, district, effective_on, evidence_sealed, recorded_at,"
                        + " actor)",
                holder + "\t" + holder + "\tHUKOU_SET\t2\t2000-01-01\t"
                        + hex(seals.seal(SealedColumn.STATEMENT_EVIDENCE, holder, "户口簿")) + "\t" + AT + BY);
    }

    private static String hex(byte[] value) {
        return "\\\\x" + Hex.encode(value);
    }

    private static String han(int n) {
        return new String(Character.toChars(HAN + n));
    }
}
