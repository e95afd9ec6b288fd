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
        Context context) {

    /**
     * Where it was made; every part may be missing, but a transit tap has a direction.
     *
     * @param denylistVersion the list the terminal held
     */
    public record Context(
            @Nullable Direction direction,
            @Nullable String line,
            @Nullable String station,
            @Nullable String vehicle,
            @Nullable Long denylistVersion) {

        /** Nothing is known. */
        public static final Context NONE = new Context(null, null, null, null, null);
    }
}
