package cn.suinian.gateway.console.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;

/** Whose page made the browser send a form, as far as the browser says so. */
public enum Origin {
    /** One of ours. */
    OURS,
    /** Somebody else's. */
    FOREIGN,
    /** An old browser, or none: the token in the form has to be enough. */
    UNKNOWN;

    /** Sec-Fetch-Site cannot be forged by a page; Origin is the older way to say it. */
    public static Origin of(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") ? OURS : FOREIGN;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return UNKNOWN;
        }
        return sameHost(origin, request.getHeader("Host")) ? OURS : FOREIGN;
    }

    private static boolean sameHost(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && host != null && authority.equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
