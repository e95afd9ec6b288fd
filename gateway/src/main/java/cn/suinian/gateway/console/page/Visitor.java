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
 * @param permissions what they may do, and so what the frame leads to and pages offer
 * @param city whether they work for the whole city, or else for a district
 */
public record Visitor(
        @Nullable Long staffId, String displayName, String csrfToken, Set<Permission> permissions, boolean city) {

    /** Somebody of whom nothing is known. */
    public static final Visitor NOBODY = new Visitor(null, "", "", Set.of(), true);

    public Visitor {
        permissions = Set.copyOf(permissions);
    }

    /** Whether somebody is signed in all the way. */
    public boolean signedIn() {
        return !displayName.isEmpty();
    }

    /** Whether a page offers them what it allows: nothing that is refused to a district is offered there. */
    public boolean may(Permission permission) {
        return permissions.contains(permission) && (city || !permission.isOfCity());
    }

    /** Whether they would be offered more if they worked for the whole city. */
    public boolean lacksCity() {
        return permissions.stream().anyMatch(each -> !may(each));
    }
}
