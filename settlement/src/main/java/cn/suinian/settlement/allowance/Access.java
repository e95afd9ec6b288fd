package cn.suinian.settlement.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;

/** Who may do what, and where. */
final class Access {

    private Access() {}

    static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(AllowanceRefusal.NOT_ALLOWED);
        }
    }

    static void require(Actor actor, Permission permission, District district) {
        require(actor, permission);
        if (!actor.scope().sees(district)) {
            throw new RefusedException(AllowanceRefusal.OTHER_DISTRICT, "district");
        }
    }
}
