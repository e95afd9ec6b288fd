package cn.suinian.settlement.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Whether there is a seal of a day to look at. A day whose seal is gone has one to look at: that it is gone is what the
 * look finds.
 */
public enum SealStanding {
    /** It has a seal, or must have one. */
    SEALED,
    /** A business day that is not sealed yet. */
    NOT_YET,
    /** No business day of ours. */
    NO_SUCH_DAY;

    private static final String THERE =
            "SELECT to_regclass('day_seal') IS NOT NULL AND to_regclass('business_day') IS NOT NULL";
    private static final String STANDING = """
            WITH asked AS (SELECT ?::date AS day)
            SELECT EXISTS (SELECT FROM day_seal s WHERE s.day = asked.day) AS sealed,
                   EXISTS (SELECT FROM day_seal s WHERE s.day > asked.day) AS later,
                   EXISTS (SELECT FROM day_seal s WHERE s.day < asked.day) AS earlier,
                   b.state
            FROM asked LEFT JOIN business_day b ON b.day = asked.day
            """;

    /** Reads it; of a database without our tables everything is to be looked at. */
    public static SealStanding read(Connection connection, LocalDate day) throws SQLException {
        if (!hasTables(connection)) {
            return SEALED;
        }
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String state = row.getString("state");
                boolean within = row.getBoolean("later") && (row.getBoolean("earlier") || state != null);
                if (row.getBoolean("sealed") || within || "SEALED".equals(state)) {
                    return SEALED;
                }
                return state == null ? NO_SUCH_DAY : NOT_YET;
            }
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(THERE);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
