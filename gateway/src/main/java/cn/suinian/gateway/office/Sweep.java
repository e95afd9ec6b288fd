package cn.suinian.gateway.office;

import cn.suinian.core.staff.client.ApiClients;
import cn.suinian.core.staff.client.IdempotentCalls;
import cn.suinian.core.staff.signin.Sessions;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what is over, now and then: sessions, counts of failed sign-ins, access tokens, answers kept for repeated
 * calls. Nothing depends on it but the size of their tables, so every node with the console role does it.
 */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final long EVERY_TEN_MINUTES = 600_000;

    private record Broom(String of, Sweeping sweeping) {}

    private interface Sweeping {
        int sweep() throws SQLException;
    }

    private final Vertx vertx;
    private final List<Broom> brooms;
    private final long timer;

    private Sweep(Vertx vertx, List<Broom> brooms, long everyMillis) {
        this.vertx = vertx;
        this.brooms = brooms;
        this.timer = vertx.setPeriodic(everyMillis, tick -> vertx.executeBlocking(this::sweep));
    }

    /** Every ten minutes. */
    public static Sweep start(Vertx vertx, Sessions sessions, ApiClients clients, IdempotentCalls calls) {
        return start(vertx, sessions, clients, calls, EVERY_TEN_MINUTES);
    }

    static Sweep start(Vertx vertx, Sessions sessions, ApiClients clients, IdempotentCalls calls, long everyMillis) {
        List<Broom> brooms = List.of(
                new Broom("sessions", sessions::sweep),
                new Broom("access tokens", clients::sweep),
                new Broom("answers to calls", calls::sweep));
        return new Sweep(vertx, brooms, everyMillis);
    }

    /** No more. */
    public void stop() {
        vertx.cancelTimer(timer);
    }

    private Void sweep() {
        for (Broom each : brooms) {
            try {
                int dropped = each.sweeping.sweep();
                LOG.debug("dropped {} {}", dropped, each.of);
            } catch (SQLException failure) {
                // Without its message: a driver's quotes rows.
                LOG.warn("dropping old {} failed, SQL state {}", each.of, failure.getSQLState());
            }
        }
        return null;
    }
}
