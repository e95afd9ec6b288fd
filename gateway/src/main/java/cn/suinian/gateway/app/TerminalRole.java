package cn.suinian.gateway.app;

import static java.util.concurrent.TimeUnit.SECONDS;

import cn.suinian.core.attestation.Attestations;
import cn.suinian.core.authorization.Authorizer;
import cn.suinian.core.authorization.Entitlements;
import cn.suinian.core.authorization.Explanations;
import cn.suinian.core.authorization.Recognition;
import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.card.CardDirectory;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.reference.ReferenceWatch;
import cn.suinian.gateway.denylist.DenylistFeed;
import cn.suinian.gateway.network.EventLoops;
import cn.suinian.gateway.terminal.TerminalApi;
import cn.suinian.gateway.terminal.TerminalApi.Enquiries;
import cn.suinian.gateway.terminal.TerminalConfig;
import cn.suinian.gateway.terminal.TerminalServer;
import cn.suinian.gateway.terminal.gate.Sightings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The terminal role of a node: lanes, recognition and one terminal server for each event loop. */
final class TerminalRole {

    private static final long WRITE_SIGHTINGS_MILLIS = 5_000;

    /** A node stops in time even if the database does not answer. */
    private static final int LAST_WRITE_SECONDS = 2;

    private final Vertx vertx;
    private final Authorizer authorizer;
    private final List<String> servers = new ArrayList<>();
    private final Sightings sightings;
    private final long writer;

    private TerminalRole(Parts parts, Authorizer authorizer) {
        this.vertx = parts.vertx;
        this.authorizer = authorizer;
        this.sightings = Sightings.into(parts.pool);
        this.writer = vertx.setPeriodic(WRITE_SIGHTINGS_MILLIS, tick -> sightings.flush());
    }

    /** What the role is made of. */
    record Parts(
            Vertx vertx,
            NodeConfig config,
            Database database,
            SqlClient pool,
            ReferenceWatch reference,
            KeyVault vault,
            MeterRegistry meters,
            Clock clock,
            int port) {}

    static Future<TerminalRole> start(Parts parts) {
        NodeConfig config = parts.config;
        TerminalConfig terminal = config.terminal().withPort(parts.port);
        Limits limits = new Limits(
                terminal.lateDays(),
                terminal.clockToleranceSeconds(),
                terminal.goodFaithHours(),
                terminal.reversalHours());
        return Authorizer.open(
                        parts.vertx,
                        parts.database.connectOptions(),
                        config.lanes(),
                        limits,
                        parts.reference::current,
                        parts.meters)
                .compose(authorizer -> {
                    Recognition recognition = new Recognition(
                            new CardDirectory(
                                    parts.vertx, parts.database, config.lanes().rememberedAccounts()),
                            parts.vault,
                            authorizer,
                            parts.pool,
                            config.lanes().deadlineMillis(),
                            parts.meters);
                    TerminalRole role = new TerminalRole(parts, authorizer);
                    return role.listen(parts, terminal, recognition, enquiries(parts, limits, recognition))
                            .map(role);
                });
    }

    private static Enquiries enquiries(Parts parts, Limits limits, Recognition recognition) {
        int deadlineMillis = parts.config.lanes().deadlineMillis();
        return new Enquiries(
                new Entitlements(recognition, parts.pool, parts.reference::current, limits, deadlineMillis),
                new Explanations(parts.pool, parts.reference::current, deadlineMillis),
                new Attestations(parts.pool, deadlineMillis));
    }

    private Future<Void> listen(Parts parts, TerminalConfig terminal, Recognition recognition, Enquiries enquiries) {
        List<Future<String>> deployed = new ArrayList<>();
        DenylistFeed denylist = new DenylistFeed(vertx, parts.pool, parts.vault);
        TerminalApi api = new TerminalApi(new TerminalApi.Parts(
                terminal,
                recognition,
                parts.vault,
                parts.reference::current,
                parts.clock,
                parts.meters,
                denylist,
                sightings,
                enquiries));
        for (int i = 0; i < EventLoops.count(); i++) {
            deployed.add(vertx.deployVerticle(new TerminalServer(parts.config.bindHost(), terminal, api))
                    .onSuccess(servers::add));
        }
        return Future.all(deployed).mapEmpty();
    }

    /** Stops listening, answers what was accepted, then stops the lanes. */
    Future<Void> stop() {
        List<Future<Void>> closed = servers.stream().map(vertx::undeploy).toList();
        vertx.cancelTimer(writer);
        return Future.join(closed)
                .transform(done -> authorizer.stop())
                .eventually(() ->
                        sightings.flush().compose(earlier -> sightings.flush()).timeout(LAST_WRITE_SECONDS, SECONDS));
    }

    /** Several servers share a port only if they agree on its number beforehand. */
    static int freePort(int wanted) throws java.io.IOException {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
