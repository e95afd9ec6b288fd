package cn.suinian.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.card.CardNumber;
import cn.suinian.gateway.stand.BatchJson;
import cn.suinian.gateway.stand.Request;
import cn.suinian.gateway.stand.SmallCity;
import cn.suinian.gateway.stand.TapJson;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that are right in every way, before anything is spoilt. */
final class GoodRequests {

    /** Cards that hostile taps are made with: the neighbours' are others. */
    static final int CARDS = 800;

    private static final List<Long> TERMINALS =
            List.of(SmallCity.GATE, SmallCity.BUS, SmallCity.CANTEEN, SmallCity.SPORTS_HALL, SmallCity.CARE);
    private static final int LATE_SECONDS = 40 * 24 * 3600;

    private final Draw draw;

    /** A call with a JSON object: the JSON of its fields by name. */
    record Asked(long terminalId, String target, Map<String, String> fields) {
        Request request(byte[] body) {
            return Request.post(terminalId, body).target(target);
        }

        String text() {
            StringBuilder text = new StringBuilder("{");
            fields.forEach((name, value) -> text.append(text.length() > 1 ? ",\"" : "\"")
                    .append(name)
                    .append("\":")
                    .append(value));
            return text.append('}').toString();
        }
    }

    GoodRequests(Draw draw) {
        this.draw = draw;
    }

    /** Any call that has a body. */
    Asked withBody() {
        return switch (draw.below(10)) {
            case 0 -> report("/v1/terminal/sign-in");
            case 1 -> report("/v1/terminal/heartbeat");
            case 2 -> reversal();
            case 3 -> attestation();
            case 4 -> batch();
            default -> {
                TapJson tap = tap();
                yield new Asked(tap.terminalId(), "/v1/taps", fields(tap));
            }
        };
    }

    /** Any call without one. */
    Request withoutBody() {
        String query = "?date=2026-11-23&cardNo=" + card();
        String target =
                switch (draw.below(7)) {
                    case 0 -> "/v1/denylist";
                    case 1 -> "/v1/denylist?since=" + draw.below(3);
                    case 2 -> "/v1/keys";
                    case 3 -> "/v1/entitlements/" + card();
                    case 4 -> "/v1/taps/" + draw.u32() + "/explanation" + query;
                    default -> "/v1/taps/" + draw.u32() + query;
                };
        return Request.get(terminal(), target);
    }

    /** A tap with its own TAC, at the edges of what is allowed, or beyond. */
    TapJson tap() {
        TapJson tap =
                switch (draw.below(6)) {
                    case 0 -> TapJson.bus(card(), draw.u32());
                    case 1 -> TapJson.sports(card(), draw.u32());
                    case 2 -> TapJson.care(card(), draw.u32());
                    case 3 -> TapJson.check(card(), draw.u32());
                    case 4 -> TapJson.gate(card(), draw.u32(), draw.pick("ENTRY", "EXIT"), 0);
                    default -> TapJson.meal(card(), draw.u32());
                };
        if (draw.once(2)) {
            tap.counter(draw.u32()).amount(draw.pick(List.of(0L, 1L, 1_000_000L, 1_000_001L, 1_500L)));
        }
        return draw.once(3)
                ? tap.at(SmallCity.NOW
                        .minus(Duration.ofSeconds(draw.below(LATE_SECONDS) - 600))
                        .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(60 * (draw.below(36 * 60 + 1) - 18 * 60))))
                : tap;
    }

    private Map<String, String> fields(TapJson tap) {
        Map<String, String> fields = new LinkedHashMap<>(tap.fields());
        if (draw.once(3)) {
            fields.put("denylistVersion", draw.pick("0", "1", "9007199254740992"));
        }
        if (draw.once(3)) {
            fields.put("context", context());
        }
        return fields;
    }

    private String context() {
        Map<String, String> good = new LinkedHashMap<>();
        good.put("line", "\"M1\"");
        good.put("station", "\"\u798f\u7530\"");
        good.put("direction", NastyJson.quoted(draw.pick("ENTRY", "EXIT", "BOARD")));
        good.put("vehicle", "\"\u7ca4B12345\"");
        good.put("delivery", draw.pick("true", "false"));
        return SpoiltJson.text(draw, good);
    }

    /** A batch of taps, some of them spoilt. */
    private Asked batch() {
        int items = draw.once(20) ? draw.below(1_100) : draw.below(12);
        StringBuilder taps = new StringBuilder("[");
        TapJson some = tap();
        for (int i = 0; i < items; i++) {
            TapJson tap = items < 20 ? tap() : some;
            taps.append(i == 0 ? "" : ",")
                    .append(draw.once(3) ? SpoiltJson.text(draw, fields(tap)) : items < 20 ? tap.text() : "{}");
        }
        return new Asked(
                terminal(), BatchJson.PATH, Map.of("taps", taps.append(']').toString()));
    }

    private Asked report(String path) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("software", "\"gate 4.2\"");
        fields.put("denylistVersion", draw.pick("0", "2", "9007199254740992"));
        fields.put("storedTaps", draw.pick("0", "2147483647"));
        return new Asked(terminal(), path, fields);
    }

    private Asked reversal() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("date", "\"2026-11-23\"");
        fields.put("cardNo", NastyJson.quoted(card()));
        fields.put("reason", "\"TILL_ERROR\"");
        return new Asked(terminal(), "/v1/taps/" + draw.u32() + "/reversal", fields);
    }

    private Asked attestation() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cardNo", NastyJson.quoted(card()));
        fields.put("kind", "\"FITNESS_CERTIFICATE\"");
        fields.put("validFrom", "\"2026-11-23T00:00:00+08:00\"");
        fields.put("validUntil", "\"2026-11-24T00:00:00+08:00\"");
        fields.put("source", "\"Health Commission\"");
        fields.put("statedAt", "\"2026-11-23T08:00:00+08:00\"");
        String one = draw.once(2) ? SpoiltJson.text(draw, fields) : new Asked(0, "", fields).text();
        return new Asked(SmallCity.FEED, "/v1/attestations", Map.of("attestations", "[" + one + "]"));
    }

    private long terminal() {
        return draw.pick(TERMINALS);
    }

    private String card() {
        return switch (draw.below(8)) {
            case 0 -> SmallCity.VECTOR_CARD;
            case 1 -> draw.pick(SmallCity.LOST_CARD, SmallCity.UNKNOWN_HERE, "6228480402564890018");
            default -> new CardNumber(1 + draw.below(CARDS)).digits();
        };
    }

    /** A good tap. */
    Request signedTap() {
        TapJson tap = tap();
        return Request.post(tap.terminalId(), tap.text().getBytes(UTF_8));
    }
}
