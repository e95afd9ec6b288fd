package cn.suinian.core.card.office;

import static cn.suinian.core.card.office.CardRefusal.CARD_UNKNOWN;
import static cn.suinian.core.card.office.CardRefusal.HOLDER_DECEASED;
import static cn.suinian.core.card.office.CardRefusal.HOLDER_TOO_YOUNG;
import static cn.suinian.core.card.office.CardRefusal.HOLDER_UNKNOWN;
import static cn.suinian.core.card.office.CardRefusal.NOT_PERMITTED;

import cn.suinian.core.card.office.OfficeStore.Person;
import cn.suinian.core.entitlement.policy.Eligibility;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.postgres.Transactions.Work;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What every act begins with: the permission, the holder's row locked, the holder in scope. The lock of the holder
 * comes before that of the denylist's head, which a change of the card takes.
 */
record Counter(Transactions transactions, HolderScope scope, Clock clock) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A card and its holder, both locked. */
    record Held(Person person, CardState card) {}

    <T> T serve(Actor actor, Permission permission, Work<T> work) throws SQLException {
        if (!actor.may(permission)) {
            throw new RefusedException(NOT_PERMITTED);
        }
        return transactions.run(work);
    }

    Person person(Connection transaction, Actor actor, long holderId) throws SQLException {
        Person person = OfficeStore.lockPerson(transaction, holderId)
                .orElseThrow(() -> new RefusedException(HOLDER_UNKNOWN, "holder"));
        if (!scope.sees(transaction, actor, holderId)) {
            throw new RefusedException(HOLDER_UNKNOWN, "holder");
        }
        return person;
    }

    Held hold(Connection transaction, Actor actor, int serial) throws SQLException {
        Held held = holdAnywhere(transaction, serial);
        if (!scope.sees(transaction, actor, held.card().holderId())) {
            throw new RefusedException(CARD_UNKNOWN, "card");
        }
        return held;
    }

    /** The same, whichever district serves the holder. */
    Held holdAnywhere(Connection transaction, int serial) throws SQLException {
        long holderId =
                OfficeStore.holderOf(transaction, serial).orElseThrow(() -> new RefusedException(CARD_UNKNOWN, "card"));
        Person person = OfficeStore.lockPerson(transaction, holderId)
                .orElseThrow(() -> new RefusedException(CARD_UNKNOWN, "card"));
        return new Held(person, OfficeStore.lockCard(transaction, serial));
    }

    void requireAlive(Person person) {
        if (person.deceasedOn() != null) {
            throw new RefusedException(HOLDER_DECEASED);
        }
    }

    void requireOldEnough(Person person) {
        Holder holder = new Holder(person.bornOn(), person.deceasedOn(), List.of(), List.of());
        if (!Eligibility.oldEnough(holder, today())) {
            throw new RefusedException(HOLDER_TOO_YOUNG);
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }
}
