package cn.suinian.gateway.app;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.EmbeddedServer;
import java.util.Optional;

/**
 * The database of this installation for a command beside {@code serve}: the external one, the embedded one of a node
 * that runs, or the embedded one started for as long as the command takes.
 */
record DatabaseAccess(Database database, Optional<EmbeddedServer> startedHere) implements AutoCloseable {

    static DatabaseAccess open(NodeConfig config) {
        Optional<Database> there = config.database()
                .external()
                .or(() -> EmbeddedServer.findRunning(config.database().dataDir()));
        if (there.isPresent()) {
            return new DatabaseAccess(there.get(), Optional.empty());
        }
        EmbeddedServer server = EmbeddedServer.start(config.database().embedded());
        return new DatabaseAccess(server.database(), Optional.of(server));
    }

    @Override
    public void close() {
        startedHere.ifPresent(EmbeddedServer::stop);
    }
}
