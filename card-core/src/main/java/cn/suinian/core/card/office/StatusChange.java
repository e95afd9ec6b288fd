package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardRefusal.CARD_CANCELLED;
import static cn.suinian.core.card.office.CardRefusal.CARD_IS_LOST;
import static cn.suinian.core.card.office.CardRefusal.CARD_REPLACED;
import static cn.suinian.core.card.office.CardRefusal.CHANGED_MEANWHILE;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One card goes from one status to another.
 *
 * @param act as the audit trail calls it
 * @param to what it becomes
 * @param since from when that counts
 */
record StatusChange(
        String act, CardStatus to, Instant since, @Nullable String reason) {

    /** Refuses what is over for good, and what the clerk did not see. */
    static void requireUnchanged(CardState card, CardSeen seen) {
        switch (card.status()) {
            case REPLACED -> throw new RefusedException(CARD_REPLACED);
            case CANCELLED -> throw new RefusedException(CARD_CANCELLED);
            case ISSUED, ACTIVE, LOST -> {
                if (card.status() != seen.status()) {
                    throw new RefusedException(CHANGED_MEANWHILE);
                }
            }
        }
    }

    static void requireNotLost(CardState card) {
        if (card.status() == CardStatus.LOST) {
            throw new RefusedException(CARD_IS_LOST);
        }
    }

    CardAct make(Connection transaction, AuditLog audit, Actor actor, CardState card) throws SQLException {
        OfficeStore.setStatus(transaction, card.serial(), to, since);
        audit.append(
                transaction,
                actor,
                AuditEntry.of(act, "CARD", card.serial())
                        .changed(
                                Map.of("status", card.status().name()),
                                Map.of("status", to.name(), "since", since.toString()))
                        .because(reason));
        return new CardAct(new CardState(card.serial(), card.holderId(), to, since, card.expiresOn()), false);
    }
}
