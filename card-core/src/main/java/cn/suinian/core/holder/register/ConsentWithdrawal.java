package cn.suinian.core.holder.register;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Takes a consent back, as everybody may at any time (PIPL, Art. 15). What was given before stays lawful. */
final class ConsentWithdrawal {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LOCK_HOLDER = "SELECT FROM holder WHERE holder_id = ? FOR NO KEY UPDATE";
    private static final String[] IN_HAND = {"ISSUED", "ACTIVE", "LOST"};

    private final PersonStore persons;
    private final EventStore events;
    private final HistoryStore history;
    private final AuditLog audit;

    ConsentWithdrawal(Seals seals, AuditLog audit) {
        this.persons = new PersonStore(seals);
        this.events = new EventStore(seals);
        this.history = new HistoryStore(seals);
        this.audit = audit;
    }

    /**
     * What is asked for.
     *
     * @param on the day on which the holder said so
     * @param today now, in Shenzhen
     */
    record Asked(Actor actor, LocalDate on, String reason, LocalDate today, Instant now) {}

    /** Whoever hands a card over holds the holder's row as well: of the two, one is first. */
    void withdraw(Connection transaction, long holderId, Asked asked) throws SQLException {
        String reason = PersonalText.reason(asked.reason(), "reason");
        Person before = persons.lock(transaction, asked.actor(), holderId);
        if (before.consentVersion().equals(ConsentVersions.WITHDRAWN)) {
            throw new RefusedException(HolderRefusal.CONSENT_ALREADY_WITHDRAWN);
        }
        if (asked.on().isAfter(asked.today())) {
            throw new RefusedException(HolderRefusal.DATE_TOO_LATE, "on");
        }
        if (asked.on().isBefore(LocalDate.ofInstant(before.consentAt(), ZONE))) {
            throw new RefusedException(HolderRefusal.DATE_TOO_EARLY, "on");
        }
        lockHolder(transaction, holderId);
        if (!events.listCards(transaction, holderId, IN_HAND).isEmpty()) {
            throw new RefusedException(HolderRefusal.CONSENT_HAS_CARD);
        }
        HistoryStore.Why why = new HistoryStore.Why(asked.actor(), asked.now(), reason);
        history.add(transaction, before, HistoryStore.Field.CONSENT, before.consentVersion(), why);
        persons.update(
                transaction,
                before.consenting(
                        ConsentVersions.WITHDRAWN, asked.on().atStartOfDay(ZONE).toInstant()));
        audit.append(
                transaction,
                asked.actor(),
                AuditEntry.of("CONSENT_WITHDRAWN", "HOLDER", holderId)
                        .changed(
                                Map.of("consent", before.consentVersion()),
                                Map.of(
                                        "consent",
                                        ConsentVersions.WITHDRAWN,
                                        "on",
                                        asked.on().toString()))
                        .because(reason));
    }

    private static void lockHolder(Connection transaction, long holderId) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK_HOLDER)) {
            lock.setLong(1, holderId);
            try (ResultSet held = lock.executeQuery()) {
                held.next();
            }
        }
    }
}
