package cn.suinian.settlement.risk.policy;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A stored tap, as far as policies look at it.
 *
 * @param settleDate the business day it is cleared in
 * @param reason null: approved
 * @param delivered the vendor was paid for bringing it, so the terminal's place is not the holder's
 * @param goodFaith approved although the card was stopped, because the terminal could not know
 * @param station as the terminal called it
 * @param place of the terminal; null: it has none, as on a bus, or is the feed of an authority and no reader
 * @param deceasedOn when the holder died
 */
public record RiskTap(
        TapKey key,
        LocalDate settleDate,
        int vendorId,
        int cardSerial,
        Service service,
        @Nullable Direction direction,
        @Nullable DeclineReason reason,
        Instant tappedAt,
        int subsidyFen,
        boolean delivered,
        boolean goodFaith,
        @Nullable String station,
        @Nullable Place place,
        @Nullable LocalDate deceasedOn) {

    /** Whether it was approved. */
    public boolean approved() {
        return reason == null;
    }

    /** Whether the card itself is known to have been there: a used proof may have been sent by anybody. */
    public boolean cardWasThere() {
        return reason != DeclineReason.COUNTER_REPLAYED && reason != DeclineReason.COUNTER_TOO_OLD;
    }

    /** Seconds from the other tap to this one; below zero when the other came later. */
    public long secondsAfter(RiskTap other) {
        return Duration.between(other.tappedAt, tappedAt).toSeconds();
    }

    /** Metres to where the other was made; empty when one of the places is not known. */
    public OptionalLong metresTo(RiskTap other) {
        return place == null || other.place == null || delivered || other.delivered
                ? OptionalLong.empty()
                : OptionalLong.of(place.metresTo(other.place));
    }
}
