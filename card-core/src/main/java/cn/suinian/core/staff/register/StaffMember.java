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
 * @param provider how they stand with the house's provider of identity
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
        ProviderLink provider,
        @Nullable Instant lastSignedInAt,
        int rowVersion) {

    /** Whether a subject of the provider is known to be somebody of the register. */
    public enum ProviderLink {
        NONE,
        /** The next sign-in there under this account name is linked. */
        AWAITED,
        LINKED
    }

    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Whether they are an administrator who can sign in. */
    boolean isActiveAdministrator() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }
}
