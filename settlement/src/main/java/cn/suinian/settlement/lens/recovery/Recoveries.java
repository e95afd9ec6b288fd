package cn.suinian.settlement.lens.recovery;

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
import cn.suinian.settlement.ledger.Entry;
import cn.suinian.settlement.ledger.Entry.Kind;
import cn.suinian.settlement.ledger.Ledger;
import cn.suinian.settlement.ledger.LedgerAccount.Owing;
import cn.suinian.settlement.ledger.LedgerAccount.Payable;
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

/** Takes money back of what was confirmed, with two signatures. Blocks; refusals are {@link LensRefusal}. */
public final class Recoveries {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final AuditLog audit;
    private final Approvals approvals;
    private final Clock clock;

    public Recoveries(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.approvals = new Approvals(clock);
        this.clock = clock;
    }

    /**
     * The most that can be asked of each payer and service now; none: nothing is left.
     *
     * @throws RefusedException when the item is not confirmed
     */
    public List<RecoveryLine> limits(Actor actor, ItemRef item) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction ->
                Recoverable.of(transaction, item, clock.instant()).limits());
    }

    /** The same less what waits for a decision about money of the same taps; none: nothing is left besides. */
    public List<RecoveryLine> free(Actor actor, ItemRef item) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> {
            Recoverable now = Recoverable.of(transaction, item, clock.instant());
            return now.less(asked(transaction, now).fenOfTaps()).limits();
        });
    }

    /** Requests that wait for a decision about money of the same taps, the oldest first. */
    public List<Long> waitingFor(Actor actor, ItemRef item) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> asked(transaction, Recoverable.of(transaction, item, clock.instant()))
                .requests());
    }

    private Asked asked(Connection transaction, Recoverable now) throws SQLException {
        return Asked.of(transaction, now, new RecoveryStore(transaction).open(MOST), clock.instant());
    }

    /**
     * Asks.
     *
     * @param lines one of a payer and service, each at most what {@link #limits} says
     * @return the number of the request, which another person decides
     */
    public long ask(Actor actor, ItemRef item, List<RecoveryLine> lines, String reason) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_HOLD);
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        return transactions.run(transaction -> {
            Recoverable now = Recoverable.of(transaction, item, clock.instant());
            now.check(lines);
            long requestNo = approvals.ask(transaction, actor, Recovery.kind(item.source()), item.number(), why);
            new RecoveryStore(transaction).ask(requestNo, now.item(), lines);
            Recovery asked = get(transaction, requestNo);
            audit.append(transaction, actor, entry("RECOVERY_ASKED", asked).because(why));
            return requestNo;
        });
    }

    /** Approves and posts it, as somebody else than asked. It is judged as it stands now. */
    public void approve(Actor actor, long requestNo) throws SQLException {
        LensRefusal.permitCity(actor, Permission.LENS_RELEASE);
        transactions.run(transaction -> {
            Recovery asked = get(transaction, requestNo);
            ApprovalRequest request = approvals.take(
                    transaction, actor, Recovery.kind(asked.item().source()), requestNo);
            RecoveryStore store = new RecoveryStore(transaction);
            String code = store.holdVendor(asked.vendorId());
            Recoverable now = Recoverable.of(transaction, asked.item(), clock.instant());
            now.check(asked.lines());
            String reference = store.nextReference(asked.item());
            for (RecoveryLine line : asked.lines()) {
                store.take(requestNo, line, now.spread(line));
                new Ledger(transaction)
                        .post(new Entry(
                                Kind.ADJUSTMENT,
                                new Payable(asked.vendorId(), code),
                                new Owing(line.payer(), line.service()),
                                line.fen(),
                                reference,
                                OptionalLong.of(requestNo)));
            }
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            store.posted(requestNo, reference, now.item().answers(), clock.instant());
            audit.append(transaction, actor, entry("RECOVERY_APPROVED", asked));
            return null;
        });
    }

    /** Declines it, as somebody else than asked; it may be asked for again. */
    public void decline(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, Permission.LENS_RELEASE, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes the own request back; it may be asked for again. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, Permission.LENS_HOLD, requestNo, reason, Outcome.WITHDRAWN);
    }

    private void end(Actor actor, Permission permission, long requestNo, String reason, Outcome outcome)
            throws SQLException {
        LensRefusal.permitCity(actor, permission);
        String why = StatedReason.of(reason, LensRefusal.REASON_INVALID);
        transactions.run(transaction -> {
            Recovery asked = get(transaction, requestNo);
            String kind = Recovery.kind(asked.item().source());
            ApprovalRequest request = approvals.take(transaction, actor, kind, requestNo, outcome);
            approvals.decide(transaction, actor, request, outcome);
            String act = outcome == Outcome.WITHDRAWN ? "RECOVERY_WITHDRAWN" : "RECOVERY_DECLINED";
            audit.append(transaction, actor, entry(act, asked).because(why));
            return null;
        });
    }

    /** One of them. */
    public Recovery get(Actor actor, long requestNo) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> get(transaction, requestNo));
    }

    /** Why one that waits would be refused as it stands; empty: it could be approved. */
    public Optional<RefusedException> whyNot(Actor actor, Recovery asked) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> {
            try {
                Recoverable.of(transaction, asked.item(), clock.instant()).check(asked.lines());
                return Optional.empty();
            } catch (RefusedException refused) {
                return Optional.of(refused);
            }
        });
    }

    /** All about an item, the oldest first. */
    public List<Recovery> ofItem(Actor actor, ItemRef item) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> new RecoveryStore(transaction).ofItem(item, MOST));
    }

    /** All of a vendor's business days, the oldest first; at most 200. */
    public List<Recovery> ofDays(Actor actor, int vendorId, LocalDate from, LocalDate to) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> new RecoveryStore(transaction).ofDays(vendorId, from, to, MOST));
    }

    /** What waits for a decision, the oldest first; at most 200. */
    public List<Recovery> listOpen(Actor actor) throws SQLException {
        LensRefusal.permit(actor, Permission.LENS_VIEW);
        return transactions.run(transaction -> new RecoveryStore(transaction).open(MOST));
    }

    private static Recovery get(Connection transaction, long requestNo) throws SQLException {
        return new RecoveryStore(transaction)
                .find(requestNo)
                .orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_RECOVERY));
    }

    private static AuditEntry entry(String act, Recovery of) {
        return AuditEntry.of(
                        act, "LENS_ITEM", of.item().source() + ":" + of.item().number())
                .with(Map.of("fen", Long.toString(of.totalFen()), "request", Long.toString(of.requestNo())));
    }
}
