package cn.suinian.gateway.office;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.BusinessDays;
import cn.suinian.settlement.businessday.ClosePolicy;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.businessday.DayBoard;
import cn.suinian.settlement.businessday.DayClose;
import cn.suinian.settlement.businessday.DayGate;
import cn.suinian.settlement.calendar.CalendarBook;
import cn.suinian.settlement.figures.DayFigures;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.payout.OtherRooms;
import cn.suinian.settlement.payout.PayoutLists;
import cn.suinian.settlement.payout.PayoutParts;
import cn.suinian.settlement.payout.carried.CarriedForward;
import cn.suinian.settlement.reconciliation.DayReview;
import cn.suinian.settlement.reconciliation.DayReviews;
import cn.suinian.settlement.reconciliation.ReconciliationGate;
import cn.suinian.settlement.seal.DaySealing;
import cn.suinian.settlement.seal.SealGate;
import cn.suinian.settlement.seal.Sealing;
import cn.suinian.settlement.seal.publication.Publishing;
import cn.suinian.settlement.seal.publication.policy.Suppression;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is done with business days, for the console and for the settlement role. The one place where a day's gates are
 * named: whoever moves a day, by hand or by a job, is stopped by the same ones.
 *
 * @param close closes days that are over; slow
 * @param sealing the seals as they are
 * @param daySealing makes the seal of a paid day and moves it to SEALED; slow
 * @param transactions of all of them
 * @param publishing publishes sealed days, and has what was published; slow
 * @param carriedForward adds sealed days to what vendors are owed of the days before
 * @param held what is held by name
 */
public record DayOffice(
        DayActs acts,
        DayBoard board,
        BusinessDays days,
        DayClose close,
        Sealing sealing,
        DaySealing daySealing,
        Publishing publishing,
        CarriedForward carriedForward,
        Transactions transactions,
        DayFigures figures,
        CalendarBook calendar,
        HeldMoney held) {

    /**
     * What it works with.
     *
     * @param by which node and process this is
     */
    public record Means(
            Transactions transactions, KeyVault keys, DataVault vault, AuditLog audit, Clock clock, String by) {

        /** Those of all offices. */
        public static Means of(Offices.Means house) {
            String by = "process " + ProcessHandle.current().pid() + ", console";
            return new Means(house.transactions(), house.keys(), house.vault(), house.audit(), house.clock(), by);
        }
    }

    /** All of it, over one database. */
    public static DayOffice of(Means means) {
        Transactions transactions = means.transactions();
        DataSource sessions = transactions.sessions();
        List<DayGate> gates = gates(means);
        DayActs acts = new DayActs(transactions, gates, means.audit(), means.clock());
        Sealing sealing = new Sealing(sessions, means.keys(), means.audit(), means.clock(), State.PAID, means.by());
        return new DayOffice(
                acts,
                new DayBoard(transactions, gates, means.clock()),
                new BusinessDays(sessions),
                new DayClose(sessions, means.clock(), ClosePolicy.DEFAULT, means.by()),
                sealing,
                new DaySealing(sessions, sealing, acts, means.by()),
                new Publishing(sessions, sealing, means.keys(), means.audit(), means.clock(), Suppression.OF_THE_CITY),
                new CarriedForward(transactions),
                transactions,
                new DayFigures(transactions),
                new CalendarBook(transactions),
                new HeldMoney(new PayoutLists(payout(means)), new Holds(transactions, means.audit(), means.clock())));
    }

    /** Vendors whose statements keep a day from being reconciled. */
    public List<ReconciliationGate.Blocker> listStatementBlockers(Actor actor, LocalDate day) throws SQLException {
        return ReconciliationGate.listBlockers(transactions, actor, day);
    }

    /** What whoever signs a day should know of it; empty: they may not see reconciliation. */
    public Optional<DayReview> review(Actor actor, LocalDate day) throws SQLException {
        return actor.may(Permission.RECONCILE_VIEW)
                ? Optional.of(DayReviews.find(transactions, actor, day))
                : Optional.empty();
    }

    /** What may hold a day up: statements not compared, money neither ordered nor held, a seal not made. */
    static List<DayGate> gates(Means means) {
        return List.of(ReconciliationGate.ofDays(), payout(means).gate(), new SealGate());
    }

    private static PayoutParts payout(Means means) {
        return new PayoutParts(
                means.transactions(),
                new Seals(means.vault()),
                means.keys(),
                new Approvals(means.clock()),
                means.audit(),
                means.clock(),
                OtherRooms.all(),
                State.APPROVED);
    }
}
