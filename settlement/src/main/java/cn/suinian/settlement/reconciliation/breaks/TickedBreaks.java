package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.BulkAct;
import cn.suinian.settlement.reconciliation.breaks.BreakDesk.Many;
import cn.suinian.settlement.reconciliation.breaks.BreakStore.Step;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
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
     * Accepts or rejects each of them for one reason; those that the vendor still has time to state are left out.
     *
     * @throws RefusedException when one was changed since the list was made, or is resolved, or all are left out;
     *     nothing is done then
     */
    public Many resolve(Actor actor, List<Ticked> ticked, BulkAct act, String reason) throws SQLException {
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
            List<Ticked> resolved = new ArrayList<>();
            for (Ticked one : each) {
                Break held = BreakDesk.hold(transaction, new ActOn(one.breakNo, one.version, why));
                if (held.kind().isAwaited()) {
                    continue;
                }
                BreakDesk.requireNoneToTurnRound(List.of(held), "tick");
                BreakDesk.checkResolvable(held, "tick");
                resolved.add(one);
                store.move(
                        held,
                        status,
                        BreakDesk.assignee(held),
                        new Step(status.name(), staffId, actor.account(), clock.instant(), why, null, null, null, 0));
            }
            if (resolved.isEmpty()) {
                throw new RefusedException(BreakRefusal.STILL_EXPECTED, "tick");
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BREAKS_" + status.name(), "BREAKS", numbers(resolved))
                            .with(Map.of("breaks", Integer.toString(resolved.size())))
                            .because(why));
            return new Many(resolved.size(), each.size() - resolved.size());
        });
    }

    private static String numbers(List<Ticked> each) {
        return each.stream().map(one -> Long.toString(one.breakNo)).collect(Collectors.joining(","));
    }
}
