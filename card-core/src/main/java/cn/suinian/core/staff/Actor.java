package cn.suinian.core.staff;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the audit trail knows them.
 *
 * @param staffId null: not a member of staff, but a program or this house itself
 * @param account the name they sign in with, or the program's
 * @param permissions all that they may do
 * @param scope for whom
 * @param address the network address they came from; empty: from this machine
 */
public record Actor(@Nullable Long staffId, String account, Set<Permission> permissions, Scope scope, String address) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** This house itself: jobs and commands. */
    public static Actor house(String job) {
        return new Actor(null, job, EnumSet.allOf(Permission.class), Scope.CITY, "");
    }

    /** Whether they may. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether there is an act that they may do with it: what is of the whole city is nothing for a district. */
    public boolean canUse(Permission permission) {
        return may(permission) && (scope.district() == null || !permission.isOfCity());
    }

    /** Refuses whoever may not. */
    public void require(Permission permission, Refusal otherwise) {
        if (!may(permission)) {
            throw new RefusedException(otherwise);
        }
    }

    /** Refuses whoever may not, and staff of a district, where one act is about the money of several payers. */
    public void requireForCity(Permission permission, Refusal otherwise, Refusal ofDistrict) {
        require(permission, otherwise);
        if (scope.district() != null) {
            throw new RefusedException(ofDistrict);
        }
    }
}
