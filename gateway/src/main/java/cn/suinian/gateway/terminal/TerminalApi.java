package cn.suinian.gateway.terminal;

import cn.suinian.core.attestation.Attestations;
import cn.suinian.core.authorization.Entitlements;
import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.denylist.DenylistFeed;
import cn.suinian.gateway.http.guard.LargeBodies;
import cn.suinian.gateway.http.guard.Visitors;
import cn.suinian.gateway.terminal.call.AttestationCall;
import cn.suinian.gateway.terminal.call.BatchCall;
import cn.suinian.gateway.terminal.call.DenylistCall;
import cn.suinian.gateway.terminal.call.ExplanationCall;
import cn.suinian.gateway.terminal.call.HeartbeatCall;
import cn.suinian.gateway.terminal.call.LookUpCall;
import cn.suinian.gateway.terminal.call.PreviewCall;
import cn.suinian.gateway.terminal.call.ReversalCall;
import cn.suinian.gateway.terminal.call.SignInCall;
import cn.suinian.gateway.terminal.call.SigningKeysCall;
import cn.suinian.gateway.terminal.call.StatusDesk;
import cn.suinian.gateway.terminal.call.TapCall;
import cn.suinian.gateway.terminal.call.TapDesk;
import cn.suinian.gateway.terminal.gate.Entrance;
import cn.suinian.gateway.terminal.gate.Exchange;
import cn.suinian.gateway.terminal.gate.Gatekeeper;
import cn.suinian.gateway.terminal.gate.Sightings;
import cn.suinian.gateway.terminal.gate.TapMeters;
import cn.suinian.gateway.terminal.gate.Throttle;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What terminals may ask: the route table. One for a node, shared by its event loops. */
public final class TerminalApi {

    private final Entrance entrance;
    private final TerminalLimits limits;
    private final AtomicInteger connections = new AtomicInteger();
    private final LargeBodies largeBodies = LargeBodies.ofThisProcess();
    private final Routes routes;

    /** What the calls need. */
    public record Parts(
            TerminalConfig config,
            Recognition recognition,
            KeyVault vault,
            Supplier<Reference> reference,
            Clock clock,
            MeterRegistry registry,
            DenylistFeed denylist,
            Sightings sightings,
            Enquiries enquiries) {}

    /** What the calls need that read and write past the lanes. */
    public record Enquiries(Entitlements entitlements, Explanations explanations, Attestations attestations) {}

    public TerminalApi(Parts parts) {
        Duration tolerance = Duration.ofSeconds(parts.config.clockToleranceSeconds());
        TapMeters meters = new TapMeters(parts.registry);
        limits = parts.config.limits();
        entrance = new Entrance(
                new Gatekeeper(parts.vault, parts.reference, parts.clock, tolerance),
                new Throttle(limits.tapsPerSecond(), limits.tapsUnderWay(), System::nanoTime),
                parts.sightings,
                meters);
        Gauge.builder("suinian.terminal.connections", connections, AtomicInteger::get)
                .description("open connections of the terminal API")
                .register(parts.registry);
        TapDesk desk = new TapDesk(parts.recognition, parts.clock, tolerance, meters);
        StatusDesk status = new StatusDesk(
                parts.vault,
                parts.denylist,
                new StatusDesk.Limits(
                        parts.config.lateDays(), parts.config.clockToleranceSeconds(), limits.tapsPerSecond()));
        routes = new Routes(
                Route.post("/v1/taps", new TapCall(desk, meters)),
                Route.post("/v1/taps/batch", new BatchCall(desk, meters)).withBodyLimit(BatchCall.MOST_BYTES),
                Route.get("/v1/taps/{terminalSeq}", new LookUpCall(parts.recognition)),
                Route.post("/v1/taps/{terminalSeq}/reversal", new ReversalCall(parts.recognition, parts.clock)),
                Route.get(
                        "/v1/taps/{terminalSeq}/explanation",
                        new ExplanationCall(parts.recognition, parts.enquiries.explanations)),
                Route.get("/v1/entitlements/{cardNo}", new PreviewCall(parts.enquiries.entitlements, parts.clock)),
                Route.post("/v1/attestations", new AttestationCall(parts.recognition, parts.enquiries.attestations))
                        .withBodyLimit(AttestationCall.MOST_BYTES),
                Route.get("/v1/denylist", new DenylistCall(parts.denylist)),
                Route.get("/v1/keys", new SigningKeysCall(parts.vault)),
                Route.post("/v1/terminal/sign-in", new SignInCall(status)),
                Route.post("/v1/terminal/heartbeat", new HeartbeatCall(status)),
                Route.get("/openapi.yaml", new DocumentCall()));
    }

    /** For one event loop; how many connections are open is counted over all of them. */
    Visitors visitors() {
        return new Visitors(connections, limits.connections(), limits.requestSeconds());
    }

    LargeBodies largeBodies() {
        return largeBodies;
    }

    /** Everything that can be asked. */
    List<Route> routes() {
        return routes.all();
    }

    Routes.Found find(HttpServerRequest request) {
        return routes.find(request.method().name(), request.path());
    }

    Exchange exchange(HttpServerRequest request, String variable, Context context) {
        return new Exchange(request, variable, context, entrance);
    }
}
