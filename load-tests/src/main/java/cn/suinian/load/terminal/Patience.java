package cn.suinian.load.terminal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a terminal keeps asking.
 *
 * @param attempts how often a request is sent in all, at least once
 * @param backOff the wait after a lost answer, doubled each time
 * @param longestWait no wait is longer, whatever Retry-After says
 * @param pause how waiting is done
 */
public record Patience(int attempts, Duration backOff, Duration longestWait, Pause pause) {

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        void rest(Duration length) throws InterruptedException;
    }

    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("a request is sent at least once");
        }
    }

    /** Enough for a gateway that is busy or being restarted for a minute. */
    public static Patience ordinary() {
        return new Patience(
                20,
                Duration.ofMillis(50),
                Duration.ofSeconds(5),
                length -> TimeUnit.MILLISECONDS.sleep(length.toMillis()));
    }

    void afterLostAnswer(int attempt) throws InterruptedException {
        rest(backOff.multipliedBy(1L << Math.min(attempt - 1, 10)));
    }

    void asTold(@Nullable Long retryAfterSeconds) throws InterruptedException {
        rest(retryAfterSeconds == null ? backOff : Duration.ofSeconds(retryAfterSeconds));
    }

    private void rest(Duration length) throws InterruptedException {
        pause.rest(length.compareTo(longestWait) > 0 ? longestWait : length);
    }
}
