package cn.suinian.gateway.console;

import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that name a host this console does not have. A page on the web can point its own name at 127.0.0.1
 * and so read what listens there as if it were its own (DNS rebinding); the Host header gives it away.
 */
final class HostCheck {

    private final Set<String> known;

    HostCheck(String bindHost, Set<String> names) {
        this.known = Stream.concat(Stream.of("localhost", "127.0.0.1", "::1", bindHost), names.stream())
                .map(HostCheck::bare)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean accepts(@Nullable HostAndPort authority) {
        return authority != null && known.contains(bare(authority.host()));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
