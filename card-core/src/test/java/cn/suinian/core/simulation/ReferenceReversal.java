package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.simulation.ReferencePerson.Half;
import cn.suinian.core.simulation.ReferencePerson.Told;
import cn.suinian.core.simulation.ReferencePerson.Use;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Undoing a tap within a day: what it used can be used again. A declined tap and an identity check stay. */
final class ReferenceReversal {

    private static final Duration LATEST = Duration.ofHours(24);

    private ReferenceReversal() {}

    static @Nullable Reversal of(ReferencePerson person, Reversal asked) {
        Told told = person.told.get(asked.key());
        if (told == null || !told.answer().approved() || told.tap().service() == Service.ALLOWANCE) {
            return null;
        }
        Tap tap = told.tap();
        if (Duration.between(tap.tappedAt(), asked.receivedAt()).compareTo(LATEST) > 0) {
            return null;
        }
        Integer left = giveBack(person, tap, told.answer());
        Grant grant = told.answer().grant();
        return new Reversal(
                tap.key(),
                asked.cause(),
                asked.receivedAt(),
                tap.vendorId(),
                tap.service(),
                grant == null ? null : grant.payer(),
                tap.amountFen(),
                told.answer().subsidyFen(),
                grant == null ? 0 : grant.operatorSubsidyFen(),
                grant == null ? 0 : grant.deliverySubsidyFen(),
                left);
    }

    private static @Nullable Integer giveBack(ReferencePerson person, Tap tap, Answer answer) {
        LocalDate day = tap.key().tapDate();
        Grant grant = answer.grant();
        if (answer.journey() != null) {
            leaveJourney(person, tap, answer.journey());
        }
        if (grant == null) {
            return null;
        }
        return switch (tap.service()) {
            case TRANSIT, ALLOWANCE -> null;
            case MEAL -> {
                person.lunches.remove(day);
                yield ReferenceMeals.left(person, grant.ruleId(), day);
            }
            case VENUE -> {
                if (grant.ruleId() != ReferenceVenues.BATH_RULE) {
                    yield null;
                }
                person.uses.remove(new Use(Rules.BATH, day, 0));
                yield ReferenceVenues.left(person, day);
            }
            case VOUCHER -> {
                person.uses.remove(new Use(ReferenceVouchers.VOUCHER, day, answer.subsidyFen()));
                yield ReferenceVouchers.left(person, day);
            }
        };
    }

    /** A half that waits stops waiting; the other half of a pair waits again, if nothing else does. */
    private static void leaveJourney(ReferencePerson person, Tap tap, Journey journey) {
        Half waiting = person.waiting;
        if (waiting == null) {
            boolean paired = journey.pairTerminal() != 0;
            boolean partnerIsEntry = tap.context().direction() == Direction.EXIT;
            long second = tap.tappedAt().getEpochSecond();
            person.waiting =
                    paired ? new Half(partnerIsEntry, second, journey.pairTerminal(), journey.pairSeq()) : null;
        } else if (waiting.terminal() == tap.key().terminalId()
                && waiting.seq() == tap.key().terminalSeq()) {
            person.waiting = null;
        }
    }
}
