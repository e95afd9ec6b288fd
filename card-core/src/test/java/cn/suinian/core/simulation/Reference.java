package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Tap;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the city once more, for clarity and not for speed: plain sets and lists, no windows, no versions, no
 * caches, nothing of the code it is compared with but the records that name the facts. It is told what was committed,
 * in that order, and says what the answer to each tap should have been.
 */
final class Reference {

    private static final int COUNTERS_REMEMBERED = 64;

    /** What should be stored of a tap. */
    record Ruled(Answer answer, LocalDate settleDate) {}

    /** What should be stored of a reversal; null: it should not be stored at all. */
    record Undone(@Nullable Reversal reversal, LocalDate settleDate) {}

    private final Map<Long, ReferencePerson> people = new TreeMap<>();
    private LocalDate openDay;

    Reference(LocalDate openDay) {
        this.openDay = openDay;
    }

    /** From now on this is true of a person. */
    void person(Facts facts) {
        people.computeIfAbsent(facts.account().holderId(), any -> new ReferencePerson())
                .become(facts.holder(), facts.cards(), facts.account().liveCardSerial());
    }

    /** From now on this day is open. */
    void openDay(LocalDate day) {
        openDay = day;
    }

    /** A person as they are, to go back to. */
    ReferencePerson remember(long holderId) {
        return people.get(holderId).copy();
    }

    /** The person as they were. */
    void goBack(long holderId, ReferencePerson then) {
        people.put(holderId, then);
    }

    /** The answer to a tap that is committed now. */
    Ruled rule(Tap tap) {
        ReferencePerson person = people.get(tap.key().holderId());
        Answer answer = answer(person, tap);
        person.told.put(tap.key(), new ReferencePerson.Told(tap, answer));
        return new Ruled(answer, settled(tap.key().tapDate()));
    }

    /** What a reversal that is committed now gives back. */
    Undone undo(Reversal stored) {
        ReferencePerson person = people.get(stored.key().holderId());
        return new Undone(
                ReferenceReversal.of(person, stored), settled(stored.key().tapDate()));
    }

    private LocalDate settled(LocalDate tapDate) {
        return tapDate.isBefore(openDay) ? openDay : tapDate;
    }

    private static Answer answer(ReferencePerson person, Tap tap) {
        DeclineReason counter = counterRefusal(person, tap);
        if (counter != null) {
            return Answer.declined(counter, null);
        }
        if (tap.cardSerial() == person.liveCard) {
            person.usedCounters.add(tap.cardCounter());
        }
        DeclineReason refusal = ReferenceCard.refusal(person, tap);
        if (refusal != null) {
            return Answer.declined(refusal, null);
        }
        return switch (tap.service()) {
            case TRANSIT -> ReferenceTransit.answer(person, tap);
            case MEAL -> ReferenceMeals.answer(person, tap);
            case ALLOWANCE -> ReferenceDesk.answer(person, tap);
            case VENUE -> ReferenceVenues.answer(person, tap);
            case VOUCHER -> ReferenceVouchers.answer(person, tap);
        };
    }

    /** Counters are remembered for the card in use only; the number 0 is never a tap's. */
    private static @Nullable DeclineReason counterRefusal(ReferencePerson person, Tap tap) {
        if (tap.cardSerial() != person.liveCard) {
            return null;
        }
        if (tap.cardCounter() <= person.usedCounters.last() - COUNTERS_REMEMBERED) {
            return DeclineReason.COUNTER_TOO_OLD;
        }
        return person.usedCounters.contains(tap.cardCounter()) ? DeclineReason.COUNTER_REPLAYED : null;
    }
}
