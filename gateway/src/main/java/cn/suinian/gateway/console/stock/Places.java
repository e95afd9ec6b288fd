package cn.suinian.gateway.console.stock;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where cards lie: the city's store, and every counter. */
final class Places {

    private static final String STORE = "store";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Map<Integer, Counter> counters;
    private final Frame frame;

    Places(List<Counter> counters, Frame frame) {
        this.counters = counters.stream().collect(Collectors.toMap(Counter::counterId, Function.identity()));
        this.frame = frame;
    }

    /**
     * A place as forms and addresses write it.
     *
     * @param counterId null: the city's store
     */
    record Place(@Nullable Integer counterId) {
        String code() {
            return code(counterId);
        }

        static String code(@Nullable Integer counterId) {
            return counterId == null ? STORE : counterId.toString();
        }
    }

    static Optional<Place> parse(String code) {
        if (code.equals(STORE)) {
            return Optional.of(new Place(null));
        }
        return NUMBER.matcher(code).matches() ? Optional.of(new Place(Integer.valueOf(code))) : Optional.empty();
    }

    String name(@Nullable Integer counterId) {
        if (counterId == null) {
            return frame.say(StockText.STORE);
        }
        Counter counter = counters.get(counterId);
        return counter == null ? frame.say(StockText.COUNTER_NUMBERED, counterId) : counter.name();
    }

    /** Every place that cards can be sent to. */
    List<Option> all() {
        List<Option> options = new ArrayList<>();
        options.add(option(null));
        counters.values().stream()
                .sorted((one, other) -> Integer.compare(one.counterId(), other.counterId()))
                .forEach(counter -> options.add(option(counter.counterId())));
        return options;
    }

    /** The places whose stock this keeper may touch. */
    List<Option> of(Actor keeper) {
        if (keeper.scope().district() == null) {
            return all();
        }
        Integer own = keeper.scope().counterId();
        return counters.values().stream()
                .filter(counter ->
                        own == null ? counter.district() == keeper.scope().district() : counter.counterId() == own)
                .map(counter -> option(counter.counterId()))
                .toList();
    }

    private Option option(@Nullable Integer counterId) {
        return new Option(Place.code(counterId), name(counterId));
    }
}
