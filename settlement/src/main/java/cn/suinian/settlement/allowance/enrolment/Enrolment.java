package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.enrolment.EnrolmentStore.Taken;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Invites those who are about to turn seventy, takes their replies in, and records applications made at a desk. */
public final class Enrolment {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MONTHS_BEFORE = 2;
    private static final int DAYS_BACK = 31;

    /**
     * Who would be invited now.
     *
     * @param texts how many of them have a telephone
     */
    public record Invitable(long people, long texts) {}

    /**
     * What a file of replies came to.
     *
     * @param unclear neither a yes nor a no: somebody has to ask
     */
    public record Replies(long lines, long applied, long notApplied, long unclear, long known, long unknown) {}

    private final Transactions transactions;
    private final Seals seals;
    private final AuditLog audit;
    private final Clock clock;

    public Enrolment(Transactions transactions, DataVault vault, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.seals = new Seals(vault);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Queues an invitation for everybody who turns seventy within two months and was not invited; those of their own
     * district for who works for one.
     *
     * @return how many
     */
    public int invite(Actor actor) throws SQLException {
        require(actor);
        LocalDate today = today();
        return transactions.run(transaction -> {
            int invited = new InvitingStore(transaction)
                    .invite(district(actor), clock.instant(), today, today.plusMonths(MONTHS_BEFORE));
            if (invited > 0) {
                audit.append(
                        transaction,
                        actor,
                        AuditEntry.of("ALLOWANCE_INVITED", "ALLOWANCE", today)
                                .with(Map.of("people", Integer.toString(invited))));
            }
            return invited;
        });
    }

    /** How many that would be now. */
    public Invitable countInvitable(Actor actor) throws SQLException {
        require(actor);
        LocalDate today = today();
        return transactions.run(transaction ->
                new InvitingStore(transaction).count(district(actor), today, today.plusMonths(MONTHS_BEFORE)));
    }

    /** A page of invitations, by number. */
    public List<Invitation> list(Actor actor, long afterMessage, int count) throws SQLException {
        return list(actor, Invitation.Wanted.ALL, afterMessage, count);
    }

    /** The same of some of them. */
    public List<Invitation> list(Actor actor, Invitation.Wanted wanted, long afterMessage, int count)
            throws SQLException {
        if (!actor.may(Permission.ALLOWANCE_VIEW)) {
            throw new RefusedException(AllowanceRefusal.NOT_ALLOWED);
        }
        boolean withTexts = actor.may(Permission.ALLOWANCE_PREPARE);
        return transactions.run(
                transaction -> store(transaction).list(district(actor), wanted, afterMessage, count, withTexts));
    }

    /**
     * Takes replies in: a line each, {@code message number,YYYY-MM-DD,text}, UTF-8. The first clear reply to an
     * invitation counts; the file may come again. What is said to be older than 31 days, and what is another
     * district's, is counted as unknown.
     *
     * @throws RefusedException naming the lines that cannot be read, and those that answer what was not sent, up to a
     *     hundred of each as the detail {@code lines}; then nothing of the file is taken
     */
    public Replies takeReplies(Actor actor, InputStream file) throws SQLException {
        require(actor);
        AtomicBoolean begun = new AtomicBoolean();
        return transactions.run(transaction -> {
            if (begun.getAndSet(true)) {
                throw new IllegalStateException("half the file is read already");
            }
            Replies replies = takeReplies(transaction, actor, file);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_REPLIES", "ALLOWANCE", today())
                            .with(Map.of(
                                    "lines", Long.toString(replies.lines()),
                                    "applied", Long.toString(replies.applied()),
                                    "notApplied", Long.toString(replies.notApplied()),
                                    "unclear", Long.toString(replies.unclear()))));
            return replies;
        });
    }

    private Replies takeReplies(Connection transaction, Actor actor, InputStream file) throws SQLException {
        EnrolmentStore store = store(transaction);
        BadLines bad = new BadLines();
        ReplyLines lines = new ReplyLines(file, bad);
        LocalDate today = today();
        Map<Taken, Long> counts = new EnumMap<>(Taken.class);
        long read = 0;
        for (ReplyLines.Reply reply = lines.next(); reply != null; reply = lines.next()) {
            read++;
            Taken taken =
                    reply.on().isBefore(today.minusDays(DAYS_BACK)) ? Taken.UNKNOWN : store.take(reply, today, actor);
            if (taken == Taken.NOT_SENT) {
                bad.notSent(lines.lineNo());
            }
            counts.merge(taken, 1L, Long::sum);
        }
        bad.stopIfAny();
        return new Replies(
                read,
                counts.getOrDefault(Taken.APPLIED, 0L),
                counts.getOrDefault(Taken.NOT_APPLIED, 0L),
                counts.getOrDefault(Taken.UNCLEAR, 0L),
                counts.getOrDefault(Taken.KNOWN, 0L),
                counts.getOrDefault(Taken.UNKNOWN, 0L));
    }

    /**
     * Records what somebody said at a counter to an invitation that they had; the first clear reply counts.
     *
     * @param on the day they said it
     */
    public void recordReply(Actor actor, long messageNo, boolean agreed, LocalDate on) throws SQLException {
        require(actor);
        LocalDate today = today();
        if (on.isAfter(today) || on.isBefore(today.minusDays(DAYS_BACK))) {
            throw new RefusedException(AllowanceRefusal.DATE_WRONG, "on");
        }
        transactions.run(transaction -> {
            EnrolmentStore store = store(transaction);
            long holderId = invited(store, actor, messageNo);
            switch (store.record(messageNo, on, agreed, actor)) {
                case APPLIED, NOT_APPLIED, UNCLEAR, NOT_SENT -> {}
                case KNOWN -> throw new RefusedException(AllowanceRefusal.REPLIED_ALREADY);
                case UNKNOWN -> throw new RefusedException(AllowanceRefusal.DATE_WRONG, "on");
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_REPLY_RECORDED", "HOLDER", holderId)
                            .with(Map.of("on", on.toString(), "agreed", Boolean.toString(agreed))));
            return true;
        });
    }

    private static long invited(EnrolmentStore store, Actor actor, long messageNo) throws SQLException {
        Long holderId = store.findInvited(messageNo).orElse(null);
        if (holderId == null || !store.isVisible(holderId, actor.scope())) {
            throw new RefusedException(AllowanceRefusal.NO_SUCH_HOLDER);
        }
        return holderId;
    }

    /**
     * Records an application made at a desk.
     *
     * @param on the day it was made: at most 31 days ago, for nothing before it is paid
     */
    public void apply(Actor actor, long holderId, LocalDate on) throws SQLException {
        require(actor);
        LocalDate today = today();
        if (on.isAfter(today) || on.isBefore(today.minusDays(DAYS_BACK))) {
            throw new RefusedException(AllowanceRefusal.DATE_WRONG, "on");
        }
        transactions.run(transaction -> {
            EnrolmentStore store = store(transaction);
            if (!store.isVisible(holderId, actor.scope())) {
                throw new RefusedException(AllowanceRefusal.NO_SUCH_HOLDER, "holder");
            }
            if (!store.apply(holderId, on, actor)) {
                throw new RefusedException(AllowanceRefusal.APPLIED_ALREADY, "holder");
            }
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("ALLOWANCE_APPLIED", "HOLDER", holderId).with(Map.of("on", on.toString())));
            return true;
        });
    }

    private EnrolmentStore store(Connection transaction) {
        return new EnrolmentStore(transaction, seals);
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.ALLOWANCE_PREPARE)) {
            throw new RefusedException(AllowanceRefusal.NOT_ALLOWED);
        }
    }

    /** Null: they work for the whole city. */
    private static @Nullable Integer district(Actor actor) {
        District district = actor.scope().district();
        return district == null ? null : district.code();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }
}
