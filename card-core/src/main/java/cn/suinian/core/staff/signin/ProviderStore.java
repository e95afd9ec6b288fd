package cn.suinian.core.staff.signin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose subject at a provider is whom of the register. */
final class ProviderStore {

    private static final String LOCK = "SELECT " + StaffRow.COLUMNS + """
            , a.provider_issuer, a.provider_subject, a.provider_link_until
            FROM staff a WHERE lower(a.account) = lower(?) FOR UPDATE
            """;
    private static final String FIND_OWNER =
            "SELECT staff_id FROM staff WHERE provider_issuer = ? AND provider_subject = ?";
    private static final String LINK = """
            UPDATE staff SET provider_issuer = ?, provider_subject = ?, provider_link_until = NULL,
                row_version = row_version + 1
            WHERE staff_id = ?
            """;
    private static final String ALLOW = """
            UPDATE staff SET provider_link_until = ?, row_version = row_version + 1
            WHERE staff_id = ? AND provider_subject IS NULL
            """;

    private ProviderStore() {}

    /** Somebody and their link, locked. */
    record Linked(
            StaffRow staff,
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable Instant linkUntil) {

        boolean isLinked() {
            return subject != null;
        }

        boolean isTo(ProviderProof proof) {
            return proof.issuer().equals(issuer) && proof.subject().equals(subject);
        }

        boolean mayLink(Instant now) {
            return linkUntil != null && now.isBefore(linkUntil);
        }
    }

    static Optional<Linked> lock(Connection transaction, String account) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.setString(1, account);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Timestamp until = row.getTimestamp("provider_link_until");
                return Optional.of(new Linked(
                        StaffRow.read(row),
                        row.getString("provider_issuer"),
                        row.getString("provider_subject"),
                        until == null ? null : until.toInstant()));
            }
        }
    }

    /** Whether this subject is somebody of the register already. */
    static boolean isSomebodys(Connection transaction, ProviderProof proof) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(FIND_OWNER)) {
            find.setString(1, proof.issuer());
            find.setString(2, proof.subject());
            try (ResultSet row = find.executeQuery()) {
                return row.next();
            }
        }
    }

    static void link(Connection transaction, long staffId, ProviderProof proof) throws SQLException {
        try (PreparedStatement link = transaction.prepareStatement(LINK)) {
            link.setString(1, proof.issuer());
            link.setString(2, proof.subject());
            link.setLong(3, staffId);
            link.executeUpdate();
        }
    }

    /** Lets the next sign-in through the provider be linked; false when they are linked already. */
    static boolean allow(Connection transaction, long staffId, Instant until) throws SQLException {
        try (PreparedStatement allow = transaction.prepareStatement(ALLOW)) {
            allow.setTimestamp(1, Timestamp.from(until));
            allow.setLong(2, staffId);
            return allow.executeUpdate() == 1;
        }
    }
}
