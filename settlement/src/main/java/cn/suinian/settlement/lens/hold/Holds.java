package cn.suinian.settlement.lens.hold;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.LensRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Holds on payments: placed by one, released by two. Blocks; refusals are {@link LensRefusal} and core.approval's. */
public final class Holds {

    /** The kind of a request to release a hold; its subject is the number of the hold. */
    public static final String RELEASE = "PAYMENT_HOLD_RELEASE";

    private static final int MOST_GROUNDS = 500;

    private final Transactions transactions;
    private final AuditLog audit;
    private final Approvals approvals;
    private final Clock clock;

    public Holds(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.approvals = new Approvals(clock);
        this.clock = clock;
    }

    /**
     * Places a hold, in force at once. While a batch that pays the vendor is being sent it waits, and comes after it.
     *
     * @return its number
     */
    public long place(Actor actor, HoldRequest wanted) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_HOLD);
        long staffId = LensRefusal.person(actor);
        String why = StatedReason.of(wanted.reason(), LensRefusal.REASON_INVALID);
        if (wanted.grounds().size() > MOST_GROUNDS) {
            throw new RefusedException(LensRefusal.NOTHING_CHOSEN, "grounds");
        }
        HoldRequest hold = new HoldRequest(wanted.vendorId(), wanted.days(), why, wanted.grounds());
        return transactions.run(transaction -> {
            long holdNo = insert(transaction, hold, staffId, actor.account())
                    .orElseThrow(() -> new RefusedException(LensRefusal.ALREADY_HELD, "days"));
            audit.append(transaction, actor, placed(holdNo, hold));
            return holdNo;
        });
    }

    /**
     * Places a hold of the house itself, in the transaction of the look that found a reason for it.
     *
     * @return its number; empty when just these days are held already
     */
    public OptionalLong placeByTheHouse(Connection transaction, Actor house, HoldRequest hold) throws SQLException {
        OptionalLong holdNo = insert(transaction, hold, null, house.account());
        if (holdNo.isPresent()) {
            audit.append(transaction, house, placed(holdNo.getAsLong(), hold));
        }
        return holdNo;
    }

    /**
     * Asks that a hold be released; every flag and finding that it rests on has been answered.
     *
     * @return the number of the request, which another person decides
     */
    public long askRelease(Actor actor, long holdNo, String reason) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_HOLD);
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        return transactions.run(transaction -> {
            inForce(transaction, holdNo);
            requireAnswers(transaction, holdNo);
            long requestNo = approvals.ask(transaction, actor, RELEASE, holdNo, why);
            audit.append(transaction, actor, signed("PAYMENT_HOLD_RELEASE_ASKED", holdNo, requestNo, why));
            return requestNo;
        });
    }

    /**
     * Releases a hold, as the second person. It is judged as it stands now.
     *
     * @param seenItems {@link HoldView#items} as whoever approves has seen it
     */
    public void approveRelease(Actor actor, long requestNo, long seenItems) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_RELEASE);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, RELEASE, requestNo);
            Hold hold = inForce(transaction, request.subject());
            if (hold.placedBy() != null && hold.placedBy().equals(actor.staffId())) {
                throw new RefusedException(LensRefusal.OWN_HOLD);
            }
            requireAnswers(transaction, hold.holdNo());
            if (HoldStore.items(transaction, hold.holdNo()) != seenItems) {
                throw new RefusedException(LensRefusal.SEEN_OLD);
            }
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            HoldStore.release(transaction, hold.holdNo(), requestNo, clock.instant());
            audit.append(
                    transaction, actor, signed("PAYMENT_HOLD_RELEASED", hold.holdNo(), requestNo, request.reason()));
            return null;
        });
    }

    /** Says no to a release: the hold stays in force, and may be asked about again. */
    public void rejectRelease(Actor actor, long requestNo, String reason) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_RELEASE);
        end(actor, requestNo, reason, Outcome.REJECTED, "PAYMENT_HOLD_RELEASE_REJECTED");
    }

    /** Takes an own request back: the hold stays in force, and may be asked about again. */
    public void withdrawRelease(Actor actor, long requestNo, String reason) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_HOLD);
        end(actor, requestNo, reason, Outcome.WITHDRAWN, "PAYMENT_HOLD_RELEASE_WITHDRAWN");
    }

    private void end(Actor actor, long requestNo, String reason, Outcome outcome, String act) throws SQLException {
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, RELEASE, requestNo, outcome);
            approvals.decide(transaction, actor, request, outcome);
            audit.append(transaction, actor, signed(act, request.subject(), requestNo, why));
            return null;
        });
    }

    /** One hold with all about it. */
    public Optional<HoldView> find(Actor actor, long holdNo) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> {
            Optional<Hold> hold = HoldStore.find(transaction, holdNo);
            return hold.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HoldView(
                            hold.get(),
                            HoldStore.grounds(transaction, holdNo),
                            HoldStore.items(transaction, holdNo),
                            HoldStore.waiting(transaction, holdNo),
                            HoldStore.signatures(transaction, holdNo)));
        });
    }

    /**
     * A page of holds, the newest first.
     *
     * @param below the last number of the page before; null: the first page
     * @param limit 1 to 200
     */
    public List<Hold> list(Actor actor, HoldFilter filter, @Nullable Long below, int limit) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        LensRefusal.page(limit);
        return transactions.run(
                transaction -> HoldStore.page(transaction, filter, below == null ? Long.MAX_VALUE : below, limit));
    }

    /** How many there are. */
    public long count(Actor actor, HoldFilter filter) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> HoldStore.count(transaction, filter));
    }

    /** The holds in force that speak against paying vendors what is owed up to and with this day, by vendor. */
    public static Map<Integer, List<HoldBlocker>> blockers(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        return HoldStore.blockers(transaction, vendors, throughDay);
    }

    private OptionalLong insert(Connection transaction, HoldRequest hold, @Nullable Long placedBy, String placedAs)
            throws SQLException {
        if (!HoldStore.lockVendor(transaction, hold.vendorId())) {
            throw new RefusedException(LensRefusal.VENDOR_UNKNOWN, "vendor");
        }
        OptionalLong holdNo = HoldStore.insert(transaction, hold, placedBy, placedAs, clock.instant());
        if (holdNo.isPresent()) {
            for (ItemRef ground : hold.grounds()) {
                if (!HoldStore.addGround(transaction, holdNo.getAsLong(), hold, ground)) {
                    throw new RefusedException(LensRefusal.GROUND_ELSEWHERE, "grounds");
                }
            }
        }
        return holdNo;
    }

    private static Hold inForce(Connection transaction, long holdNo) throws SQLException {
        Hold hold =
                HoldStore.lock(transaction, holdNo).orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_HOLD));
        if (!hold.inForce()) {
            throw new RefusedException(LensRefusal.ALREADY_RELEASED);
        }
        return hold;
    }

    private static void requireAnswers(Connection transaction, long holdNo) throws SQLException {
        if (HoldStore.waiting(transaction, holdNo) > 0) {
            throw new RefusedException(LensRefusal.GROUNDS_OPEN);
        }
    }

    private static AuditEntry placed(long holdNo, HoldRequest hold) {
        return AuditEntry.of("PAYMENT_HOLD_PLACED", "PAYMENT_HOLD", holdNo)
                .with(Map.of(
                        "vendor", Integer.toString(hold.vendorId()),
                        "days", hold.days().toString(),
                        "grounds", Integer.toString(hold.grounds().size())))
                .because(hold.reason());
    }

    private static AuditEntry signed(String act, long holdNo, long requestNo, String why) {
        return AuditEntry.of(act, "PAYMENT_HOLD", holdNo)
                .with(Map.of("request", Long.toString(requestNo)))
                .because(why);
    }
}
