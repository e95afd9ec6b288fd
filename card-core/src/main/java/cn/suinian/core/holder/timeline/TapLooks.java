package cn.suinian.core.holder.timeline;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.office.HolderScope;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.SQLException;
import java.util.Map;

/**
 * Looks of staff at single taps. A counter explains a refusal to whoever stands there, so any tap is shown to those who
 * may see taps; what it says of the person is for the district that serves them. Blocking.
 */
public final class TapLooks {
    private final Transactions transactions;
    private final HolderScope scope;
    private final AuditLog audit;

    public TapLooks(Transactions transactions, HolderScope scope, AuditLog audit) {
        this.transactions = transactions;
        this.scope = scope;
        this.audit = audit;
    }

    /**
     * Records a look at a tap of this holder.
     *
     * @return whether what the tap says of the person may be shown too
     * @throws RefusedException when they may see no tap at all
     */
    public boolean look(Actor actor, TapId tap, long holderId) throws SQLException {
        if (!actor.may(Permission.TAP_VIEW)) {
            throw new RefusedException(HolderRefusal.NOT_ALLOWED);
        }
        return transactions.run(tx -> {
            boolean person = scope.sees(tx, actor, holderId);
            audit.append(
                    tx,
                    actor,
                    AuditEntry.of("TAP_VIEWED", "TAP", tap).with(Map.of("person", person ? "SHOWN" : "LEFT_OUT")));
            return person;
        });
    }
}
