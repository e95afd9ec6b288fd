package cn.suinian.gateway.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.fuzz.FuzzCase.Ending;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import java.util.Arrays;
import java.util.regex.Matcher;

/** Requests that are wrong around their body: line, path, query, headers, framing, proof. */
final class SpoiltHttp {
    /** Beyond this the request line may be too long to be read. */
    private static final int LONGEST_TARGET = 3_000;

    private final Draw draw;
    private final GoodRequests good;

    SpoiltHttp(Draw draw, GoodRequests good) {
        this.draw = draw;
        this.good = good;
    }

    /** Another path or query, rightly signed. */
    FuzzCase target() {
        Request request = draw.once(4) ? good.signedTap() : good.withoutBody();
        StringBuilder target = new StringBuilder();
        if (draw.once(2)) {
            target.append(request.target());
        } else {
            target.append(draw.pick("/v1/taps/", "/v1/denylist", "/v1/entitlements/", "/v1/", "/", "//v1/taps/"))
                    .append(draw.pick(NastyHttp.SEGMENTS))
                    .append(draw.once(3) ? "/" + draw.pick(NastyHttp.SEGMENTS) : "");
        }
        for (int more = draw.below(4); more > 0; more--) {
            target.append(
                            target.indexOf("?") < 0
                                    ? '?'
                                    : draw.pick("&", "&&", ";", "#", "?").charAt(0))
                    .append(draw.pick(NastyHttp.PARAMETERS))
                    .append(draw.pick("=", "", "=="))
                    .append(draw.pick(NastyHttp.SEGMENTS));
        }
        FuzzCase made = FuzzCase.of("target", request.target(target.toString()));
        return (target.length() < LONGEST_TARGET ? made : made.onItsOwn()).only("(?!401).*");
    }

    FuzzCase method() {
        Request request = draw.once(2) ? good.signedTap() : good.withoutBody();
        String method = draw.pick(
                "PUT",
                "DELETE",
                "PATCH",
                "OPTIONS",
                "TRACE",
                "HEAD",
                "get",
                "GETT",
                "M-SEARCH",
                "PROPFIND",
                "X".repeat(300));
        FuzzCase made = FuzzCase.of("method", request.method(method));
        return (method.equals("HEAD") ? made.withoutReplyBody() : made).only("405|40501");
    }

    /** Headers that should change nothing, and content types that should. */
    FuzzCase headers() {
        Request request = draw.once(2) ? good.signedTap() : good.withoutBody();
        if (draw.once(3)) {
            request.contentType(draw.pick(NastyHttp.TYPES));
        }
        int more = draw.once(8) ? draw.below(400) : draw.below(6);
        for (int i = 0; i < more; i++) {
            request.header(more > 6 ? "X-" + draw.below(90) + ": " + draw.below(999) : draw.pick(NastyHttp.HEADERS));
        }
        return FuzzCase.of("headers", request).onItsOwn().only("(?!401).*");
    }

    /** A head that says something odd about where the body ends. */
    FuzzCase framing() {
        String head = draw.pick("POST /v1/taps HTTP/1.1", "GET /v1/keys HTTP/1.1", "POST /v1/taps/batch HTTP/1.0")
                + "\r\nHost: a\r\n" + draw.pick(NastyHttp.FRAMINGS)
                + (draw.once(2) ? "\r\n" + draw.pick(NastyHttp.FRAMINGS) : "") + "\r\n\r\n";
        return FuzzCase.of("framing", bytes(head + draw.pick(NastyHttp.CHUNKS)), Ending.HALF_CLOSE);
    }

    FuzzCase chunks() {
        Request request = good.signedTap();
        if (draw.once(2)) {
            return FuzzCase.of("chunks", request.chunked());
        }
        String head = "POST /v1/taps HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        return FuzzCase.of("chunks", bytes(head + draw.pick(NastyHttp.CHUNKS)), Ending.HALF_CLOSE);
    }

    /** A proof that is malformed or somebody else's. */
    FuzzCase proof() {
        Request request = draw.once(2) ? good.signedTap() : good.withoutBody();
        String right = request.authorization();
        String spoilt =
                switch (draw.below(9)) {
                    case 0 -> "";
                    case 1 -> right.substring(0, draw.below(right.length()));
                    case 2 -> right.replaceFirst("[0-9]{12}", Long.toString(SmallCity.STRANGER));
                    case 3 -> right.replace("key=1", "key=" + draw.pick(NastyHttp.SEGMENTS));
                    case 4 -> right + draw.pick(", ", ",", " ", ", key=1", ",,,,", ", x=\"" + "y".repeat(500) + '"');
                    case 5 -> right.replace(request.mac(), flippedHex(request.mac()));
                    case 6 ->
                        draw.pick("Basic ", "Bearer ", "HMAC-SM3", "HMAC-SM3 ", "hmac-sm3 ")
                                + draw.pick(",", "=", "\"").repeat(draw.below(2_000));
                    case 7 ->
                        right.replaceFirst(
                                "(sent=\")[^\"]*", "$1" + Matcher.quoteReplacement(latin(NastyJson.text(draw))));
                    default -> flipped(right);
                };
        // A list may end in commas and spaces, and the keys are for everybody.
        boolean same = spoilt.replaceFirst("[, ]+$", "").equals(right);
        boolean unasked = spoilt.isEmpty() && request.target().equals("/v1/keys");
        String told = same || unasked ? ".*" : "401..|40000";
        return FuzzCase.of("proof", request.authorization(spoilt)).onItsOwn().only(told);
    }

    /** Rightly signed with another idea of the time. */
    FuzzCase sent() {
        Request request = draw.once(2) ? good.withBody().request(bytes("{}")) : good.withoutBody();
        String sent = draw.once(2)
                ? latin(NastyJson.text(draw))
                : SmallCity.NOW.plusSeconds(draw.below(1_200) - 600L).toString();
        return FuzzCase.of("sent", request.sent(sent)).onItsOwn();
    }

    /** A good request with some of its bytes changed after it was signed. */
    FuzzCase mutated() {
        byte[] bytes = (draw.once(2) ? good.signedTap() : good.withoutBody()).bytes();
        for (int times = draw.below(4); times >= 0; times--) {
            bytes[draw.below(bytes.length)] = draw.bytes(1)[0];
        }
        if (draw.once(4)) {
            byte[] half = Arrays.copyOf(bytes, draw.below(bytes.length));
            return FuzzCase.of("half", half, draw.once(2) ? Ending.HANG_UP : Ending.HALF_CLOSE);
        }
        return FuzzCase.of("mutated", bytes, Ending.HALF_CLOSE);
    }

    FuzzCase noise() {
        byte[] opening = bytes(draw.pick(
                "",
                "",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET / HTTP/1.1\r\nUpgrade: h2c\r\n",
                "POST /v1/taps HTTP/1.0\r\n",
                "CONNECT ",
                "GET ",
                "\r\n\r\n\r\n"));
        byte[] end = bytes(draw.pick("\r\n\r\n", "\n\n", ""));
        byte[] noise = SpoiltJson.joined(opening, draw.bytes(draw.below(600)), end);
        return FuzzCase.of("noise", noise, Ending.HALF_CLOSE).only("40000|401..|404..|405..|closed");
    }

    private String flipped(String text) {
        byte[] bytes = bytes(text);
        bytes[draw.below(bytes.length)] ^= (byte) (1 << draw.below(8));
        return latin(new String(bytes, ISO_8859_1));
    }

    private String flippedHex(String hex) {
        int place = draw.below(hex.length());
        return hex.substring(0, place) + (hex.charAt(place) == '0' ? '1' : '0') + hex.substring(place + 1);
    }

    /** What can stand in a header: no line ends. */
    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1).replaceAll("[\\r\\n\\x00]", "?");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
