package cn.suinian.load.frame;

import org.jspecify.annotations.Nullable;

/** Where a tap happened, as far as the terminal says; every part may be absent. */
public record TapContext(
        @Nullable String line,
        @Nullable String station,
        @Nullable Direction direction,
        @Nullable String vehicle) {

    /** A bus reader's context. */
    public static TapContext board(String line, String vehicle) {
        return new TapContext(line, null, Direction.BOARD, vehicle);
    }

    /** A metro gate's context. */
    public static TapContext gate(String line, String station, Direction direction) {
        return new TapContext(line, station, direction, null);
    }
}
