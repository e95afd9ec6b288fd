package cn.suinian.core.staff.client;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.util.Set;

/**
 * A program that may act here.
 *
 * @param active false: disabled
 * @param rowVersion to be shown again with a change
 */
public record ApiClient(String clientId, String name, Set<Role> roles, Scope scope, boolean active, int rowVersion) {
    public ApiClient {
        roles = Set.copyOf(roles);
    }
}
