package cn.suinian.gateway.console.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody may be led after signing in: a page of this console, and nothing that could be another place. */
public final class LocalPath {

    private static final int LONGEST = 512;
    private static final Pattern PLAIN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~?&=%+,:@-]*");

    private LocalPath() {}

    /** The path and query, when it is one of ours; empty for anything that leads elsewhere or back to the door. */
    public static Optional<String> of(@Nullable String given) {
        if (given == null || given.length() > LONGEST || !PLAIN.matcher(given).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(given);
            boolean local = uri.getScheme() == null && uri.getRawAuthority() == null;
            boolean door = uri.getPath().startsWith("/sign-") || uri.getPath().contains("/../");
            return local && !door ? Optional.of(given) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The path and query of an address, as a browser names the page it is on. */
    public static Optional<String> ofAddress(@Nullable String address) {
        if (address == null || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            String query = uri.getRawQuery();
            return of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
