package cn.suinian.gateway.terminal.call;

import static java.util.stream.Collectors.joining;

import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.denylist.DenylistFeed;
import cn.suinian.gateway.terminal.body.BatchBodyParser;
import cn.suinian.gateway.terminal.body.ReportBody;
import cn.suinian.gateway.terminal.gate.Caller;
import cn.suinian.gateway.terminal.gate.Reply;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** What a terminal is told about itself: our time, its keys, its denylist, what it may do. */
public final class StatusDesk {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneId.of("Asia/Shanghai"));

    private final KeyVault vault;
    private final DenylistFeed denylist;
    private final Limits limits;

    /**
     * What a terminal should keep to.
     *
     * @param lateDays how many days after its own time a stored tap is still accepted
     * @param clockToleranceSeconds how far its clock may be off
     * @param tapsPerSecond what it may ask of one node
     */
    public record Limits(int lateDays, int clockToleranceSeconds, int tapsPerSecond) {}

    public StatusDesk(KeyVault vault, DenylistFeed denylist, Limits limits) {
        this.vault = vault;
        this.denylist = denylist;
        this.limits = limits;
    }

    public Future<Reply> answer(Caller caller, ReportBody report, boolean inTime) {
        return denylist.latestVersion().map(latest -> Reply.json(json(caller, report, inTime, latest)));
    }

    private String json(Caller caller, ReportBody report, boolean inTime, long latest) {
        Terminal terminal = caller.terminal();
        long held = report.denylistVersion() == null ? 0 : report.denylistVersion();
        return "{\"terminalId\":\"" + Terminal.digits(terminal.id())
                + "\",\"status\":\"" + (terminal.suspended() ? "SUSPENDED" : "ACTIVE")
                + "\",\"time\":\"" + MILLIS.format(caller.at())
                + "\",\"clockSkewMillis\":" + caller.skewMillis()
                + ",\"clock\":\"" + (inTime ? "GOOD" : "OFF")
                + "\",\"denylistVersion\":" + latest
                + ",\"denylistStale\":" + (held < latest)
                + ",\"keyVersion\":" + keyVersions(caller)
                + ",\"services\":" + services(terminal)
                + ",\"limits\":" + limits() + "}";
    }

    private String keyVersions(Caller caller) {
        return "{\"used\":" + caller.keyVersion()
                + ",\"newest\":" + vault.terminalKeyVersions().last()
                + ",\"oldestAccepted\":" + caller.terminal().oldestKeyVersion() + "}";
    }

    private static String services(Terminal terminal) {
        return Arrays.stream(Service.values())
                .filter(terminal::offers)
                .map(service -> '"' + service.name() + '"')
                .collect(joining(",", "[", "]"));
    }

    private String limits() {
        return "{\"lateDays\":" + limits.lateDays()
                + ",\"clockToleranceSeconds\":" + limits.clockToleranceSeconds()
                + ",\"batchItems\":" + BatchBodyParser.MOST_TAPS
                + ",\"tapsPerSecond\":" + limits.tapsPerSecond() + "}";
    }
}
