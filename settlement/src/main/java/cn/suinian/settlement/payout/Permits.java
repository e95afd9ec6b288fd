package cn.suinian.settlement.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.util.Optional;

/** Who may do what here: somebody of a district sees and pays that district's money and nothing else. */
public final class Permits {
    private Permits() {}

    /** Refused as NOT_PERMITTED. */
    public static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(PayoutRefusal.NOT_PERMITTED);
        }
    }

    /** The same for the money of one payer; refused as OTHER_PAYER too. */
    public static void require(Actor actor, Permission permission, Payer payer) {
        require(actor, permission);
        Optional<Payer> own = only(actor);
        if (own.isPresent() && !own.get().equals(payer)) {
            throw new RefusedException(PayoutRefusal.OTHER_PAYER);
        }
    }

    /** What is of no single payer, or of several. */
    public static void requireCity(Actor actor, Permission permission) {
        require(actor, permission);
        if (only(actor).isPresent()) {
            throw new RefusedException(PayoutRefusal.OTHER_PAYER);
        }
    }

    /** The one payer whose money they see; empty: all. */
    public static Optional<Payer> only(Actor actor) {
        return actor.scope().onlyPayer();
    }
}
