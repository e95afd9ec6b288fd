package cn.suinian.load.replay;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.stage.StageException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes taps of records: moved in time, numbered, with the TAC of the card that was issued. */
final class TapMaker {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private final Map<String, CityCard> cards;
    private final Map<String, CityTerminal> terminals;
    private final Map<String, String> cardNumbers;
    private final WeekMove move;
    private final Map<String, Long> cardCounters = new HashMap<>();
    private final Map<String, Long> terminalNumbers = new HashMap<>();

    TapMaker(City seeded, ReplayCity planned, WeekMove move) {
        this.cards = seeded.cards().stream().collect(Collectors.toMap(CityCard::cardNo, Function.identity()));
        this.terminals =
                seeded.terminals().stream().collect(Collectors.toMap(CityTerminal::terminalId, Function.identity()));
        this.cardNumbers = planned.cardNumbers();
        this.move = move;
    }

    /** All taps in time order; two of the same second stay in the file's order. */
    List<ReplayTap> make(List<FileTap> taps) throws StageException {
        List<FileTap> inOrder = new ArrayList<>(taps);
        inOrder.sort(Comparator.comparing(FileTap::at));
        List<ReplayTap> made = new ArrayList<>();
        for (FileTap source : inOrder) {
            made.add(make(made.size(), source));
        }
        return made;
    }

    private ReplayTap make(int place, FileTap source) throws StageException {
        CityTerminal terminal = known(terminals, source.terminalId(), "terminal");
        CityCard card = known(cards, cardNumbers.get(source.card()), "card");
        Tap tap = new Tap(
                terminalNumbers.merge(terminal.terminalId(), 1L, Long::sum),
                TapKind.TRANSIT,
                card.cardNo(),
                card.counter() + cardCounters.merge(card.cardNo(), 1L, Long::sum),
                source.amountFen(),
                move.moved(source.at()).atOffset(SHANGHAI),
                "",
                null,
                context(source));
        return new ReplayTap(place, source, terminal, tap.certifiedBy(card.key(), terminal.terminalId()));
    }

    /** A gate's own name is not a vehicle; only a bus has a plate. */
    private static TapContext context(FileTap source) {
        @Nullable String station = source.station().isEmpty() ? null : source.station();
        boolean hasPlate =
                source.direction() == Direction.BOARD && !source.vehicle().isEmpty();
        return new TapContext(source.company(), station, source.direction(), hasPlate ? source.vehicle() : null);
    }

    private static <T> T known(Map<String, T> things, @Nullable String id, String what) throws StageException {
        T thing = id == null ? null : things.get(id);
        if (thing == null) {
            throw new StageException("the gateway did not seed the " + what + " " + id);
        }
        return thing;
    }
}
