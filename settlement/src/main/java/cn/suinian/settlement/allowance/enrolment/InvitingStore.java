package cn.suinian.settlement.allowance.enrolment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who is about to turn seventy and is invited, in SQL. */
final class InvitingStore {

    /**
     * A birthday of 29 February is on 1 March of a common year, as everywhere in this house; seventy years after a leap
     * year is always one.
     */
    private static final String ABOUT = """
            WITH about AS (
                SELECT holder_id, born_on + interval '70 years'
                           + CASE WHEN to_char(born_on, 'MMDD') = '0229' THEN interval '1 day' ELSE interval '0' END
                           AS birthday
                FROM holder WHERE deceased_on IS NULL AND born_on BETWEEN ? AND ?)
            """;

    /** Whoever turns seventy by a day and was not invited; of one district, or of the city. */
    private static final String WHO = """
            FROM about a
            JOIN allowance_tier t ON 70 BETWEEN t.from_age AND t.to_age AND t.valid_from <= a.birthday
                AND (t.valid_to IS NULL OR t.valid_to > a.birthday)
            WHERE a.birthday > ? AND a.birthday <= ?
              AND EXISTS (SELECT FROM holder_hukou k WHERE k.holder_id = a.holder_id AND k.valid_from <= ?
                          AND (k.valid_to IS NULL OR k.valid_to > ?))
              AND (?::int IS NULL OR EXISTS (SELECT FROM holder_person p
                                             WHERE p.holder_id = a.holder_id AND p.district = ?))
              AND NOT EXISTS (SELECT FROM allowance_application x WHERE x.holder_id = a.holder_id)
              AND NOT EXISTS (SELECT FROM allowance_message x WHERE x.holder_id = a.holder_id AND x.kind = 'INVITATION')
            """;

    private static final String INVITE = ABOUT + """
            INSERT INTO allowance_message (holder_id, kind, month, fen, made_at, due_on)
            SELECT a.holder_id, 'INVITATION', date_trunc('month', a.birthday)::date, t.fen, ?, ?
            """ + WHO + """
            ORDER BY a.holder_id
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT = ABOUT + """
            SELECT count(*) AS people, count(n.phone_sealed) AS texts
            FROM holder h LEFT JOIN holder_person n USING (holder_id)
            WHERE h.holder_id IN (SELECT a.holder_id
            """ + WHO + ")";

    private final Connection transaction;

    InvitingStore(Connection transaction) {
        this.transaction = transaction;
    }

    /** Of one district, or of the whole city when it is null. */
    int invite(@Nullable Integer district, Instant now, LocalDate today, LocalDate until) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INVITE)) {
            insert.setObject(1, today.minusYears(70).minusDays(2));
            insert.setObject(2, until.minusYears(70).plusDays(2));
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setObject(4, until);
            who(insert, 5, district, today, until);
            return insert.executeUpdate();
        }
    }

    /** How many that would be now. */
    Enrolment.Invitable count(@Nullable Integer district, LocalDate today, LocalDate until) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(COUNT)) {
            select.setObject(1, today.minusYears(70).minusDays(2));
            select.setObject(2, until.minusYears(70).plusDays(2));
            who(select, 3, district, today, until);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Enrolment.Invitable(row.getLong("people"), row.getLong("texts"));
            }
        }
    }

    private static void who(
            PreparedStatement sql, int first, @Nullable Integer district, LocalDate today, LocalDate until)
            throws SQLException {
        sql.setObject(first, today);
        sql.setObject(first + 1, until);
        sql.setObject(first + 2, today);
        sql.setObject(first + 3, today);
        sql.setObject(first + 4, district, Types.INTEGER);
        sql.setObject(first + 5, district, Types.INTEGER);
    }
}
