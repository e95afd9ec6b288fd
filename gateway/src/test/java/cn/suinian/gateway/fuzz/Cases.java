package cn.suinian.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.gateway.fuzz.GoodRequests.Asked;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.util.Arrays;

/** Makes the case of a number. More than half have a right MAC over a body that is wrong. */
final class Cases {
    private static final int LARGE_EVERY = 400;

    private final long seed;

    Cases(long seed) {
        this.seed = seed;
    }

    FuzzCase of(int number) {
        Draw draw = new Draw(seed, number);
        GoodRequests good = new GoodRequests(draw);
        SpoiltHttp http = new SpoiltHttp(draw, good);
        if (draw.once(LARGE_EVERY)) {
            return large(draw);
        }
        return switch (draw.below(32)) {
            case 0, 1 -> http.target();
            case 2 -> http.method();
            case 3, 4 -> http.headers();
            case 5 -> http.framing();
            case 6 -> http.chunks();
            case 7, 8 -> http.proof();
            case 9 -> http.sent();
            case 10, 11 -> http.mutated();
            case 12 -> http.noise();
            case 13, 14, 15 -> edge(draw, good);
            case 16 -> whole(draw, good);
            default -> body(draw, good);
        };
    }

    /** A body with wrong fields or wrong bytes under a right MAC. */
    private static FuzzCase body(Draw draw, GoodRequests good) {
        Asked asked = good.withBody();
        String text = draw.once(6) ? asked.text() : SpoiltJson.text(draw, asked.fields());
        return FuzzCase.of(
                        "body " + asked.target().replaceAll("[0-9]+", "N"), asked.request(SpoiltJson.bytes(draw, text)))
                .only("(?!401).*");
    }

    /** A request that is proven in every way, a tap at the edges of what is allowed. */
    private static FuzzCase edge(Draw draw, GoodRequests good) {
        if (draw.once(4)) {
            return FuzzCase.of("edge", good.withoutBody()).only("(?!401).*");
        }
        TapJson tap = good.tap();
        return FuzzCase.of("edge", draw.once(4) ? tap.lookUp() : tap.request()).only("(?!401).*");
    }

    /** Any JSON value, or none, as the whole body. */
    private static FuzzCase whole(Draw draw, GoodRequests good) {
        Asked asked = good.withBody();
        byte[] body = draw.once(3)
                ? draw.bytes(draw.below(300))
                : NastyJson.value(draw).getBytes(UTF_8);
        return FuzzCase.of("whole", asked.request(body)).only("400..|403..|404..|41301");
    }

    /** Up to and beyond the largest body. */
    private static FuzzCase large(Draw draw) {
        int length = draw.once(2) ? 16_000 + draw.below(1_000) : draw.below(2 << 20);
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) draw.pick("[", "{", "9", " ", "\"", "\u0000").charAt(0));
        byte[] opening =
                draw.pick("", "{\"taps\":", "{\"taps\":[", "{\"tac\":\"").getBytes(UTF_8);
        System.arraycopy(opening, 0, body, 0, Math.min(length, opening.length));
        Request request = Request.post(SmallCity.GATE, body);
        if (draw.once(2)) {
            request.target(BatchJson.PATH);
        }
        return FuzzCase.of("large", draw.once(2) ? request.chunked() : request).only("4000[1345]|41301");
    }
}
