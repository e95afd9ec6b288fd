package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;

/** Who may do what, and where. */
public final class Access {

    private Access() {}

    /** Refused as NOT_ALLOWED. */
    public static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(AllowanceRefusal.NOT_ALLOWED);
        }
    }

    /** The same in a district; refused as OTHER_DISTRICT too. */
    public static void require(Actor actor, Permission permission, District district) {
        require(actor, permission);
        if (!actor.scope().sees(district)) {
            throw new RefusedException(AllowanceRefusal.OTHER_DISTRICT, "district");
        }
    }
}
