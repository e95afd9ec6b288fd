package cn.suinian.core.postgres;

import cn.suinian.core.settings.Secret;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.settings.SettingsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database to use.
 *
 * @param external the server of {@code SUINIAN_DB_URL}; absent means the embedded one
 * @param owner the same database for the role that owns its tables; absent: the one role does everything
 * @param dataDir where the embedded server and the other files of this installation live
 * @param port of the embedded server, 0 for any free one
 * @param poolSize most connections of one node on the tap path
 */
public record DatabaseConfig(
        Optional<Database> external, Optional<Database> owner, Path dataDir, int port, int poolSize) {
    /** Reads the {@code SUINIAN_DB_} settings and {@code SUINIAN_DATA_DIR}. */
    public static DatabaseConfig from(Settings settings) {
        Optional<Secret> url = settings.secret(
                "SUINIAN_DB_URL",
                "PostgreSQL 15 or newer: `postgresql://user:password@host:port/database`;"
                        + " when not set, an embedded server runs under the data directory");
        Optional<Secret> ownerUrl = settings.secret(
                "SUINIAN_DB_OWNER_URL",
                "the same database for the role that owns the tables and migrates them; then the role of"
                        + " `SUINIAN_DB_URL` is granted what nodes need and no more");
        if (url.isEmpty() && ownerUrl.isPresent()) {
            throw new SettingsException("SUINIAN_DB_OWNER_URL is set but SUINIAN_DB_URL is not");
        }
        String dataDir = settings.text(
                "SUINIAN_DATA_DIR", "./data", "Directory of the embedded database, keys and run-time files");
        int port = settings.wholeNumber(
                "SUINIAN_DB_PORT", 5480, 0, 65535, "Port of the embedded database on 127.0.0.1; 0 = any free port");
        int poolSize = settings.wholeNumber(
                "SUINIAN_DB_POOL_SIZE", 16, 1, 90, "Most database connections of one node on the tap path");
        return new DatabaseConfig(
                url.map(each -> parse("SUINIAN_DB_URL", each)),
                ownerUrl.map(each -> parse("SUINIAN_DB_OWNER_URL", each)),
                Path.of(dataDir).normalize(),
                port,
                poolSize);
    }

    /** How to run the embedded server of this configuration. */
    public EmbeddedServerConfig embedded() {
        return EmbeddedServerConfig.durable(dataDir, port);
    }

    private static Database parse(String name, Secret url) {
        try {
            return Database.parse(url.reveal());
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(name + " " + wrong.getMessage());
        }
    }
}
