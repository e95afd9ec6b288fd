package cn.suinian.core.staff.signin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** What people prove who they are with, in their rows. */
final class CredentialStore {

    private static final String FIND = "SELECT " + StaffRow.COLUMNS + " FROM staff a WHERE lower(a.account) = lower(?)";
    private static final String USE_CODE =
            "UPDATE staff SET totp_last_step = ? WHERE staff_id = ? AND totp_last_step < ?";
    private static final String ENROL = """
            UPDATE staff SET totp_secret = ?, totp_changed_at = ?, totp_last_step = ?, row_version = row_version + 1
            WHERE staff_id = ? AND totp_secret IS NULL
            """;
    private static final String PASSWORD = """
            UPDATE staff SET password_hash = ?, password_changed_at = ?, must_change_password = false,
                initial_password_until = NULL, row_version = row_version + 1
            WHERE staff_id = ?
            """;
    private static final String REHASH = "UPDATE staff SET password_hash = ? WHERE staff_id = ? AND password_hash = ?";
    private static final String SIGNED_IN = "UPDATE staff SET last_signed_in_at = ? WHERE staff_id = ?";

    private CredentialStore() {}

    static Optional<StaffRow> find(Connection transaction, String account) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(FIND)) {
            find.setString(1, account);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(StaffRow.read(row)) : Optional.empty();
            }
        }
    }

    /** Uses the code of a time step up; false when it, or a later one, was used before. */
    static boolean useCode(Connection transaction, long staffId, long step) throws SQLException {
        try (PreparedStatement use = transaction.prepareStatement(USE_CODE)) {
            use.setLong(1, step);
            use.setLong(2, staffId);
            use.setLong(3, step);
            return use.executeUpdate() == 1;
        }
    }

    /** Keeps the second factor; false when there is one already. */
    static boolean enrol(Connection transaction, long staffId, byte[] sealed, long step, Instant now)
            throws SQLException {
        try (PreparedStatement enrol = transaction.prepareStatement(ENROL)) {
            enrol.setBytes(1, sealed);
            enrol.setTimestamp(2, Timestamp.from(now));
            enrol.setLong(3, step);
            enrol.setLong(4, staffId);
            return enrol.executeUpdate() == 1;
        }
    }

    static void setPassword(Connection transaction, long staffId, String hash, Instant now) throws SQLException {
        try (PreparedStatement set = transaction.prepareStatement(PASSWORD)) {
            set.setString(1, hash);
            set.setTimestamp(2, Timestamp.from(now));
            set.setLong(3, staffId);
            set.executeUpdate();
        }
    }

    /** The same password at today's cost, unless it was changed meanwhile. */
    static void rehash(Connection transaction, long staffId, String old, String hash) throws SQLException {
        try (PreparedStatement set = transaction.prepareStatement(REHASH)) {
            set.setString(1, hash);
            set.setLong(2, staffId);
            set.setString(3, old);
            set.executeUpdate();
        }
    }

    static void noteSignIn(Connection transaction, long staffId, Instant now) throws SQLException {
        try (PreparedStatement note = transaction.prepareStatement(SIGNED_IN)) {
            note.setTimestamp(1, Timestamp.from(now));
            note.setLong(2, staffId);
            note.executeUpdate();
        }
    }
}
