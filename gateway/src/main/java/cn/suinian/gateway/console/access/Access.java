package cn.suinian.gateway.console.access;

import cn.suinian.core.staff.Permission;
import org.jspecify.annotations.Nullable;

/** Who may use a route. Every route has exactly one. */
public sealed interface Access {

    /** Everybody, signed in or not. */
    Access PUBLIC = new Everybody();

    /** The whole world: no session is looked at, no cookie given, so that anybody may keep the answer. */
    Access OPEN = new Open();

    /** Everybody who is signed in. */
    Access SIGNED_IN = new Staff(null);

    /** Those who may do this. */
    static Access to(Permission permission) {
        return new Staff(permission);
    }

    /** Those on the way in who have come this far. */
    static Access at(Stage stage) {
        return new OnTheWay(stage);
    }

    /** See {@link #PUBLIC}. */
    record Everybody() implements Access {}

    /** See {@link #OPEN}. */
    record Open() implements Access {}

    /**
     * Those who are signed in.
     *
     * @param permission what they must be allowed to do; null: nothing
     */
    record Staff(@Nullable Permission permission) implements Access {}

    /** Those on the way in. */
    record OnTheWay(Stage stage) implements Access {}
}
