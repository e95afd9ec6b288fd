package cn.suinian.settlement.limit;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.Refusals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.limit.LimitVersion.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Limits and their changes, under two signatures. Blocks; refusals are {@link LimitRefusal}. */
public final class Limits {
    /** The kind of its requests; their subject is the version. */
    public static final String REQUEST = "SETTLEMENT_LIMIT";

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST_VERSIONS = 200;
    private static final Pattern VENDOR_NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String NONE = "none";

    private final Transactions transactions;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;

    public Limits(Transactions transactions, Approvals approvals, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Another value.
     *
     * @param about number of a vendor, a kind; empty: all
     * @param value as {@link Limit#checked} takes it
     * @param from null: at once
     */
    public record Wanted(
            Limit limit,
            String about,
            String value,
            @Nullable LocalDate from) {}

    /**
     * Asks for another value. Until another person approves it, what holds goes on holding.
     *
     * @return the number of the request, by which it is decided
     */
    public long ask(Actor actor, Wanted wanted, String reason) throws SQLException {
        Limit limit = wanted.limit;
        permit(actor, limit.room().ask());
        Refusals wrong = new Refusals();
        Optional<String> checked = wrong.take(() -> limit.checked(wanted.about, wanted.value));
        LocalDate today = today();
        if (wanted.from != null && (wanted.from.isBefore(today) || wanted.from.isAfter(today.plusYears(1)))) {
            wrong.add(LimitRefusal.FROM_INVALID, "from");
        }
        String stated = wrong.take(() -> StatedReason.of(reason, LimitRefusal.REASON_INVALID));
        wrong.throwIfAny();
        String value = Objects.requireNonNull(checked).orElse(null);
        String why = Objects.requireNonNull(stated);
        return transactions.run(transaction -> {
            LimitStore store = new LimitStore(transaction);
            store.takeTurn();
            Optional<LimitVersion> before = inForce(store, limit, wanted.about);
            requireSubject(store, wanted, before);
            if (store.isWaiting(limit, wanted.about)) {
                throw new RefusedException(LimitRefusal.CHANGE_WAITING);
            }
            if (Objects.equals(before.map(LimitVersion::value).orElse(null), value) && wanted.from == null) {
                throw new RefusedException(LimitRefusal.SAME_VALUE, "value");
            }
            long limitNo = store.nextNo();
            long request = approvals.ask(transaction, actor, REQUEST, limitNo, why);
            store.add(
                    actor,
                    new LimitStore.Asked(limitNo, limit, wanted.about, value, wanted.from),
                    request,
                    clock.instant());
            LimitVersion asked = store.lockRequested(request).orElseThrow();
            record(transaction, actor, "LIMIT_ASKED", asked, before, why);
            return request;
        });
    }

    /** Puts a value in force that another person asked for: from its day on, but not before today. */
    public LimitVersion approve(Actor actor, long requestNo) throws SQLException {
        return transactions.run(transaction -> {
            LimitStore store = new LimitStore(transaction);
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo);
            LimitVersion asked = requested(store, requestNo);
            permit(actor, asked.limit().room().approve());
            Optional<LimitVersion> before = inForce(store, asked.limit(), asked.about());
            LocalDate today = today();
            LocalDate wanted = asked.wantedFrom();
            LocalDate from = wanted == null || wanted.isBefore(today) ? today : wanted;
            approvals.decide(transaction, actor, request, Outcome.APPROVED);
            store.decide(actor, asked.limitNo(), State.CONFIRMED, from, clock.instant());
            LimitVersion decided = store.lockRequested(requestNo).orElseThrow();
            record(transaction, actor, "LIMIT_APPROVED", decided, before, request.reason());
            return decided;
        });
    }

    /** Declines a value that another person asked for; what holds goes on holding. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes an own request back; what holds goes on holding. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        end(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private void end(Actor actor, long requestNo, String reason, Outcome outcome) throws SQLException {
        String why = StatedReason.of(reason, LimitRefusal.REASON_INVALID);
        boolean withdrawn = outcome == Outcome.WITHDRAWN;
        transactions.run(transaction -> {
            LimitStore store = new LimitStore(transaction);
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo, outcome);
            LimitVersion asked = requested(store, requestNo);
            LimitRoom room = asked.limit().room();
            permit(actor, withdrawn ? room.ask() : room.approve());
            approvals.decide(transaction, actor, request, outcome);
            State state = withdrawn ? State.WITHDRAWN : State.REJECTED;
            store.decide(actor, asked.limitNo(), state, null, clock.instant());
            String act = withdrawn ? "LIMIT_WITHDRAWN" : "LIMIT_REJECTED";
            record(transaction, actor, act, asked, inForce(store, asked.limit(), asked.about()), why);
            return request;
        });
    }

    /** What holds today in a room, in the order of {@link Limit} and of what it is about. */
    public List<LimitVersion> listInForce(Actor actor, LimitRoom room) throws SQLException {
        require(actor, room.view());
        return transactions.run(transaction -> new LimitStore(transaction).inForce(room, today())).stream()
                .sorted(Comparator.comparing(LimitVersion::limit)
                        .thenComparingInt(version -> version.about().length())
                        .thenComparing(LimitVersion::about))
                .toList();
    }

    /** Every value of a room's limits that held or was asked for, the newest first; at most 200. */
    public List<LimitVersion> listHistory(Actor actor, LimitRoom room) throws SQLException {
        require(actor, room.view());
        return transactions.run(transaction -> new LimitStore(transaction).list(room, MOST_VERSIONS));
    }

    /** The change that a request is about; empty: this room has no such change. */
    public Optional<LimitVersion> find(Actor actor, LimitRoom room, long requestNo) throws SQLException {
        require(actor, room.view());
        return transactions
                .run(transaction -> new LimitStore(transaction).lockRequested(requestNo))
                .filter(version -> version.limit().room() == room);
    }

    private Optional<LimitVersion> inForce(LimitStore store, Limit limit, String about) throws SQLException {
        return store.inForce(limit.room(), today()).stream()
                .filter(version -> version.limit() == limit && version.about().equals(about))
                .findFirst();
    }

    /** A vendor may have a value of its own for the first time; everything else the house began with. */
    private static void requireSubject(LimitStore store, Wanted wanted, Optional<LimitVersion> before)
            throws SQLException {
        boolean vendor = wanted.limit.about() == Limit.About.VENDOR
                && VENDOR_NUMBER.matcher(wanted.about).matches()
                && store.hasVendor(Integer.parseInt(wanted.about));
        if (before.isEmpty() && !vendor) {
            throw new RefusedException(LimitRefusal.ABOUT_INVALID, "about");
        }
    }

    private static LimitVersion requested(LimitStore store, long requestNo) throws SQLException {
        return store.lockRequested(requestNo).orElseThrow(() -> new RefusedException(LimitRefusal.NO_SUCH_CHANGE));
    }

    private void record(
            Connection transaction,
            Actor actor,
            String act,
            LimitVersion version,
            Optional<LimitVersion> before,
            String why)
            throws SQLException {
        LocalDate from = version.holdsFrom() == null ? version.wantedFrom() : version.holdsFrom();
        Map<String, String> values = Map.of(
                "limit",
                version.limit().name(),
                "about",
                version.about(),
                "before",
                Objects.requireNonNullElse(before.map(LimitVersion::value).orElse(null), NONE),
                "after",
                Objects.requireNonNullElse(version.value(), NONE),
                "from",
                from == null ? "at once" : from.toString(),
                "request",
                Long.toString(version.requestNo()));
        audit.append(
                transaction,
                actor,
                AuditEntry.of(act, REQUEST, version.limitNo()).with(values).because(why));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** Whoever changes what all districts are judged by belongs to none of them. */
    private static void permit(Actor actor, Permission permission) {
        require(actor, permission);
        if (actor.scope().district() != null) {
            throw new RefusedException(LimitRefusal.CITY_ONLY);
        }
    }

    private static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(LimitRefusal.NOT_PERMITTED);
        }
    }
}
