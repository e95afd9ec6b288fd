package cn.suinian.core.staff.signin;

import cn.suinian.core.settings.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session's row with the row of whose it is, locked. */
@SuppressWarnings("ArrayRecordComponent") // never compared: a row that is read and used up
record SessionRow(
        long sessionId,
        SignInStage stage,
        boolean current,
        Instant tokenSince,
        String csrf,
        byte @Nullable [] enrolling,
        int wrongCodes,
        byte[] userAgentHash,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        Instant provedAt,
        StaffRow staff) {

    static final String COLUMNS = """
            s.session_id, s.stage, s.token_hash = ? AS current, s.token_since, s.csrf, s.enrolling, s.wrong_codes,
            s.user_agent_hash, s.created_at, s.last_used_at, s.expires_at, s.proved_at,
            """ + StaffRow.COLUMNS;

    static SessionRow read(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getLong("session_id"),
                SignInStage.valueOf(row.getString("stage")),
                row.getBoolean("current"),
                instant(row, "token_since"),
                row.getString("csrf"),
                row.getBytes("enrolling"),
                row.getInt("wrong_codes"),
                row.getBytes("user_agent_hash"),
                instant(row, "created_at"),
                instant(row, "last_used_at"),
                instant(row, "expires_at"),
                instant(row, "proved_at"),
                StaffRow.read(row));
    }

    Session session(String address, @Nullable Secret newToken) {
        return new Session(
                sessionId,
                stage == SignInStage.OPEN ? staff.actor(address) : staff.actorInDoubt(address),
                staff.displayName(),
                staff.roles(),
                stage,
                new Secret(csrf),
                createdAt,
                provedAt,
                expiresAt,
                newToken);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
