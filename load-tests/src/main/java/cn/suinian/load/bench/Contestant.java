package cn.suinian.load.bench;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A server that is measured.
 *
 * @param pid of its JVM
 * @param signer makes requests that it takes
 */
record Contestant(
        String name,
        InetSocketAddress address,
        long pid,
        Signer signer,
        @Nullable BenchDatabase database) {

    /** The gateway does, its rivals do not. */
    boolean takesBatches() {
        return name.equals(Field.OURS) || name.equals(Field.SHIPPED);
    }

    /** Whether nothing is warm; then it may refuse some taps in its first moments, and that is a result. */
    boolean isCold() {
        return name.equals(Field.COLD);
    }
}
