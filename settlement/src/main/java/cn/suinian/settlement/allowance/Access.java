package cn.suinian.settlement.allowance;

import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Who may do what, and where. */
public final class Access {

    private Access() {}

    /** Binds the actor's district to two parameters of a query, one after the other; null: the whole city. */
    public static void bind(Actor actor, PreparedStatement select, int first) throws SQLException {
        District district = actor.scope().district();
        Integer code = district == null ? null : Integer.valueOf(district.code());
        select.setObject(first, code, Types.SMALLINT);
        select.setObject(first + 1, code, Types.SMALLINT);
    }

    /** Refused as NOT_ALLOWED. */
    public static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(AllowanceRefusal.NOT_ALLOWED);
        }
    }

    /** Who asked takes a request of a district back as one who prepares; another rejects it as one who approves. */
    public static void requireEnd(Actor actor, Outcome outcome, District district) {
        boolean own = outcome == Outcome.WITHDRAWN;
        require(actor, own ? Permission.ALLOWANCE_PREPARE : Permission.ALLOWANCE_APPROVE, district);
    }

    /** The same in a district; refused as OTHER_DISTRICT too. */
    public static void require(Actor actor, Permission permission, District district) {
        require(actor, permission);
        if (!actor.scope().sees(district)) {
            throw new RefusedException(AllowanceRefusal.OTHER_DISTRICT, "district");
        }
    }
}
