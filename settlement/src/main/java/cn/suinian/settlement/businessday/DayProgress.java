package cn.suinian.settlement.businessday;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How far a long step of a day is, as any process can see it.
 *
 * @param step its name: a {@link CloseStep}, or what the room that does it calls it
 * @param done how much is done
 * @param of of how much; 0: nobody knows
 * @param detail for people, in English
 * @param since when the step began
 * @param seen when it last said something: one that died says nothing more
 * @param by which node and process
 */
public record DayProgress(
        LocalDate day, String step, long done, long of, String detail, Instant since, Instant seen, String by) {

    private static final String SAY = """
            INSERT INTO day_progress AS p (day, step, done, of, detail, since, seen, by)
            VALUES (?, ?, ?, ?, ?, clock_timestamp(), clock_timestamp(), ?)
            ON CONFLICT (day) DO UPDATE SET step = excluded.step, done = excluded.done, of = excluded.of,
                detail = excluded.detail, seen = excluded.seen, by = excluded.by,
                since = CASE WHEN (p.step, p.by) = (excluded.step, excluded.by) THEN p.since ELSE excluded.since END
            """;
    private static final String OVER = "DELETE FROM day_progress WHERE day = ?";
    private static final String FIND = "SELECT * FROM day_progress WHERE day = ?";

    /** A step says how far it is, on a connection of its own: its transaction would hide it until it is over. */
    public static void say(Connection beside, LocalDate day, String step, long done, long of, String detail, String by)
            throws SQLException {
        try (PreparedStatement say = beside.prepareStatement(SAY)) {
            say.setObject(1, day);
            say.setString(2, step);
            say.setLong(3, done);
            say.setLong(4, of);
            say.setString(5, detail);
            say.setString(6, by);
            say.executeUpdate();
        }
    }

    /** The step is over. */
    public static void over(Connection beside, LocalDate day) throws SQLException {
        try (PreparedStatement over = beside.prepareStatement(OVER)) {
            over.setObject(1, day);
            over.executeUpdate();
        }
    }

    /** What the day's step said last. */
    public static Optional<DayProgress> find(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, day);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static DayProgress read(ResultSet row) throws SQLException {
        return new DayProgress(
                row.getObject("day", LocalDate.class),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("of"),
                row.getString("detail"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("seen", OffsetDateTime.class).toInstant(),
                row.getString("by"));
    }
}
