package cn.suinian.core.staff.register;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.util.Set;
import java.util.regex.Pattern;

/** What an entry of the register must be like. */
final class StaffRules {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,31}");
    private static final int LONGEST_NAME = 40;

    private StaffRules() {}

    static void check(NewStaff staff) {
        if (!ACCOUNT.matcher(staff.account()).matches()) {
            throw new RefusedException(StaffRefusal.BAD_ACCOUNT, "account");
        }
        if (!isName(staff.displayName(), LONGEST_NAME)) {
            throw new RefusedException(StaffRefusal.BAD_NAME, "displayName");
        }
        check(staff.roles(), staff.scope());
    }

    static void check(Set<Role> roles, Scope scope) {
        if (roles.isEmpty()) {
            throw new RefusedException(StaffRefusal.NO_ROLE, "roles");
        }
        if (!Role.together(roles)) {
            throw new RefusedException(StaffRefusal.ROLES_NOT_TOGETHER, "roles");
        }
        if (roles.contains(Role.ADMINISTRATOR) && scope.district() != null) {
            throw new RefusedException(StaffRefusal.ADMINISTRATOR_OF_A_PART, "district");
        }
        if (roles.contains(Role.AUDITOR) && scope.district() != null) {
            throw new RefusedException(StaffRefusal.AUDITOR_OF_A_PART, "district");
        }
    }

    /** One line of at least one character. */
    static boolean isName(String name, int longest) {
        int length = name.codePointCount(0, name.length());
        return length >= 1 && length <= longest && name.codePoints().noneMatch(Character::isISOControl);
    }

    static String reason(String given) {
        return StatedReason.of(given, StaffRefusal.REASON_WANTED);
    }
}
