package cn.suinian.gateway.console.access;

import cn.suinian.core.network.IpAddress;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request comes from.
 *
 * @param address the network address, for the audit trail
 * @param secure whether nobody on the way could read it
 * @param userAgent what the browser calls itself; empty: it does not say
 */
public record Caller(String address, boolean secure, String userAgent) {

    /**
     * As the connection says, or a proxy that is trusted: the last one it names that is no proxy of ours. What a proxy
     * writes that is no address, a name for one, counts as if it wrote nothing.
     *
     * @param trustedProxies addresses in the one way of writing them
     */
    public static Caller of(HttpServerRequest request, Set<String> trustedProxies) {
        String agent = request.headers().get("User-Agent");
        String userAgent = agent == null ? "" : agent;
        String host = request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
        String peer = IpAddress.find(host).map(IpAddress::text).orElse(host);
        if (!trustedProxies.contains(peer)) {
            return new Caller(peer, request.isSSL(), userAgent);
        }
        Optional<String> seen = seenBy(request.headers().getAll("X-Forwarded-For"), trustedProxies);
        String scheme = last(request.headers().getAll("X-Forwarded-Proto"));
        boolean secure = request.isSSL() || "https".equalsIgnoreCase(scheme);
        return new Caller(seen.orElse(peer), secure, userAgent);
    }

    /**
     * The last address that is none of our proxies. What stands before it was written by whoever sent the request;
     * lines are one list (RFC 9110, 5.3), since a proxy may add a line of its own instead of a value.
     */
    private static Optional<String> seenBy(List<String> lines, Set<String> trustedProxies) {
        List<String> hops = values(lines);
        for (int i = hops.size() - 1; i >= 0; i--) {
            Optional<String> hop = IpAddress.findWithPort(hops.get(i)).map(IpAddress::text);
            if (hop.isEmpty() || !trustedProxies.contains(hop.get())) {
                return hop;
            }
        }
        return Optional.empty();
    }

    private static String last(List<String> lines) {
        List<String> values = values(lines);
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    private static List<String> values(List<String> lines) {
        return Arrays.stream(String.join(",", lines).split(",", -1))
                .map(String::strip)
                .toList();
    }
}
