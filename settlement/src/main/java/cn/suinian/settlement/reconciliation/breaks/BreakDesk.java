package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.reconciliation.breaks.BreakStore.Step;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What staff do with breaks that moves no money. Blocking; each act asks for RECONCILE_ACT. */
public final class BreakDesk {
    /** Most breaks of one act. */
    public static final int MOST_AT_ONCE = 5_000;

    private static final String IN_ORDER = """
            AND b.kind <> 'EXPECTED' ORDER BY b.break_no LIMIT ? FOR UPDATE OF b
            """;
    private static final String AWAITED = "AND b.kind = 'EXPECTED'";
    private static final String STAFF = "SELECT EXISTS (SELECT FROM staff WHERE staff_id = ? AND status = 'ACTIVE')";
    private static final String UNDO_GROUP =
            "UPDATE match_group SET undone_at = ?, undone_as = ? WHERE group_id = ? AND undone_at IS NULL";

    private final Transactions transactions;
    private final Attachments attachments;
    private final AuditLog audit;
    private final Clock clock;

    public BreakDesk(Transactions transactions, Attachments attachments, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.audit = audit;
        this.clock = clock;
    }

    /** What may be done with many at once. */
    public enum BulkAct {
        ACCEPT,
        REJECT
    }

    /**
     * What an act on many came to.
     *
     * @param leftOut those that the vendor still has time to state
     */
    public record Many(int resolved, long leftOut) {}

    /** The difference is known and stays; nothing is paid or taken back for it. */
    public Break accept(Actor actor, ActOn on) throws SQLException {
        return resolve(actor, on, BreakStatus.ACCEPTED);
    }

    /** The vendor's claim is refused; our figure stands. */
    public Break reject(Actor actor, ActOn on) throws SQLException {
        return resolve(actor, on, BreakStatus.REJECTED);
    }

    /** Writes something into the timeline. */
    public Break comment(Actor actor, ActOn on) throws SQLException {
        String why = checked(actor, on);
        return transactions.run(transaction -> {
            Break held = hold(transaction, on);
            return step(transaction, actor, held, held.status(), assignee(held), "COMMENTED", why, on);
        });
    }

    /**
     * Gives a break to somebody.
     *
     * @param assignee staff number; empty: nobody
     */
    public Break assign(Actor actor, ActOn on, OptionalLong assignee) throws SQLException {
        String why = checked(actor, on);
        return transactions.run(transaction -> {
            Break held = hold(transaction, on);
            if (assignee.isPresent() && !isStaff(transaction, assignee.getAsLong())) {
                throw new RefusedException(BreakRefusal.NO_SUCH_STAFF, "assignee");
            }
            Long to = assignee.isPresent() ? Long.valueOf(assignee.getAsLong()) : null;
            return step(transaction, actor, held, held.status(), to, "ASSIGNED", why, on);
        });
    }

    /** Opens a resolved break again; what was linked by hand or rule is not any more. */
    public Break reopen(Actor actor, ActOn on) throws SQLException {
        String why = checked(actor, on);
        return transactions.run(transaction -> {
            Break held = hold(transaction, on);
            if (held.status().isOpen()) {
                throw new RefusedException(BreakRefusal.NOT_RESOLVED);
            }
            if (held.status() == BreakStatus.ADJUSTED) {
                throw new RefusedException(BreakRefusal.ALREADY_ADJUSTED);
            }
            if (held.status() == BreakStatus.LINKED && held.groupId().isPresent()) {
                undoGroup(transaction, actor, held.groupId().getAsLong());
            }
            return step(transaction, actor, held, BreakStatus.OPEN, assignee(held), "REOPENED_BY_HAND", why, on);
        });
    }

    /**
     * Says that a row that we lack and a tap that the vendor lacks are the same; what still differs becomes a break
     * of its own with the next run.
     *
     * @param here a MISSING_HERE
     * @param there a MISSING_AT_VENDOR
     */
    public Break link(Actor actor, ActOn here, ActOn there) throws SQLException {
        String why = checked(actor, here);
        return transactions.run(transaction -> {
            boolean inOrder = here.breakNo() < there.breakNo();
            Break first = hold(transaction, inOrder ? here : there);
            Break second = hold(transaction, inOrder ? there : here);
            Break row = inOrder ? first : second;
            Break tap = inOrder ? second : first;
            boolean fits = row.kind() == BreakKind.MISSING_HERE
                    && (tap.kind() == BreakKind.EXPECTED || tap.kind() == BreakKind.MISSING_AT_VENDOR)
                    && row.vendorId() == tap.vendorId()
                    && row.service() == tap.service();
            if (!fits) {
                throw new RefusedException(BreakRefusal.CANNOT_LINK);
            }
            BreakStore store = new BreakStore(transaction);
            if (store.isAdjusted(row) || store.isAdjusted(tap)) {
                throw new RefusedException(BreakRefusal.ADJUSTED_IN_PART);
            }
            checkResolvable(row, null);
            checkResolvable(tap, null);
            long group = new LinkStore(transaction).link(row, tap, actor, clock.instant());
            return linked(transaction, actor, here, List.of(row, tap), why, group);
        });
    }

    private Break linked(Connection transaction, Actor actor, ActOn on, List<Break> both, String why, long group)
            throws SQLException {
        BreakStore store = new BreakStore(transaction);
        Long attachment = attachment(transaction, actor, both.get(0), on);
        for (Break each : both) {
            store.move(
                    each,
                    BreakStatus.LINKED,
                    assignee(each),
                    new Step(
                            "LINKED",
                            person(actor),
                            actor.account(),
                            clock.instant(),
                            why,
                            null,
                            attachment,
                            group,
                            0));
        }
        audit.append(
                transaction,
                actor,
                AuditEntry.of("BREAK_LINKED", "BREAK", both.get(0).breakNo())
                        .with(Map.of("with", Long.toString(both.get(1).breakNo())))
                        .because(why));
        return store.find(both.get(0).breakNo()).orElseThrow();
    }

    private @Nullable Long attachment(Connection transaction, Actor actor, Break held, ActOn on) throws SQLException {
        return on.attachment().isPresent()
                ? Long.valueOf(attachments.add(
                        transaction,
                        held.breakNo(),
                        person(actor),
                        on.attachment().get()))
                : null;
    }

    /**
     * The same act on every open break that fits a filter; those that the vendor still has time to state are left out.
     *
     * @param confirmed how many whoever acts was told will be resolved
     * @throws RefusedException when there are others now
     */
    public Many bulk(Actor actor, BreakFilter filter, BulkAct act, int confirmed, String reason) throws SQLException {
        String why = checked(actor, new ActOn(0, 0, reason));
        BreakStatus status = statusOf(act);
        return transactions.run(transaction -> {
            BreakStore store = new BreakStore(transaction);
            FilterSql sql = new FilterSql(filter, actor.scope().onlyPayer(), clock.instant());
            List<Break> held = store.list(sql, IN_ORDER, MOST_AT_ONCE + 1);
            if (held.size() > MOST_AT_ONCE) {
                throw new RefusedException(BreakRefusal.TOO_MANY, "filter");
            }
            long leftOut = store.count(sql, AWAITED);
            if (held.isEmpty() && leftOut > 0) {
                throw new RefusedException(BreakRefusal.STILL_EXPECTED, "filter");
            }
            if (held.size() != confirmed) {
                throw new RefusedException(
                        BreakRefusal.COUNT_DIFFERS, "filter", Map.of("now", Integer.toString(held.size())));
            }
            requireNoneToTurnRound(held, "filter");
            for (Break each : held) {
                checkResolvable(each, "filter");
                store.move(each, status, assignee(each), stepOf(actor, status.name(), why, null));
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("BREAKS_" + status.name(), "BREAKS", filter.text())
                            .with(Map.of("breaks", Integer.toString(held.size())))
                            .because(why));
            return new Many(held.size(), leftOut);
        });
    }

    /** Accepted among many, the money of an adjustment would stay where its cause no longer is. */
    static void requireNoneToTurnRound(List<Break> held, String field) {
        held.stream().filter(Break::turnsRound).findFirst().ifPresent(first -> {
            throw new RefusedException(
                    BreakRefusal.TURN_ROUND_FIRST, field, Map.of("break", Long.toString(first.breakNo())));
        });
    }

    private Break resolve(Actor actor, ActOn on, BreakStatus status) throws SQLException {
        String why = checked(actor, on);
        return transactions.run(transaction -> {
            Break held = hold(transaction, on);
            checkResolvable(held, null);
            return step(transaction, actor, held, status, assignee(held), status.name(), why, on);
        });
    }

    private Break step(
            Connection transaction,
            Actor actor,
            Break held,
            BreakStatus status,
            @Nullable Long assignee,
            String act,
            String why,
            ActOn on)
            throws SQLException {
        BreakStore store = new BreakStore(transaction);
        store.move(held, status, assignee, stepOf(actor, act, why, attachment(transaction, actor, held, on)));
        audit.append(
                transaction,
                actor,
                AuditEntry.of("BREAK_" + act, "BREAK", held.breakNo())
                        .changed(Map.of("status", held.status().name()), Map.of("status", status.name()))
                        .because(why));
        return store.find(held.breakNo()).orElseThrow();
    }

    private Step stepOf(Actor actor, String act, String why, @Nullable Long attachment) {
        return new Step(act, person(actor), actor.account(), clock.instant(), why, null, attachment, null, 0);
    }

    private void undoGroup(Connection transaction, Actor actor, long groupId) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UNDO_GROUP)) {
            update.setTimestamp(1, java.sql.Timestamp.from(clock.instant()));
            update.setString(2, actor.account());
            update.setLong(3, groupId);
            update.executeUpdate();
        }
    }

    /** The break as whoever acts saw it, held. */
    static Break hold(Connection transaction, ActOn on) throws SQLException {
        Break held = new BreakStore(transaction)
                .lock(on.breakNo())
                .orElseThrow(() -> new RefusedException(BreakRefusal.NO_SUCH_BREAK));
        if (held.version() != on.version()) {
            throw new RefusedException(BreakRefusal.CHANGED_MEANWHILE);
        }
        return held;
    }

    /** Refuses what is resolved, and what the vendor still has time to state. */
    static void checkResolvable(Break held, @Nullable String field) {
        if (held.status() != BreakStatus.OPEN) {
            throw new RefusedException(BreakRefusal.NOT_OPEN, field);
        }
        if (held.kind().isAwaited()) {
            throw new RefusedException(BreakRefusal.STILL_EXPECTED, field);
        }
    }

    private static String checked(Actor actor, ActOn on) {
        BreakRefusal.permit(actor, Permission.RECONCILE_ACT);
        person(actor);
        on.attachment().ifPresent(Attachments::check);
        return StatedReason.of(on.reason(), BreakRefusal.REASON_MISSING);
    }

    static BreakStatus statusOf(BulkAct act) {
        return switch (act) {
            case ACCEPT -> BreakStatus.ACCEPTED;
            case REJECT -> BreakStatus.REJECTED;
        };
    }

    static long person(Actor actor) {
        Long staffId = actor.staffId();
        if (staffId == null) {
            throw new RefusedException(BreakRefusal.NOT_A_PERSON);
        }
        return staffId;
    }

    static @Nullable Long assignee(Break held) {
        return held.assignee().isPresent() ? Long.valueOf(held.assignee().getAsLong()) : null;
    }

    private static boolean isStaff(Connection transaction, long staffId) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(STAFF)) {
            select.setLong(1, staffId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
