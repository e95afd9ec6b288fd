package cn.suinian.core.authorization.decision;

import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A tap whose card is known and whose TAC is proven.
 *
 * @param key identity of the tap
 * @param vendorId whose terminal it was
 * @param amountFen price or fare
 * @param at when it was made, on the clocks of Asia/Shanghai
 * @param tappedAt the same moment
 * @param receivedAt when it reached us
 * @param tac the card's proof, eight bytes as a number
 * @param placeKind what kind of place the terminal stands in; null: nothing is known
 */
public record Tap(
        TapKey key,
        int vendorId,
        Service service,
        int cardSerial,
        long cardCounter,
        int amountFen,
        LocalDateTime at,
        Instant tappedAt,
        Instant receivedAt,
        long tac,
        @Nullable String placeKind,
        Context context) {

    /**
     * Where it was made; every part may be missing, but a transit tap has a direction.
     *
     * @param denylistVersion the list the terminal held
     * @param delivered the meal was brought to the holder
     */
    public record Context(
            @Nullable Direction direction,
            @Nullable String line,
            @Nullable String station,
            @Nullable String vehicle,
            @Nullable Long denylistVersion,
            boolean delivered) {

        /** Nothing is known. */
        public static final Context NONE = new Context(null, null, null, null, null, false);

        /** Of a tap that is no delivery. */
        public Context(
                @Nullable Direction direction,
                @Nullable String line,
                @Nullable String station,
                @Nullable String vehicle,
                @Nullable Long denylistVersion) {
            this(direction, line, station, vehicle, denylistVersion, false);
        }
    }
}
