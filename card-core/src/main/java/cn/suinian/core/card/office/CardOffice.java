package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardRefusal.CARD_CANCELLED;
import static cn.suinian.core.card.office.CardRefusal.CARD_REPLACED;
import static cn.suinian.core.card.office.CardRefusal.CHANGED_MEANWHILE;
import static cn.suinian.core.card.office.CardRefusal.CONSENT_WITHDRAWN;
import static cn.suinian.core.card.office.CardRefusal.HAS_LIVE_CARD;
import static cn.suinian.core.card.office.CardRefusal.NOT_EXPIRED;
import static cn.suinian.core.card.office.CardRefusal.REASON_INVALID;
import static cn.suinian.core.card.office.CardRefusal.RENEWAL_TOO_EARLY;
import static cn.suinian.core.card.office.CardRefusal.RENEWAL_TOO_LATE;
import static cn.suinian.core.card.office.CardRefusal.RENEW_FIRST;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardTerm.Renewal;
import cn.suinian.core.card.office.Counter.Held;
import cn.suinian.core.card.office.OfficeStore.Person;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.card.stock.StockCard;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The acts of the card counter. Each is one transaction, counts at the very next tap on every node, and is harmless
 * when it is sent twice. Blocks; refusals are {@link CardRefusal}, and those of the stock for a new card.
 */
public final class CardOffice {

    private final Counter counter;
    private final AuditLog audit;
    private final CardStock stock;
    private final CardTerm term;
    private final Losses losses;

    public CardOffice(
            Transactions transactions, AuditLog audit, CardStock stock, HolderScope scope, CardTerm term, Clock clock) {
        this.counter = new Counter(transactions, scope, clock);
        this.audit = audit;
        this.stock = stock;
        this.term = term;
        this.losses = new Losses(counter, audit);
    }

    /** Hands a card over that is to be activated later. */
    public CardAct issue(Actor actor, long holderId, CardChoice choice) throws SQLException {
        return issue(actor, holderId, choice, CardStatus.ISSUED);
    }

    /** Hands over a card that works at once. */
    public CardAct issueAndActivate(Actor actor, long holderId, CardChoice choice) throws SQLException {
        return issue(actor, holderId, choice, CardStatus.ACTIVE);
    }

    private CardAct issue(Actor actor, long holderId, CardChoice choice, CardStatus as) throws SQLException {
        return counter.serve(actor, Permission.CARD_ISSUE, transaction -> {
            Person person = counter.person(transaction, actor, holderId);
            Optional<CardState> live = OfficeStore.liveCard(transaction, holderId);
            if (live.isPresent()) {
                return issuedAlready(live.get(), choice);
            }
            counter.requireAlive(person);
            counter.requireOldEnough(person);
            if (OfficeStore.withdrewConsent(transaction, holderId)) {
                throw new RefusedException(CONSENT_WITHDRAWN);
            }
            StockCard taken = stock.handOut(transaction, actor, choice);
            LocalDate end = term.firstEnd(counter.today());
            CardState card = new CardState(taken.serial(), holderId, as, counter.now(), end);
            insert(transaction, card, taken);
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARD_ISSUED", "CARD", card.serial())
                            .with(Map.of(
                                    "holder", Long.toString(holderId),
                                    "status", as.name(),
                                    "expiresOn", end.toString())));
            return new CardAct(card, false);
        });
    }

    private static CardAct issuedAlready(CardState live, CardChoice choice) {
        if (choice instanceof CardChoice.Named named && named.serial() == live.serial()) {
            return new CardAct(live, true);
        }
        throw new RefusedException(HAS_LIVE_CARD);
    }

    private static void insert(Connection transaction, CardState card, StockCard taken) throws SQLException {
        try {
            OfficeStore.insert(transaction, card, taken.keyVersion());
        } catch (SQLException failure) {
            if (OfficeStore.hasLiveCard(failure)) {
                throw new RefusedException(HAS_LIVE_CARD);
            }
            throw failure;
        }
    }

    /** Puts an issued card to use. */
    public CardAct activate(Actor actor, CardSeen seen) throws SQLException {
        return counter.serve(actor, Permission.CARD_ISSUE, transaction -> {
            Held held = counter.hold(transaction, actor, seen.serial());
            if (held.card().status() == CardStatus.ACTIVE) {
                return new CardAct(held.card(), true);
            }
            StatusChange.requireUnchanged(held.card(), seen);
            StatusChange.requireNotLost(held.card());
            counter.requireAlive(held.person());
            OfficeStore.followCard(transaction, held.card());
            return new StatusChange("CARD_ACTIVATED", CardStatus.ACTIVE, counter.now(), null)
                    .make(transaction, audit, actor, held.card());
        });
    }

    /**
     * Stops a card: it is refused from the next tap on, and goes on the denylist. Already lost: says since when. Any
     * counter does this for anybody, whichever district serves them, and nothing else is done across districts.
     *
     * @throws RefusedException when it is not stopped; outside of a wider transaction what was learnt is counted
     */
    public CardAct reportLost(Actor actor, CardSeen seen, LossReport report) throws SQLException {
        return answerLoss(actor, seen, report).orThrow();
    }

    /**
     * The same for whoever answers within a wider transaction: a refusal that told something of another district's
     * card is an outcome, so that the count of the day and the audit trail keep it.
     */
    public LossOutcome answerLoss(Actor actor, CardSeen seen, LossReport report) throws SQLException {
        return counter.serve(
                actor, Permission.CARD_REPORT_LOST, transaction -> losses.report(transaction, actor, seen, report));
    }

    /** Takes a report of loss back: the card is again what it was before, and comes off the denylist. */
    public CardAct foundAgain(Actor actor, CardSeen seen) throws SQLException {
        return counter.serve(actor, Permission.CARD_REPORT_LOST, transaction -> {
            Held held = counter.hold(transaction, actor, seen.serial());
            CardStatus status = held.card().status();
            if (status == CardStatus.ISSUED || status == CardStatus.ACTIVE) {
                return new CardAct(held.card(), true);
            }
            StatusChange.requireUnchanged(held.card(), seen);
            counter.requireAlive(held.person());
            CardStatus again = OfficeStore.beforeLost(transaction, seen.serial());
            return new StatusChange("CARD_FOUND", again, counter.now(), null)
                    .make(transaction, audit, actor, held.card());
        });
    }

    /** Ends a card for good; its holder may be given another one. */
    public CardAct cancel(Actor actor, CardSeen seen, String reason) throws SQLException {
        String why = StatedReason.of(reason, REASON_INVALID);
        return counter.serve(actor, Permission.CARD_CANCEL, transaction -> {
            CardState card = counter.hold(transaction, actor, seen.serial()).card();
            if (card.status() == CardStatus.CANCELLED) {
                return new CardAct(card, true);
            }
            StatusChange.requireUnchanged(card, seen);
            return new StatusChange("CARD_CANCELLED", CardStatus.CANCELLED, counter.now(), why)
                    .make(transaction, audit, actor, card);
        });
    }

    /**
     * Gives the holder another card that works at once, and ends this one. Everything the person has used and has left
     * stays; the old card is on the denylist from the same moment.
     */
    public CardAct replace(Actor actor, CardSeen seen, CardChoice choice, ReplaceCause why) throws SQLException {
        return counter.serve(actor, Permission.CARD_REPLACE, transaction -> {
            Held held = counter.hold(transaction, actor, seen.serial());
            if (held.card().status() == CardStatus.REPLACED) {
                return replacedAlready(transaction, held.card(), choice);
            }
            StatusChange.requireUnchanged(held.card(), seen);
            counter.requireAlive(held.person());
            LocalDate end = endOfSuccessor(held.card(), why);
            StockCard taken = stock.handOut(transaction, actor, choice);
            Instant now = counter.now();
            OfficeStore.setStatus(transaction, seen.serial(), CardStatus.REPLACED, now);
            CardState next = new CardState(taken.serial(), held.card().holderId(), CardStatus.ACTIVE, now, end);
            insert(transaction, next, taken);
            OfficeStore.replaced(transaction, seen.serial(), next, why);
            audit.append(transaction, actor, replaced(held.card(), next, why));
            return new CardAct(next, false);
        });
    }

    private static AuditEntry replaced(CardState old, CardState next, ReplaceCause why) {
        return AuditEntry.of("CARD_REPLACED", "CARD", old.serial())
                .changed(
                        Map.of(
                                "status",
                                old.status().name(),
                                "expiresOn",
                                old.expiresOn().toString()),
                        Map.of(
                                "status", CardStatus.REPLACED.name(),
                                "by", Integer.toString(next.serial()),
                                "expiresOn", next.expiresOn().toString()))
                .because(why.name());
    }

    private static CardAct replacedAlready(Connection transaction, CardState old, CardChoice choice)
            throws SQLException {
        OptionalInt successor = OfficeStore.successorOf(transaction, old.serial());
        if (successor.isPresent() && choice.fits(successor.getAsInt())) {
            return new CardAct(OfficeStore.lockCard(transaction, successor.getAsInt()), true);
        }
        throw new RefusedException(CARD_REPLACED);
    }

    /** A lost or damaged card is no occasion for a longer term. */
    private LocalDate endOfSuccessor(CardState card, ReplaceCause why) {
        LocalDate today = counter.today();
        boolean overForGood = term.renewal(card.expiresOn(), today) == Renewal.TOO_LATE;
        if (why == ReplaceCause.EXPIRED) {
            if (!overForGood) {
                throw new RefusedException(NOT_EXPIRED);
            }
            return term.firstEnd(today);
        }
        if (overForGood) {
            throw new RefusedException(RENEWAL_TOO_LATE);
        }
        if (today.isAfter(card.expiresOn())) {
            throw new RefusedException(RENEW_FIRST);
        }
        return card.expiresOn();
    }

    /**
     * Renews a card for another term, counted from its last day.
     *
     * @param expiresOn the last day that the clerk saw
     */
    public CardAct renew(Actor actor, CardSeen seen, LocalDate expiresOn) throws SQLException {
        return counter.serve(actor, Permission.CARD_RENEW, transaction -> {
            Held held = counter.hold(transaction, actor, seen.serial());
            CardState card = held.card();
            if (!card.expiresOn().equals(expiresOn)) {
                return renewedAlready(transaction, card, expiresOn);
            }
            StatusChange.requireUnchanged(card, seen);
            counter.requireAlive(held.person());
            requireOpen(card);
            LocalDate end = term.nextEnd(expiresOn);
            OfficeStore.renewed(transaction, card, end, counter.now());
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("CARD_RENEWED", "CARD", card.serial())
                            .changed(Map.of("expiresOn", expiresOn.toString()), Map.of("expiresOn", end.toString())));
            return new CardAct(new CardState(card.serial(), card.holderId(), card.status(), card.since(), end), false);
        });
    }

    private static CardAct renewedAlready(Connection transaction, CardState card, LocalDate expiredOn)
            throws SQLException {
        if (card.status() == CardStatus.CANCELLED) {
            throw new RefusedException(CARD_CANCELLED);
        }
        if (!OfficeStore.wasRenewed(transaction, card.serial(), expiredOn)) {
            throw new RefusedException(CHANGED_MEANWHILE);
        }
        return new CardAct(card, true);
    }

    private void requireOpen(CardState card) {
        switch (term.renewal(card.expiresOn(), counter.today())) {
            case TOO_EARLY -> throw new RefusedException(RENEWAL_TOO_EARLY);
            case TOO_LATE -> throw new RefusedException(RENEWAL_TOO_LATE);
            case OPEN -> {}
        }
    }
}
