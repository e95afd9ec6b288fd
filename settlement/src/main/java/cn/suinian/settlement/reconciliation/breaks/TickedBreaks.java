package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.breaks.BreakStore.Step;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One act on breaks that somebody picked out of a list, all of them or none. Blocking. */
public final class TickedBreaks {
    /** Most of them. */
    public static final int MOST = 200;

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    public TickedBreaks(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A break as the list showed it. */
    public record Ticked(long breakNo, int version) {}

    /**
     * Accepts or rejects each of them for one reason.
     *
     * @throws RefusedException when one was changed since the list was made, or is resolved; nothing is done then
     */
    public int resolve(Actor actor, List<Ticked> ticked, BulkAct act, String reason) throws SQLException {
        BreakRefusal.permit(actor, Permission.RECONCILE_ACT);
        long staffId = BreakDesk.person(actor);
        List<Ticked> each = ticked.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Ticked::breakNo))
                .toList();
        if (each.isEmpty()) {
            throw new RefusedException(BreakRefusal.NOTHING_TICKED, "tick");
        }
        if (each.size() > MOST) {
            throw new RefusedException(BreakRefusal.TOO_MANY, "tick");
        }
        String why = StatedReason.of(reason, BreakRefusal.REASON_MISSING);
        BreakStatus status = BreakDesk.statusOf(act);
        return transactions.run(transaction -> {
            BreakStore store = new BreakStore(transaction);
            for (Ticked one : each) {
                Break held = BreakDesk.hold(transaction, new ActOn(one.breakNo, one.version, why));
                if (held.status() != BreakStatus.OPEN) {
                    throw new RefusedException(BreakRefusal.NOT_OPEN, "tick");
                }
                store.move(
                        held,
                        status,
                        BreakDesk.assignee(held),
                        new Step(status.name(), staffId, actor.account(), clock.instant(), why, null, null, null, 0));
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BREAKS_" + status.name(), "BREAKS", numbers(each))
                            .with(Map.of("breaks", Integer.toString(each.size())))
                            .because(why));
            return each.size();
        });
    }

    private static String numbers(List<Ticked> each) {
        return each.stream().map(one -> Long.toString(one.breakNo)).collect(Collectors.joining(","));
    }
}
