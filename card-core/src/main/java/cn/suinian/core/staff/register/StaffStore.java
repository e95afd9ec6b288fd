package cn.suinian.core.staff.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of the register. Every change asks for the version that was seen; false: it is another one by now. */
final class StaffStore {

    private static final String COLUMNS = """
            staff_id, account, display_name, roles, district, counter_id, status, must_change_password,
            totp_secret IS NOT NULL AS enrolled, last_signed_in_at, row_version,
            CASE WHEN provider_subject IS NOT NULL THEN 'LINKED'
                 WHEN provider_link_until IS NOT NULL THEN 'AWAITED' ELSE 'NONE' END AS provider
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM staff WHERE staff_id = ?";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String LIST = "SELECT " + COLUMNS + """
            FROM staff WHERE lower(account) > lower(?)
              AND (?::text IS NULL OR position(lower(?) IN lower(account)) > 0
                   OR position(lower(?) IN lower(display_name)) > 0)
              AND (?::text IS NULL OR ? = ANY (roles))
              AND (?::text IS NULL OR status = ?)
            ORDER BY lower(account) LIMIT ?
            """;
    private static final String LOCK_ADMINISTRATORS = """
            SELECT staff_id FROM staff WHERE status = 'ACTIVE' AND 'ADMINISTRATOR' = ANY (roles)
            ORDER BY staff_id FOR UPDATE
            """;
    private static final String INSERT = """
            INSERT INTO staff (account, display_name, roles, district, counter_id, password_hash, password_changed_at,
                               must_change_password, initial_password_until, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, true, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING staff_id
            """;
    private static final String SET_ROLES = """
            UPDATE staff SET roles = ?, district = ?, counter_id = ?, row_version = row_version + 1 WHERE staff_id = ?
            """;
    private static final String SET_STATUS =
            "UPDATE staff SET status = ?, row_version = row_version + 1 WHERE staff_id = ?";
    private static final String SET_PASSWORD = """
            UPDATE staff SET password_hash = ?, password_changed_at = ?, must_change_password = true,
                initial_password_until = ?, row_version = row_version + 1
            WHERE staff_id = ?
            """;
    private static final String DROP_SECOND_FACTOR = """
            UPDATE staff SET totp_secret = NULL, totp_changed_at = ?, row_version = row_version + 1 WHERE staff_id = ?
            """;

    private static final String ALLOW_PROVIDER = """
            UPDATE staff SET provider_link_until = ?, row_version = row_version + 1 WHERE staff_id = ?
            """;
    private static final String DROP_PROVIDER = """
            UPDATE staff SET provider_issuer = NULL, provider_subject = NULL, provider_link_until = NULL,
                session_generation = session_generation + 1, row_version = row_version + 1
            WHERE staff_id = ?
            """;

    private StaffStore() {}

    static Optional<StaffMember> find(Connection transaction, long staffId) throws SQLException {
        return one(transaction, FIND, staffId);
    }

    static Optional<StaffMember> lock(Connection transaction, long staffId) throws SQLException {
        return one(transaction, LOCK, staffId);
    }

    static List<StaffMember> list(Connection transaction, StaffFilter filter, String after, int limit)
            throws SQLException {
        String role = filter.role() == null ? null : filter.role().name();
        String status = filter.active() == null ? null : status(filter.active());
        try (PreparedStatement list = transaction.prepareStatement(LIST)) {
            list.setString(1, after);
            list.setString(2, filter.text());
            list.setString(3, filter.text());
            list.setString(4, filter.text());
            list.setString(5, role);
            list.setString(6, role);
            list.setString(7, status);
            list.setString(8, status);
            list.setInt(9, limit);
            try (ResultSet rows = list.executeQuery()) {
                List<StaffMember> members = new ArrayList<>();
                while (rows.next()) {
                    members.add(read(rows));
                }
                return members;
            }
        }
    }

    /** The active administrators, locked: until the commit they stay the only ones to lose that. */
    static List<Long> lockAdministrators(Connection transaction) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK_ADMINISTRATORS);
                ResultSet rows = lock.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    /** The new id; empty when the account name is taken. */
    static Optional<Long> insert(Connection transaction, NewStaff staff, String hash, Instant now, Instant until)
            throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setString(1, staff.account());
            insert.setString(2, staff.displayName());
            insert.setArray(3, roles(transaction, staff.roles()));
            setScope(insert, 4, staff.scope());
            insert.setString(6, hash);
            insert.setTimestamp(7, Timestamp.from(now));
            insert.setTimestamp(8, Timestamp.from(until));
            insert.setTimestamp(9, Timestamp.from(now));
            try (ResultSet made = insert.executeQuery()) {
                return made.next() ? Optional.of(made.getLong(1)) : Optional.empty();
            }
        }
    }

    static void setRoles(Connection transaction, long staffId, Set<Role> roles, Scope scope) throws SQLException {
        try (PreparedStatement set = transaction.prepareStatement(SET_ROLES)) {
            set.setArray(1, roles(transaction, roles));
            setScope(set, 2, scope);
            set.setLong(4, staffId);
            set.executeUpdate();
        }
    }

    static void setActive(Connection transaction, long staffId, boolean active) throws SQLException {
        try (PreparedStatement set = transaction.prepareStatement(SET_STATUS)) {
            set.setString(1, status(active));
            set.setLong(2, staffId);
            set.executeUpdate();
        }
    }

    static void setPassword(Connection transaction, long staffId, String hash, Instant now, Instant until)
            throws SQLException {
        try (PreparedStatement set = transaction.prepareStatement(SET_PASSWORD)) {
            set.setString(1, hash);
            set.setTimestamp(2, Timestamp.from(now));
            set.setTimestamp(3, Timestamp.from(until));
            set.setLong(4, staffId);
            set.executeUpdate();
        }
    }

    static void dropSecondFactor(Connection transaction, long staffId, Instant now) throws SQLException {
        try (PreparedStatement drop = transaction.prepareStatement(DROP_SECOND_FACTOR)) {
            drop.setTimestamp(1, Timestamp.from(now));
            drop.setLong(2, staffId);
            drop.executeUpdate();
        }
    }

    static void allowProvider(Connection transaction, long staffId, Instant until) throws SQLException {
        try (PreparedStatement allow = transaction.prepareStatement(ALLOW_PROVIDER)) {
            allow.setTimestamp(1, Timestamp.from(until));
            allow.setLong(2, staffId);
            allow.executeUpdate();
        }
    }

    static void dropProvider(Connection transaction, long staffId) throws SQLException {
        try (PreparedStatement drop = transaction.prepareStatement(DROP_PROVIDER)) {
            drop.setLong(1, staffId);
            drop.executeUpdate();
        }
    }

    private static Optional<StaffMember> one(Connection transaction, String sql, long staffId) throws SQLException {
        try (PreparedStatement find = transaction.prepareStatement(sql)) {
            find.setLong(1, staffId);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static String status(boolean active) {
        return active ? "ACTIVE" : "DISABLED";
    }

    private static StaffMember read(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        int district = row.getInt("district");
        int counter = row.getInt("counter_id");
        Timestamp last = row.getTimestamp("last_signed_in_at");
        return new StaffMember(
                row.getLong("staff_id"),
                row.getString("account"),
                row.getString("display_name"),
                roles,
                new Scope(district == 0 ? null : District.ofCode(district), counter == 0 ? null : counter),
                row.getString("status").equals("ACTIVE"),
                row.getBoolean("must_change_password"),
                row.getBoolean("enrolled"),
                StaffMember.ProviderLink.valueOf(row.getString("provider")),
                last == null ? null : last.toInstant(),
                row.getInt("row_version"));
    }

    private static Array roles(Connection transaction, Set<Role> roles) throws SQLException {
        return transaction.createArrayOf(
                "text", roles.stream().map(Role::name).sorted().toArray());
    }

    private static void setScope(PreparedStatement statement, int at, Scope scope) throws SQLException {
        District district = scope.district();
        statement.setObject(at, district == null ? null : district.code(), Types.SMALLINT);
        statement.setObject(at + 1, scope.counterId(), Types.INTEGER);
    }
}
