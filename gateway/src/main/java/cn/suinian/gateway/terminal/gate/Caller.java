package cn.suinian.gateway.terminal.gate;

import cn.suinian.core.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;

/**
 * A terminal that has proved itself with the MAC of a request.
 *
 * @param at when the request was here, by our clock
 * @param skew the terminal's clock minus ours, however far off
 */
public record Caller(Terminal terminal, int keyVersion, Instant at, Duration skew) {

    /** Far beyond any clock, and a number that every JSON reader keeps exact. */
    private static final Duration MOST = Duration.ofMillis(1L << 53);

    public long skewMillis() {
        return skew.abs().compareTo(MOST) < 0
                ? skew.toMillis()
                : skew.isNegative() ? -MOST.toMillis() : MOST.toMillis();
    }

    public Sighting sighting() {
        return Sighting.call(terminal.id(), at, skewMillis(), keyVersion);
    }
}
