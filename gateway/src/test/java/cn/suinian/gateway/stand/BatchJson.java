package cn.suinian.gateway.stand;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/** Stored taps in one request, as a terminal sends them. */
public final class BatchJson {
    public static final String PATH = "/v1/taps/batch";

    private BatchJson() {}

    public static Request of(TapJson... taps) {
        return of(Arrays.asList(taps));
    }

    public static Request of(List<TapJson> taps) {
        return items(taps.get(0).terminalId(), taps.stream().map(TapJson::text).toArray(String[]::new));
    }

    /** A batch of any JSON values. */
    public static Request items(long terminalId, String... items) {
        return body(terminalId, Arrays.stream(items).collect(joining(",", "{\"taps\":[", "]}")));
    }

    /** Any body at all. */
    public static Request body(long terminalId, String body) {
        return Request.post(terminalId, body).target(PATH);
    }
}
