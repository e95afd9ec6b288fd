package cn.suinian.core.holder.register;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.lookup.Elsewhere;
import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.Hits;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.lookup.LookUps;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that staff and interfaces do with holders. Each act is one transaction with its entry in the audit trail;
 * each throws {@link RefusedException} when it is refused, and {@link SQLException} when the database fails, and in
 * both cases nothing is done. Blocking. Safe for any number of threads.
 *
 * <p>A holder whom the scope of the actor does not cover is refused like one who does not exist.
 */
public final class HolderRegister {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_WAITING = 200;

    private final Transactions transactions;
    private final Clock clock;
    private final LookUps lookUps;
    private final Registrations registrations;
    private final Corrections corrections;
    private final Circumstances circumstances;
    private final LifeEvents lifeEvents;
    private final ConsentWithdrawal consents;
    private final Approvals approvals;

    public HolderRegister(Transactions transactions, DataVault vault, AuditLog audit, Clock clock) {
        Seals seals = new Seals(vault);
        this.transactions = transactions;
        this.clock = clock;
        this.approvals = new Approvals(clock);
        this.lookUps = new LookUps(seals, audit);
        this.registrations = new Registrations(seals, lookUps, audit);
        this.corrections = new Corrections(seals, audit);
        this.circumstances = new Circumstances(seals, audit);
        this.consents = new ConsentWithdrawal(seals, audit);
        this.lifeEvents = new LifeEvents(seals, circumstances, approvals, audit);
    }

    /**
     * Registers somebody, unless they are registered already or look as if; refused with all that is wrong. Being told
     * of somebody whom another district serves is a look of the day.
     */
    public Registered register(Actor actor, Registration registration) throws SQLException {
        require(actor, Permission.HOLDER_REGISTER);
        return transactions.run(tx -> registrations.register(tx, actor, registration, today(), clock.instant()));
    }

    /**
     * What a registration would meet, without doing it; empty: nothing, it would register a new holder. Neither
     * recorded nor counted: whoever asks tells nobody, or tells what was counted before.
     */
    public Optional<Registered> dryRun(Actor actor, Registration registration) throws SQLException {
        require(actor, Permission.HOLDER_REGISTER);
        return transactions.run(tx -> registrations.dryRun(tx, actor, registration, today()));
    }

    /** The same, recorded and counted as {@link #register} does, to be told to the actor. */
    public Optional<Registered> meet(Actor actor, Registration registration) throws SQLException {
        require(actor, Permission.HOLDER_REGISTER);
        return transactions.run(tx -> registrations.meet(tx, actor, registration, today()));
    }

    /** Whose document this is already, wherever they are served; empty: nobody's. */
    public Optional<Registered> registered(Actor actor, IdDocument document) throws SQLException {
        require(actor, Permission.HOLDER_REGISTER);
        return transactions.run(tx -> registrations.registered(tx, actor, document, today()));
    }

    /** Whoever the text can be: a card, a document, a phone, or a whole name. */
    public Hits find(Actor actor, SearchText text) throws SQLException {
        return transactions.run(tx -> lookUps.find(tx, actor, text, today()));
    }

    /** Whose card somebody brings to a desk of the allowance, masked; none: nobody's whom the actor may see. */
    public List<Hit> findByCardAtADesk(Actor actor, CardNumber card) throws SQLException {
        return transactions.run(tx -> lookUps.byCardAtADesk(tx, actor, card));
    }

    /** Whose card this is when another district serves them, for whoever reports it lost; empty: nobody's. */
    public Optional<Elsewhere> findElsewhere(Actor actor, CardNumber card) throws SQLException {
        return transactions.run(tx -> lookUps.elsewhere(tx, actor, card, today()));
    }

    /** A holder's page, masked. */
    public HolderPage page(Actor actor, long holderId) throws SQLException {
        return transactions.run(tx -> lookUps.page(tx, actor, holderId, today()));
    }

    /** Personal data in full; the reason has 5 to 200 characters. */
    public FullRecord show(Actor actor, long holderId, String reason) throws SQLException {
        return transactions.run(tx -> lookUps.show(tx, actor, holderId, reason));
    }

    /** The newest photo; the reason has 5 to 200 characters. */
    public Optional<Photo> showPhoto(Actor actor, long holderId, String reason) throws SQLException {
        return transactions.run(tx -> lookUps.photo(tx, actor, holderId, reason));
    }

    /**
     * Corrects what was seen in this version of the page.
     *
     * @return the version of the page now
     */
    public int correct(Actor actor, long holderId, int expectedRowVersion, Correction correction, String reason)
            throws SQLException {
        require(actor, Permission.HOLDER_CORRECT);
        Instant now = clock.instant();
        HistoryStore.Why why = new HistoryStore.Why(actor, now, PersonalText.reason(reason, "reason"));
        return transactions.run(tx -> corrections.correct(tx, why, holderId, expectedRowVersion, correction, today()));
    }

    /** What is done to a holder who is still as they were seen. */
    @FunctionalInterface
    public interface Act<T> {
        /** Calls this register's acts on the same thread; may be done again from the start. */
        T on() throws SQLException;
    }

    /**
     * Does an act of this register on a holder whose page has still this version, in one transaction: nobody else
     * changes them between the look and the act.
     *
     * @throws RefusedException CHANGED_MEANWHILE when the page has another version
     */
    public <T> T whenStill(Actor actor, long holderId, int expectedRowVersion, Act<T> act) throws SQLException {
        return transactions.runWhole(tx -> {
            circumstances.requireVersion(tx, actor, holderId, expectedRowVersion);
            return act.on();
        });
    }

    /**
     * The holder took their consent back on this day; who has a card still is refused, so that it is cancelled in the
     * same {@link #whenStill}. The reason has 5 to 200 characters. Another card needs a new consent.
     */
    public void withdrawConsent(Actor actor, long holderId, LocalDate on, String reason) throws SQLException {
        require(actor, Permission.CARD_CANCEL);
        ConsentWithdrawal.Asked asked = new ConsentWithdrawal.Asked(actor, on, reason, today(), clock.instant());
        transactions.run(tx -> {
            consents.withdraw(tx, holderId, asked);
            return true;
        });
    }

    /** The hukou is in this district from this day on; what was in force ends. */
    public void setHukou(Actor actor, long holderId, District district, LocalDate from, String evidence)
            throws SQLException {
        require(actor, Permission.HOLDER_CORRECT);
        transactions.run(tx -> {
            circumstances.setHukou(tx, holderId, district, saying(actor, from, evidence));
            return true;
        });
    }

    /** The hukou that began last began on this day; the reason has 5 to 200 characters. */
    public void correctHukouStart(Actor actor, long holderId, LocalDate from, String evidence, String reason)
            throws SQLException {
        require(actor, Permission.HOLDER_CORRECT);
        String why = PersonalText.reason(reason, "reason");
        transactions.run(tx -> {
            circumstances.correctHukouStart(tx, holderId, saying(actor, from, evidence), why);
            return true;
        });
    }

    /** There is no Shenzhen hukou any more from this day on. */
    public void endHukou(Actor actor, long holderId, LocalDate on, String evidence) throws SQLException {
        require(actor, Permission.HOLDER_CORRECT);
        transactions.run(tx -> {
            circumstances.endHukou(tx, holderId, saying(actor, on, evidence));
            return true;
        });
    }

    /** The holder is in a category for a time. */
    public void addCategory(Actor actor, long holderId, CategoryClaim claim) throws SQLException {
        require(actor, Permission.HOLDER_CORRECT);
        transactions.run(tx -> {
            circumstances.addCategory(tx, actor, holderId, claim, saying(actor, claim.from(), claim.evidence()));
            return true;
        });
    }

    /** The holder is not in a category any more from this day on. */
    public void endCategory(Actor actor, long holderId, Category category, LocalDate on, String evidence)
            throws SQLException {
        require(actor, Permission.HOLDER_CORRECT);
        transactions.run(tx -> {
            circumstances.endCategory(tx, holderId, category, saying(actor, on, evidence));
            return true;
        });
    }

    /** The holder died on this day: cards are refused from the next tap on, benefits end with the day. */
    public LifeEvent recordDeath(Actor actor, long holderId, LocalDate on, String evidence) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT);
        return transactions.run(tx -> lifeEvents.recordDeath(tx, holderId, saying(actor, on, evidence)));
    }

    /** The holder leaves the city: the hukou ends; cards are to be cancelled by whoever may. */
    public LifeEvent recordMoveOut(Actor actor, long holderId, LocalDate on, String evidence) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT);
        return transactions.run(tx -> lifeEvents.recordMoveOut(tx, holderId, saying(actor, on, evidence)));
    }

    /**
     * The holder moves to another district, which serves them from now on.
     *
     * @param hukouToo whether the hukou moves on that day, and with it who pays
     */
    public LifeEvent recordMoveDistrict(
            Actor actor, long holderId, District to, LocalDate on, boolean hukouToo, String evidence)
            throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT);
        return transactions.run(
                tx -> lifeEvents.recordMoveDistrict(tx, holderId, to, hukouToo, saying(actor, on, evidence)));
    }

    /**
     * Asks for a recorded death to be undone.
     *
     * @return the number of the request, which another person decides
     */
    public long askToUndoDeath(Actor actor, long holderId, String reason) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT);
        return transactions.run(tx -> lifeEvents.askToUndoDeath(tx, actor, holderId, reason));
    }

    /** Undoes a death: everything is as it was before it was recorded. */
    public LifeEvent approveUndo(Actor actor, long requestNo) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT_APPROVE);
        return transactions.run(tx -> lifeEvents.approveUndo(tx, actor, requestNo, today(), clock.instant()));
    }

    /** Lets a death stand. */
    public void rejectUndo(Actor actor, long requestNo, String reason) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT_APPROVE);
        endUndo(actor, requestNo, reason, Outcome.REJECTED);
    }

    /** Takes an own request to undo a death back; the death stands. */
    public void withdrawUndo(Actor actor, long requestNo, String reason) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT);
        endUndo(actor, requestNo, reason, Outcome.WITHDRAWN);
    }

    private void endUndo(Actor actor, long requestNo, String reason, Outcome outcome) throws SQLException {
        transactions.run(tx -> {
            lifeEvents.endUndo(tx, actor, requestNo, reason, outcome);
            return true;
        });
    }

    /** Requests to undo a death that wait, of holders whom the actor sees; the oldest first. */
    public List<WaitingUndo> listUndoRequests(Actor actor) throws SQLException {
        require(actor, Permission.HOLDER_LIFE_EVENT_APPROVE);
        return transactions.run(tx -> {
            List<ApprovalRequest> open = approvals.listOpen(tx, LifeEvents.UNDO_DEATH, MOST_WAITING);
            return lifeEvents.listWaiting(tx, actor, open);
        });
    }

    private Circumstances.Saying saying(Actor actor, LocalDate on, String evidence) {
        return new Circumstances.Saying(actor, on, evidence, today(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(HolderRefusal.NOT_ALLOWED);
        }
    }
}
