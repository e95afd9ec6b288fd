package cn.suinian.gateway.app;

import cn.suinian.core.postgres.EmbeddedServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded database again when something killed it under a running node. The lanes look up what was under
 * way by themselves once it is back.
 */
final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final EmbeddedServer server;
    private boolean stopped;

    DatabaseWatch(EmbeddedServer server) {
        this.server = server;
    }

    synchronized void stop() {
        stopped = true;
        server.stop();
    }

    /** Blocking. */
    synchronized Void look() {
        if (!stopped && !server.isRunning()) {
            LOG.error("the embedded database is gone; starting it again");
            try {
                server.restart();
                LOG.warn("the embedded database runs again as process {}", server.pid());
            } catch (RuntimeException failure) {
                LOG.error("the embedded database did not start; trying again in a second", failure);
            }
        }
        return null;
    }
}
