package cn.suinian.load.replay;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.stage.StageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts records in time order and gives each its terminal, its card and their running numbers. */
final class TapMaker {
    private final Map<String, CityCard> cards;
    private final Map<String, CityTerminal> terminals;
    private final Map<String, String> cardNumbers;
    private final WeekMove move;
    private final Map<String, Integer> cardCounters = new HashMap<>();
    private final Map<String, Integer> terminalNumbers = new HashMap<>();

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
        return new ReplayTap(
                place,
                source,
                move,
                terminal,
                terminalNumbers.merge(terminal.terminalId(), 1, Integer::sum),
                card,
                card.counter() + cardCounters.merge(card.cardNo(), 1, Integer::sum));
    }

    private static <T> T known(Map<String, T> things, @Nullable String id, String what) throws StageException {
        T thing = id == null ? null : things.get(id);
        if (thing == null) {
            throw new StageException("the gateway did not seed the " + what + " " + id);
        }
        return thing;
    }
}
