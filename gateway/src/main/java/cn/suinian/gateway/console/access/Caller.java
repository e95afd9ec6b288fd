package cn.suinian.gateway.console.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a request comes from.
 *
 * @param address the network address, for the audit trail
 * @param secure whether nobody on the way could read it
 * @param userAgent what the browser calls itself; empty: it does not say
 */
public record Caller(String address, boolean secure, String userAgent) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    /** As the connection says, or a proxy that is trusted: the last one it names is the one it saw itself. */
    public static Caller of(HttpServerRequest request, Set<String> trustedProxies) {
        String agent = request.headers().get("User-Agent");
        String userAgent = agent == null ? "" : agent;
        String peer = request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
        if (!trustedProxies.contains(peer)) {
            return new Caller(peer, request.isSSL(), userAgent);
        }
        String forwarded = request.headers().get("X-Forwarded-For");
        String last = forwarded == null
                ? ""
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        boolean secure = request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return new Caller(ADDRESS.matcher(last).matches() ? last : peer, secure, userAgent);
    }
}
