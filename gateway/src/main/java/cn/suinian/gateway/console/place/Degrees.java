package cn.suinian.gateway.console.place;

import cn.suinian.core.registry.TerminalEntry.Position;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A position as people type it, in decimal degrees, and as it is kept, in millionths of one. */
final class Degrees {

    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,6})?");
    private static final int PLACES = 6;
    private static final int MOST_NORTH = 90;
    private static final int MOST_EAST = 180;

    private Degrees() {}

    /** The position of a form; null: none is given. What is wrong stops the act, at its field. */
    static @Nullable Position of(Typed typed) {
        Optional<String> north = typed.find(LATITUDE);
        Optional<String> east = typed.find(LONGITUDE);
        if (north.isEmpty() && east.isEmpty()) {
            return null;
        }
        Problems problems = Problems.NONE;
        if (north.isEmpty() || east.isEmpty()) {
            problems = problems.and(north.isEmpty() ? LATITUDE : LONGITUDE, PlaceText.BOTH_OR_NEITHER);
        }
        if (north.isPresent() && !fits(north.get(), MOST_NORTH)) {
            problems = problems.and(LATITUDE, PlaceText.DEGREES_WRONG);
        }
        if (east.isPresent() && !fits(east.get(), MOST_EAST)) {
            problems = problems.and(LONGITUDE, PlaceText.DEGREES_WRONG);
        }
        problems.stopIfAny();
        return new Position(millionths(north.orElseThrow()), millionths(east.orElseThrow()));
    }

    /** As people write it: {@code 22.543096}. */
    static String text(int millionths) {
        return BigDecimal.valueOf(millionths, PLACES).stripTrailingZeros().toPlainString();
    }

    private static boolean fits(String text, int most) {
        return DECIMAL.matcher(text).matches() && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static int millionths(String text) {
        return new BigDecimal(text).movePointRight(PLACES).intValueExact();
    }
}
