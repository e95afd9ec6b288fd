package cn.suinian.load.replay;

import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A record of the file with all that its tap is made of; the tap itself is made when it is sent, or a file of millions
 * of records would not fit.
 *
 * @param place among the taps in time order, from 0
 * @param move to the week it is replayed in
 */
record ReplayTap(
        int place,
        FileTap source,
        WeekMove move,
        CityTerminal terminal,
        int terminalSeq,
        CityCard card,
        long cardCounter) {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    /** The tap, the same each time. */
    Tap tap() {
        Tap tap = new Tap(
                terminalSeq,
                TapKind.TRANSIT,
                card.cardNo(),
                cardCounter,
                source.amountFen(),
                move.moved(source.at()).atOffset(SHANGHAI),
                "",
                null,
                context());
        return tap.certifiedBy(card.key(), terminal.terminalId());
    }

    /** A gate's own name is not a vehicle; only a bus has a plate. */
    private TapContext context() {
        @Nullable String station = source.station().isEmpty() ? null : source.station();
        boolean hasPlate =
                source.direction() == Direction.BOARD && !source.vehicle().isEmpty();
        return new TapContext(source.company(), station, source.direction(), hasPlate ? source.vehicle() : null);
    }
}
