package cn.suinian.gateway.app;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.DatabaseUnusableException;
import cn.suinian.core.postgres.EmbeddedServer;
import java.util.Optional;

/**
 * The database of this installation for a command beside {@code serve}: the external one, the embedded one of a node
 * that runs, or the embedded one started for as long as the command takes.
 *
 * @param owner for the role that owns the tables: migrations, and looking at everything
 * @param database for the role that nodes work as; the same one where there is only one
 */
record DatabaseAccess(Database owner, Database database, Optional<EmbeddedServer> startedHere)
        implements AutoCloseable {

    static DatabaseAccess open(NodeConfig config) {
        Optional<Database> external = config.database().external();
        if (external.isPresent()) {
            return new DatabaseAccess(
                    config.database().owner().orElse(external.get()), external.get(), Optional.empty());
        }
        Optional<Database> running =
                EmbeddedServer.findRunning(config.database().dataDir());
        if (running.isPresent()) {
            Database application = EmbeddedServer.findRunningApplication(
                            config.database().dataDir())
                    .orElseThrow(() -> new DatabaseUnusableException("The embedded database went down just now"));
            return new DatabaseAccess(running.get(), application, Optional.empty());
        }
        EmbeddedServer server = EmbeddedServer.start(config.database().embedded());
        return new DatabaseAccess(server.database(), server.application(), Optional.of(server));
    }

    @Override
    public void close() {
        startedHere.ifPresent(EmbeddedServer::stop);
    }
}
