package cn.suinian.core.postgres;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the schema of this release.
 *
 * <p>Each module owns {@code db/<module>} on the class path and a history table of its own, so two modules number their
 * migrations from 1 without knowing of each other. A module's tables may refer to those of the modules before it. Nodes
 * may start at the same time: one migrates, the others wait for it.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Applies what is missing, module by module in this order.
     *
     * @throws DatabaseUnusableException when a migration fails or was altered after it was applied, when the database
     *     is newer than this release, or when it holds the tables of something else
     */
    public static void apply(Database database, List<String> modules) {
        for (String module : modules) {
            boolean first = module.equals(modules.get(0));
            try {
                MigrateResult result = flyway(database, module, first).migrate();
                if (result.migrationsExecuted > 0) {
                    LOG.info("Database {}: {} is now at version {}", database, module, result.targetSchemaVersion);
                }
            } catch (FlywayException failure) {
                throw new DatabaseUnusableException(
                        "Migrating " + module + " in " + database + " failed: " + failure.getMessage(), failure);
            }
        }
    }

    private static Flyway flyway(Database database, String module, boolean first) {
        FluentConfiguration configuration = Flyway.configure()
                .loggers(QuietFlywayLog.class.getName())
                .dataSource(database.dataSource())
                .locations("classpath:db/" + module)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                // By default Flyway lets an old release run on the schema of a newer one.
                .ignoreMigrationPatterns(new String[0])
                .table("migrations_of_" + module)
                .placeholderReplacement(false)
                .cleanDisabled(true);
        if (!first) {
            // The modules before have made tables; without this Flyway takes them for somebody else's.
            configuration.baselineOnMigrate(true).baselineVersion("0");
        }
        return configuration.load();
    }
}
