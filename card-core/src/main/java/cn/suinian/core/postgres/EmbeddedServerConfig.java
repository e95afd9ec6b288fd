package cn.suinian.core.postgres;

import java.nio.file.Path;

/**
 * How to run an embedded server.
 *
 * @param dataDir holds the cluster, its password, its log and the lock; made when absent
 * @param port on 127.0.0.1; 0 for any free one
 * @param programsDir where the PostgreSQL programs are unpacked, once for all who share it
 * @param survivesPowerLoss false only in tests: commits then survive a killed process but not a lost machine
 */
public record EmbeddedServerConfig(Path dataDir, int port, Path programsDir, boolean survivesPowerLoss) {
    /** For use: nothing that was committed may be lost. */
    public static EmbeddedServerConfig durable(Path dataDir, int port) {
        return new EmbeddedServerConfig(dataDir, port, dataDir.resolve("programs"), true);
    }

    /** For tests: no fsync, little memory, any free port. */
    public static EmbeddedServerConfig forTests(Path dataDir, Path programsDir) {
        return new EmbeddedServerConfig(dataDir, 0, programsDir, false);
    }
}
