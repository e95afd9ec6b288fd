package cn.suinian.settlement.reconciliation;

import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.policy.Ageing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what became of vendors' statements on a business day. Staff of a district see what their own payer owes, and
 * nothing of what vendors state: a statement is of all payers. Blocking.
 */
public final class VendorDays {
    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");

    private final Transactions transactions;
    private final Clock clock;

    public VendorDays(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The last business day that was cleared; empty: none was. */
    public Optional<LocalDate> findLastCleared(Actor actor) throws SQLException {
        require(actor);
        return transactions.run(transaction -> new VendorDayStore(transaction, Optional.empty()).findLastCleared());
    }

    /** Every vendor that has taps or a statement on that day, in the order of {@link VendorDay#FIRST_TO_DO}. */
    public List<VendorDay> list(Actor actor, LocalDate day) throws SQLException {
        require(actor);
        return transactions.run(transaction -> {
            VendorDayStore store = new VendorDayStore(transaction, actor.scope().onlyPayer());
            return store.list(day, overdue(transaction, store, day));
        });
    }

    /** All about one; empty: the vendor has nothing on that day. */
    public Optional<VendorDay.Detail> find(Actor actor, int vendorId, LocalDate day) throws SQLException {
        require(actor);
        return transactions.run(transaction -> {
            VendorDayStore store = new VendorDayStore(transaction, actor.scope().onlyPayer());
            Optional<VendorDay> found = store.list(day, overdue(transaction, store, day)).stream()
                    .filter(each -> each.vendorId() == vendorId)
                    .findFirst();
            return found.isPresent() ? Optional.of(store.detail(found.get())) : Optional.empty();
        });
    }

    private VendorDayStore.Overdue overdue(Connection transaction, VendorDayStore store, LocalDate day)
            throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHENZHEN);
        WorkCalendar calendar = Terms.calendar(transaction, today);
        Map<Integer, Integer> waits = store.waits(today);
        return vendorId -> {
            int days = waits.getOrDefault(vendorId, waits.getOrDefault(0, 0));
            return !day.isAfter(Ageing.lastOverdue(today, days, calendar));
        };
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.RECONCILE_VIEW)) {
            throw new RefusedException(ReconciliationRefusal.NOT_ALLOWED);
        }
    }
}
