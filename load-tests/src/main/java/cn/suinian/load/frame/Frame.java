package cn.suinian.load.frame;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An unsigned request.
 *
 * @param target path and query exactly as they go on the wire
 * @param body empty for a GET
 */
public record Frame(String method, String target, String body) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Sends a tap. */
    public static Frame tap(Tap tap) {
        return new Frame("POST", "/v1/taps", TapBody.of(tap));
    }

    /** Sends stored taps. */
    public static Frame batch(List<Tap> taps) {
        String items = taps.stream().map(TapBody::of).collect(Collectors.joining(",", "{\"taps\":[", "]}"));
        return new Frame("POST", "/v1/taps/batch", items);
    }

    /** Has a tap undone; the reason is always that it was not served. */
    public static Frame reversal(Tap tap) {
        LocalDate date = tap.tappedAt().atZoneSameInstant(SHANGHAI).toLocalDate();
        return new Frame(
                "POST",
                "/v1/taps/%d/reversal".formatted(tap.terminalSeq()),
                "{\"date\":\"%s\",\"cardNo\":\"%s\",\"reason\":\"NOT_SERVED\"}".formatted(date, tap.cardNo()));
    }

    /** Asks what became of a tap whose answer was lost. */
    public static Frame lookUp(Tap tap) {
        LocalDate date = tap.tappedAt().atZoneSameInstant(SHANGHAI).toLocalDate();
        return new Frame("GET", "/v1/taps/%d?date=%s&cardNo=%s".formatted(tap.terminalSeq(), date, tap.cardNo()), "");
    }
}
