package cn.suinian.core.staff.register;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.util.Set;

/** Somebody to be put into the register. */
public record NewStaff(String account, String displayName, Set<Role> roles, Scope scope) {
    public NewStaff {
        account = account.strip();
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
    }
}
