package cn.suinian.gateway.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Carries a message to the next page in a cookie that only the session it is for can have written: its check value is
 * keyed with the session's token. So any node can show it, none has to remember it, and it is in no address.
 */
final class FlashCookie {

    static final String NAME = "suinian-said";

    private static final int LIFE_SECONDS = 60;
    private static final int MOST_CHARACTERS = 500;

    private FlashCookie() {}

    static void put(RoutingContext request, String token, Flash flash) {
        String text = flash.text();
        String kept = text.substring(0, text.offsetByCodePoints(0, Math.min(MOST_CHARACTERS, codePoints(text))));
        String message = encode((flash.kind().name() + " " + kept).getBytes(UTF_8));
        request.response().addCookie(cookie(request, message + "." + check(token, message), LIFE_SECONDS));
    }

    /** What is to be shown now; it is taken away from the browser. */
    static Optional<Flash> take(RoutingContext request, String token) {
        Cookie cookie = request.request().getCookie(NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        Optional<Flash> flash = read(cookie.getValue(), token);
        request.response().addCookie(cookie(request, "", 0));
        return flash;
    }

    private static Optional<Flash> read(String value, String token) {
        int point = value.indexOf('.');
        if (point < 0 || token.isEmpty()) {
            return Optional.empty();
        }
        String message = value.substring(0, point);
        byte[] given = value.substring(point + 1).getBytes(UTF_8);
        if (!MessageDigest.isEqual(given, check(token, message).getBytes(UTF_8))) {
            return Optional.empty();
        }
        String text = new String(Base64.getUrlDecoder().decode(message), UTF_8);
        int space = text.indexOf(' ');
        return Optional.of(new Flash(Flash.Kind.valueOf(text.substring(0, space)), text.substring(space + 1)));
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Cookie cookie(RoutingContext request, String value, long seconds) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setMaxAge(seconds)
                .setHttpOnly(true)
                .setSecure(Pages.isSecure(request))
                .setSameSite(CookieSameSite.STRICT);
    }

    private static String check(String token, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA256"));
            return encode(mac.doFinal(message.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
