package cn.suinian.gateway.console.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookies of the door. One says whose session it is. The other one is for those who have none yet: the form
 * they sign in with carries the same value, so that nobody else's page can sign them in as somebody. A
 * third is there while a browser is on its way to the house's provider of identity and back.
 */
public final class SessionCookie {

    private static final String SESSION = "suinian";
    private static final String DOOR = "suinian-door";
    private static final String TRIP = "suinian-trip";
    private static final String SECURE_PREFIX = "__Host-";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final Pattern TRIP_VALUE = Pattern.compile("[A-Za-z0-9_~-]{16,800}");
    private static final int DOOR_BYTES = 24;
    private static final int TRIP_SECONDS = 600;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookie() {}

    /** The session token that the browser sent; empty: none that could be one of ours. */
    public static Optional<String> find(RoutingContext request, Caller caller) {
        return read(request, name(SESSION, caller));
    }

    /** Gives the browser a token to keep for as long as it is open. */
    public static void put(RoutingContext request, Caller caller, String token) {
        request.response().addCookie(cookie(SESSION, token, caller));
    }

    /** Takes the token away. */
    public static void remove(RoutingContext request, Caller caller) {
        request.response().addCookie(cookie(SESSION, "", caller).setMaxAge(0));
    }

    /** What a form carries that is sent before anybody has signed in; the browser is given one when it has none. */
    public static String door(RoutingContext request, Caller caller) {
        return read(request, name(DOOR, caller)).orElseGet(() -> {
            byte[] random = new byte[DOOR_BYTES];
            RANDOM.nextBytes(random);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            // Lax: a browser that another house leads here must not get a second one, which its other windows do not
            // know.
            request.response().addCookie(cookie(DOOR, token, caller).setSameSite(CookieSameSite.LAX));
            return token;
        });
    }

    /** What the browser keeps while it is at the provider of identity; empty: it is not there. */
    public static Optional<String> trip(RoutingContext request, Caller caller) {
        return Optional.ofNullable(request.request().getCookie(name(TRIP, caller)))
                .map(Cookie::getValue)
                .filter(value -> TRIP_VALUE.matcher(value).matches());
    }

    /** Lets the browser keep it for ten minutes. It has to come along when a page of the provider leads back here. */
    public static void putTrip(RoutingContext request, Caller caller, String trip) {
        request.response()
                .addCookie(cookie(TRIP, trip, caller)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(trip.isEmpty() ? 0 : TRIP_SECONDS));
    }

    private static Optional<String> read(RoutingContext request, String name) {
        return Optional.ofNullable(request.request().getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> TOKEN.matcher(value).matches());
    }

    private static Cookie cookie(String name, String value, Caller caller) {
        return Cookie.cookie(name(name, caller), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(caller.secure())
                .setSameSite(CookieSameSite.STRICT);
    }

    private static String name(String bare, Caller caller) {
        return caller.secure() ? SECURE_PREFIX + bare : bare;
    }
}
