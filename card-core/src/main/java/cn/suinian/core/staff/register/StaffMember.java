package cn.suinian.core.staff.register;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the register.
 *
 * @param active false: disabled
 * @param mustChangePassword has not signed in with the password they were handed
 * @param enrolled has an authenticator
 * @param lastSignedInAt null: never
 * @param rowVersion to be shown again with a change
 */
public record StaffMember(
        long staffId,
        String account,
        String displayName,
        Set<Role> roles,
        Scope scope,
        boolean active,
        boolean mustChangePassword,
        boolean enrolled,
        @Nullable Instant lastSignedInAt,
        int rowVersion) {

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Whether they are an administrator who can sign in. */
    boolean isActiveAdministrator() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }
}
