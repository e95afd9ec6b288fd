package cn.suinian.core.staff.elsewhere;

import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** What an actor does for holders of other districts, so many times a day in Shenzhen (decision 231). */
public enum ElsewhereUse {
    /** Reporting a card lost, whether or not there was anything to stop. */
    LOSS(30),
    /** Seeing whose card it is, on a page of its own or in what a search found; being told at a registration. */
    LOOK(100),
    /** Searching by a whole number that is nobody's in the own district, whether or not it is somebody's elsewhere. */
    SEARCH(300);

    private static final String TAKE = """
            INSERT INTO elsewhere_use AS e (actor, day, kind, uses) VALUES (?, ?, ?, 1)
            ON CONFLICT (actor, day, kind) DO UPDATE SET uses = e.uses + 1 WHERE e.uses < ?
            RETURNING uses""";

    private static final String LEFT = """
            SELECT uses < ? FROM elsewhere_use WHERE actor = ? AND day = ? AND kind = ?""";

    private final int aDay;

    ElsewhereUse(int aDay) {
        this.aDay = aDay;
    }

    /** How often a day. */
    public int aDay() {
        return aDay;
    }

    /**
     * Counts one; takes it back when the transaction does not commit. Locks the actor's row until then: call it before
     * whatever takes the head of the denylist or of the audit trail.
     *
     * @return false: the day's number is used up, and nothing was counted
     */
    public boolean take(Connection transaction, Actor actor, LocalDate day) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(TAKE)) {
            insert.setString(1, who(actor));
            insert.setObject(2, day);
            insert.setString(3, name());
            insert.setInt(4, aDay);
            try (ResultSet row = insert.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether there is one left, without counting: whoever has none is not told whether there would be anything. */
    public boolean isLeft(Connection transaction, Actor actor, LocalDate day) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(LEFT)) {
            select.setInt(1, aDay);
            select.setString(2, who(actor));
            select.setObject(3, day);
            select.setString(4, name());
            try (ResultSet row = select.executeQuery()) {
                return !row.next() || row.getBoolean(1);
            }
        }
    }

    private static String who(Actor actor) {
        return actor.staffId() == null ? actor.account() : "staff " + actor.staffId();
    }
}
