package cn.suinian.core.staff.signin;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody's row as signing in needs it. */
@SuppressWarnings("ArrayRecordComponent") // never compared: a row that is read and used up
record StaffRow(
        long staffId,
        String account,
        String displayName,
        Set<Role> roles,
        Scope scope,
        String passwordHash,
        boolean active,
        boolean mustChangePassword,
        @Nullable Instant initialPasswordUntil,
        byte @Nullable [] totpSecret,
        long totpLastStep,
        int generation) {

    static final String COLUMNS = """
            a.staff_id, a.account, a.display_name, a.roles, a.district, a.counter_id, a.password_hash, a.status,
            a.must_change_password, a.initial_password_until, a.totp_secret, a.totp_last_step, a.session_generation
            """;

    static StaffRow read(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        int district = row.getInt("district");
        int counter = row.getInt("counter_id");
        java.sql.Timestamp until = row.getTimestamp("initial_password_until");
        return new StaffRow(
                row.getLong("staff_id"),
                row.getString("account"),
                row.getString("display_name"),
                roles,
                new Scope(district == 0 ? null : District.ofCode(district), counter == 0 ? null : counter),
                row.getString("password_hash"),
                row.getString("status").equals("ACTIVE"),
                row.getBoolean("must_change_password"),
                until == null ? null : until.toInstant(),
                row.getBytes("totp_secret"),
                row.getLong("totp_last_step"),
                row.getInt("session_generation"));
    }

    /** Them from this address, with the permissions of their roles. */
    Actor actor(String address) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(staffId, account, permissions, scope, address);
    }

    /** Them while they may not do anything yet. */
    Actor actorInDoubt(String address) {
        return new Actor(staffId, account, Set.of(), scope, address);
    }

    /** Whether this password, though right, can still be used. */
    boolean canUsePassword(Instant now) {
        return active && (initialPasswordUntil == null || now.isBefore(initialPasswordUntil));
    }
}
