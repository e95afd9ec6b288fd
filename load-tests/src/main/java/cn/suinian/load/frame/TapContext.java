package cn.suinian.load.frame;

import org.jspecify.annotations.Nullable;

/** Where a tap happened, as far as the terminal says; every part may be absent. */
public record TapContext(
        @Nullable String line,
        @Nullable String station,
        @Nullable Direction direction,
        @Nullable String vehicle,
        boolean delivered) {

    /** A meal that was brought to the holder. */
    public static final TapContext DELIVERED = new TapContext(null, null, null, null, true);

    /** A context with nothing in it. */
    public static final TapContext NOTHING_SAID = new TapContext(null, null, null, null, false);

    /** Of a tap that is no delivery. */
    public TapContext(
            @Nullable String line, @Nullable String station, @Nullable Direction direction, @Nullable String vehicle) {
        this(line, station, direction, vehicle, false);
    }

    /** A bus reader's context. */
    public static TapContext board(String line, String vehicle) {
        return new TapContext(line, null, Direction.BOARD, vehicle);
    }

    /** A metro gate's context. */
    public static TapContext gate(String line, String station, Direction direction) {
        return new TapContext(line, station, direction, null);
    }
}
