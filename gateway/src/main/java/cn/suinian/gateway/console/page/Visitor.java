package cn.suinian.gateway.console.page;

import cn.suinian.core.staff.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a page, as far as its frame has to know.
 *
 * @param staffId null: nobody has signed in
 * @param displayName what the frame calls them; empty: nobody
 * @param csrfToken what their forms carry; empty: the page has no form
 * @param permissions what they may do, and so what the frame leads to
 */
public record Visitor(@Nullable Long staffId, String displayName, String csrfToken, Set<Permission> permissions) {

    /** Somebody of whom nothing is known. */
    public static final Visitor NOBODY = new Visitor(null, "", "", Set.of());

    public Visitor {
        permissions = Set.copyOf(permissions);
    }

    /** Whether somebody is signed in all the way. */
    public boolean signedIn() {
        return !displayName.isEmpty();
    }

    /** Whether they may. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
