package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.core.money.Payer;
import cn.suinian.core.simulation.ReferencePerson.Half;

/** Bus and metro: free for every holder, the city pays the fare; entries and exits within four hours are journeys. */
final class ReferenceTransit {

    private static final long FOUR_HOURS = 4 * 60 * 60;

    private ReferenceTransit() {}

    static Answer answer(ReferencePerson person, Tap tap) {
        Direction direction = tap.context().direction();
        Journey journey = direction == Direction.BOARD ? null : journey(person, tap, direction == Direction.ENTRY);
        return new Answer(null, tap.amountFen(), new Grant(1, "TRANSIT", Payer.CITY, 0, 0), null, journey);
    }

    private static Journey journey(ReferencePerson person, Tap tap, boolean entry) {
        Half half = new Half(
                entry,
                tap.tappedAt().getEpochSecond(),
                tap.key().terminalId(),
                tap.key().terminalSeq());
        Half other = person.waiting;
        if (other != null && other.entry() != entry) {
            long between = entry ? other.second() - half.second() : half.second() - other.second();
            if (between >= 0 && between <= FOUR_HOURS) {
                person.waiting = null;
                return new Journey(Outcome.COMPLETED, other.terminal(), other.seq());
            }
        }
        if (other == null || half.second() >= other.second()) {
            person.waiting = half;
        }
        return new Journey(entry ? Outcome.OPENED : Outcome.ENTRY_MISSING, 0, 0);
    }
}
