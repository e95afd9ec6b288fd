package cn.suinian.core.authorization.decision;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;
import cn.suinian.core.authorization.decision.Answer.Journey;
import cn.suinian.core.entitlement.policy.JourneyPairing;
import org.jspecify.annotations.Nullable;

/** A ride as part of a journey: a bus ride stands alone, metro gates come in pairs. */
final class Rides {

    /**
     * What became of the journey.
     *
     * @param journey null for a bus ride
     */
    record Paired(@Nullable Journey journey, Account account) {}

    private Rides() {}

    static Paired pair(Account account, Tap tap) {
        Direction direction = tap.context().direction();
        if (direction == null || direction == Direction.BOARD) {
            return new Paired(null, account);
        }
        JourneyHalf half = half(tap, direction == Direction.ENTRY ? Kind.ENTRY : Kind.EXIT);
        JourneyPairing pairing = half.kind() == Kind.ENTRY
                ? JourneyPairing.entry(half, account.half())
                : JourneyPairing.exit(half, account.half());
        Journey journey = new Journey(
                pairing.outcome(),
                pairing.partner().terminalId(),
                pairing.partner().terminalSeq());
        return new Paired(journey, account.withHalf(pairing.waiting()));
    }

    private static JourneyHalf half(Tap tap, Kind kind) {
        return new JourneyHalf(
                kind,
                tap.tappedAt().getEpochSecond(),
                tap.key().terminalId(),
                tap.key().terminalSeq());
    }
}
