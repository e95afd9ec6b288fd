package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardRefusal.CARD_UNKNOWN;
import static cn.suinian.core.card.office.CardRefusal.ENOUGH_LOSSES_ELSEWHERE;
import static cn.suinian.core.card.office.CardRefusal.LOST_BEFORE_ISSUE;
import static cn.suinian.core.card.office.CardRefusal.LOST_IN_THE_FUTURE;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.elsewhere.ElsewhereUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reports of loss, which every counter takes for everybody. Of a card that another district serves each one counts, as
 * {@link ElsewhereUse#LOSS} says, before its status is looked at, and each answer is in the audit trail: else whoever
 * reports wrongly on purpose would read the status of every card of the city.
 */
record Losses(Counter counter, AuditLog audit) {

    LossOutcome report(Connection transaction, Actor actor, CardSeen seen, LossReport report) throws SQLException {
        CardState card = counter.holdAnywhere(transaction, seen.serial()).card();
        if (counter.scope().sees(transaction, actor, card.holderId())) {
            return new LossOutcome.Stopped(stop(transaction, actor, card, seen, report));
        }
        if (!ElsewhereUse.LOSS.take(transaction, actor, counter.today())) {
            throw new RefusedException(ENOUGH_LOSSES_ELSEWHERE);
        }
        return elsewhere(transaction, actor, card, seen, report);
    }

    /** A card that is over is none, as on the page where it would be reported. */
    private LossOutcome elsewhere(Connection transaction, Actor actor, CardState card, CardSeen seen, LossReport report)
            throws SQLException {
        try {
            if (!card.live()) {
                throw new RefusedException(CARD_UNKNOWN, "card");
            }
            CardAct act = stop(transaction, actor, card, seen, report);
            if (act.already()) {
                audit.append(transaction, actor, AuditEntry.of("CARD_VIEWED_ELSEWHERE", "CARD", card.serial()));
            }
            return new LossOutcome.Stopped(act);
        } catch (RefusedException why) {
            audit.append(transaction, actor, AuditEntry.of("CARD_LOSS_REFUSED", "CARD", card.serial()));
            return new LossOutcome.Refused(why);
        }
    }

    private CardAct stop(Connection transaction, Actor actor, CardState card, CardSeen seen, LossReport report)
            throws SQLException {
        if (card.status() == CardStatus.LOST) {
            return new CardAct(card, true);
        }
        StatusChange.requireUnchanged(card, seen);
        Instant lostAt = lostAt(transaction, card, report);
        return new StatusChange(
                        "CARD_LOST", CardStatus.LOST, lostAt, report.by().name())
                .make(transaction, audit, actor, card);
    }

    private Instant lostAt(Connection transaction, CardState card, LossReport report) throws SQLException {
        Instant now = counter.now();
        if (report.lostAt() == null) {
            return now;
        }
        Instant lostAt = report.lostAt().truncatedTo(ChronoUnit.MICROS);
        if (lostAt.isAfter(now)) {
            throw new RefusedException(LOST_IN_THE_FUTURE, "lostAt");
        }
        if (lostAt.isBefore(OfficeStore.handedOver(transaction, card.serial()))) {
            throw new RefusedException(LOST_BEFORE_ISSUE, "lostAt");
        }
        return lostAt;
    }
}
