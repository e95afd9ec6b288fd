package cn.suinian.gateway.console.page;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody goes on whose form was not taken: the page that the form was on, and what lies above it. Their reason
 * is typed there anew, but nobody has to find the way again.
 *
 * @param paths the nearest first, at most two; both pages of ours
 * @param mostFileBytes the largest file that the form takes; 0: it takes none
 */
public record WayBack(List<String> paths, int mostFileBytes) {

    private static final String KEY = WayBack.class.getName();
    private static final int MOST = 2;

    public WayBack {
        paths = List.copyOf(paths);
    }

    /**
     * The way back from a form that was sent to an address.
     *
     * @param pattern of its route, with {@code :name} for what varies
     * @param address where it was sent, as the request line has it
     * @param looked patterns of all pages
     */
    public static WayBack of(String pattern, String address, Set<String> looked, int mostFileBytes) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        String[] pieces = pattern.split("/", -1);
        String[] places = path.split("/", -1);
        List<String> found = new ArrayList<>();
        for (int n = Math.min(pieces.length, places.length); n > 1 && found.size() < MOST; n--) {
            if (looked.contains(String.join("/", List.of(pieces).subList(0, n)))) {
                String page = String.join("/", List.of(places).subList(0, n));
                found.add(n == places.length ? address : page);
            }
        }
        return new WayBack(found, mostFileBytes);
    }

    /** Keeps it for the page that says what went wrong. */
    public void keep(RoutingContext request) {
        request.put(KEY, this);
    }

    /** That of a form; empty: what came is none of a form. */
    static Optional<WayBack> find(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }
}
