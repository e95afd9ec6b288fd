package cn.suinian.core.holder.register;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.register.Circumstances.Saying;
import cn.suinian.core.holder.register.EventStore.Death;
import cn.suinian.core.holder.register.EventStore.Happened;
import cn.suinian.core.holder.register.EventStore.Kind;
import cn.suinian.core.holder.register.LifeEvent.Effect;
import cn.suinian.core.holder.register.LifeEvent.What;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records deaths and moves, and takes a wrong death back. */
final class LifeEvents {
    static final String UNDO_DEATH = "UNDO_DEATH";

    private static final String[] IN_HAND = {"ISSUED", "ACTIVE", "LOST"};
    private static final String[] IN_USE = {"ISSUED", "ACTIVE"};

    private final PersonStore persons;
    private final EventStore events;
    private final HistoryStore history;
    private final Circumstances circumstances;
    private final Approvals approvals;
    private final AuditLog audit;

    LifeEvents(Seals seals, Circumstances circumstances, Approvals approvals, AuditLog audit) {
        this.persons = new PersonStore(seals);
        this.events = new EventStore(seals);
        this.history = new HistoryStore(seals);
        this.circumstances = circumstances;
        this.approvals = approvals;
        this.audit = audit;
    }

    LifeEvent recordDeath(Connection transaction, long holderId, Saying saying) throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = persons.lock(transaction, saying.actor(), holderId);
        if (person.deceasedOn() != null) {
            throw new RefusedException(HolderRefusal.ALREADY_DECEASED);
        }
        if (saying.on().isAfter(saying.today())) {
            throw new RefusedException(HolderRefusal.DATE_TOO_LATE, "on");
        }
        Intake.effective(saying.on(), person.bornOn(), saying.today(), "on");
        long eventNo = events.add(transaction, happened(holderId, Kind.DEATH, saying, evidence), null);
        persons.touch(transaction, holderId);
        persons.setDeceased(transaction, holderId, saying.on());
        List<String> cards = events.listCards(transaction, holderId, IN_HAND);
        record(
                transaction,
                saying,
                "HOLDER_DECEASED",
                holderId,
                Map.of("deceasedOn", saying.on().toString()));
        return new LifeEvent(
                eventNo,
                cards,
                List.of(
                        new Effect(What.CARDS_REFUSED, saying.today()),
                        new Effect(What.BENEFITS_END, saying.on().plusDays(1)),
                        new Effect(What.ALLOWANCE_ENDS, nextMonth(saying.on()))));
    }

    LifeEvent recordMoveOut(Connection transaction, long holderId, Saying saying) throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = alive(transaction, holderId, saying);
        Intake.effective(saying.on(), person.bornOn(), saying.today(), "on");
        List<Effect> effects = new ArrayList<>();
        if (circumstances.stopHukou(transaction, holderId, saying, evidence).isPresent()) {
            effects.add(new Effect(What.HUKOU_BENEFITS_END, saying.on()));
            effects.add(new Effect(What.ALLOWANCE_ENDS, nextMonth(saying.on())));
        }
        effects.add(new Effect(What.CARDS_TO_BE_CANCELLED, saying.on()));
        long eventNo = events.add(transaction, happened(holderId, Kind.MOVE_OUT, saying, evidence), null);
        persons.touch(transaction, holderId);
        List<String> cards = events.listCards(transaction, holderId, IN_HAND);
        record(
                transaction,
                saying,
                "HOLDER_MOVED_OUT",
                holderId,
                Map.of("on", saying.on().toString()));
        return new LifeEvent(eventNo, cards, effects);
    }

    LifeEvent recordMoveDistrict(Connection transaction, long holderId, District to, boolean hukouToo, Saying saying)
            throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = alive(transaction, holderId, saying);
        Intake.effective(saying.on(), person.bornOn(), saying.today(), "on");
        if (person.district() == to && !hukouToo) {
            throw new RefusedException(HolderRefusal.SAME_DISTRICT, "district");
        }
        if (person.district() != to && saying.on().isAfter(saying.today())) {
            throw new RefusedException(HolderRefusal.MOVE_NOT_YET, "on");
        }
        List<Effect> effects = new ArrayList<>();
        if (hukouToo) {
            circumstances.moveHukou(transaction, holderId, to, saying, evidence);
            effects.add(new Effect(What.PAYER_CHANGES, saying.on()));
        }
        if (person.district() == to) {
            persons.touch(transaction, holderId);
        } else {
            effects.add(new Effect(What.SERVED_BY_NEW_DISTRICT, saying.today()));
            HistoryStore.Why why = new HistoryStore.Why(saying.actor(), saying.now(), "MOVE_DISTRICT");
            history.add(
                    transaction,
                    person,
                    HistoryStore.Field.DISTRICT,
                    person.district().name(),
                    why);
            persons.update(transaction, person.servedBy(to));
        }
        long eventNo = events.add(transaction, happened(holderId, Kind.MOVE_DISTRICT, saying, evidence), to);
        List<String> cards = events.listCards(transaction, holderId, IN_HAND);
        AuditEntry entry = AuditEntry.of("HOLDER_MOVED_DISTRICT", "HOLDER", holderId)
                .changed(
                        Map.of("district", person.district().name()),
                        Map.of("district", to.name(), "on", saying.on().toString(), "hukouToo", "" + hukouToo));
        audit.append(transaction, saying.actor(), entry);
        return new LifeEvent(eventNo, cards, effects);
    }

    long askToUndoDeath(Connection transaction, Actor actor, long holderId, String reason) throws SQLException {
        String why = PersonalText.reason(reason, "reason");
        persons.lock(transaction, actor, holderId);
        Death death = events.findDeathOf(transaction, holderId)
                .orElseThrow(() -> new RefusedException(HolderRefusal.NOT_DECEASED));
        long requestNo = approvals.ask(transaction, actor, UNDO_DEATH, death.eventNo(), why);
        persons.touch(transaction, holderId);
        audit.append(
                transaction,
                actor,
                AuditEntry.of("DEATH_UNDO_ASKED", "HOLDER", holderId)
                        .with(Map.of("request", Long.toString(requestNo)))
                        .because(why));
        return requestNo;
    }

    LifeEvent approveUndo(Connection transaction, Actor actor, long requestNo, LocalDate today, Instant now)
            throws SQLException {
        ApprovalRequest request = approvals.take(transaction, actor, UNDO_DEATH, requestNo);
        Death death = standing(transaction, request);
        Person person = persons.lock(transaction, actor, death.holderId());
        if (!death.on().equals(person.deceasedOn())) {
            throw new RefusedException(HolderRefusal.NOT_DECEASED);
        }
        approvals.decide(transaction, actor, request, Outcome.APPROVED);
        events.undo(transaction, death.eventNo(), requestNo, now);
        persons.touch(transaction, person.holderId());
        persons.setDeceased(transaction, person.holderId(), null);
        List<String> cards = events.listCards(transaction, person.holderId(), IN_USE);
        audit.append(
                transaction,
                actor,
                AuditEntry.of("DEATH_UNDONE", "HOLDER", person.holderId())
                        .changed(
                                Map.of("deceasedOn", death.on().toString()),
                                Map.of("deceasedOn", "", "request", Long.toString(requestNo)))
                        .because(request.reason()));
        return new LifeEvent(
                death.eventNo(),
                cards,
                List.of(
                        new Effect(What.CARDS_WORK_AGAIN, today),
                        new Effect(What.BENEFITS_AGAIN, today),
                        new Effect(What.ALLOWANCE_AGAIN, nextMonth(death.on()))));
    }

    /** Lets a death stand: rejected by another person, or taken back by who asked. */
    void endUndo(Connection transaction, Actor actor, long requestNo, String reason, Outcome outcome)
            throws SQLException {
        String why = PersonalText.reason(reason, "reason");
        ApprovalRequest request = approvals.take(transaction, actor, UNDO_DEATH, requestNo, outcome);
        Death death = standing(transaction, request);
        Person person = persons.lock(transaction, actor, death.holderId());
        approvals.decide(transaction, actor, request, outcome);
        persons.touch(transaction, person.holderId());
        String act = outcome == Outcome.WITHDRAWN ? "DEATH_UNDO_WITHDRAWN" : "DEATH_UNDO_REJECTED";
        audit.append(
                transaction,
                actor,
                AuditEntry.of(act, "HOLDER", person.holderId())
                        .with(Map.of("request", Long.toString(requestNo)))
                        .because(why));
    }

    List<WaitingUndo> listWaiting(Connection transaction, Actor actor, List<ApprovalRequest> open) throws SQLException {
        List<WaitingUndo> visible = new ArrayList<>();
        for (ApprovalRequest request : open) {
            Death death = standing(transaction, request);
            if (actor.scope().sees(death.servedBy())) {
                visible.add(new WaitingUndo(request, death.holderId(), death.on()));
            }
        }
        return visible;
    }

    private Death standing(Connection transaction, ApprovalRequest request) throws SQLException {
        return events.findDeath(transaction, request.subject())
                .orElseThrow(() -> new RefusedException(HolderRefusal.NOT_DECEASED));
    }

    private Person alive(Connection transaction, long holderId, Saying saying) throws SQLException {
        Person person = persons.lock(transaction, saying.actor(), holderId);
        if (person.deceasedOn() != null) {
            throw new RefusedException(HolderRefusal.ALREADY_DECEASED);
        }
        return person;
    }

    private void record(Connection transaction, Saying saying, String act, long holderId, Map<String, String> values)
            throws SQLException {
        audit.append(
                transaction,
                saying.actor(),
                AuditEntry.of(act, "HOLDER", holderId).with(values));
    }

    private static Happened happened(long holderId, Kind kind, Saying saying, String evidence) {
        return new Happened(holderId, kind, saying.on(), evidence, saying.actor(), saying.now());
    }

    private static LocalDate nextMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }
}
