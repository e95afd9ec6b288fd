package cn.suinian.core.postgres;

import static cn.suinian.core.postgres.TestServers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MigrationsTest {
    private static EmbeddedServer server;
    private Database database;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        server = EmbeddedServer.start(TestServers.prepared(dataDir));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        ask(server.database(), "DROP DATABASE IF EXISTS migrated WITH (FORCE)");
        ask(server.database(), "CREATE DATABASE migrated");
        database = server.database().named("migrated");
    }

    @Test
    void appliesModulesInOrderEachWithItsOwnNumbersAndOnlyOnce() throws Exception {
        Migrations.apply(database, List.of("tiny", "tinynext"));
        Migrations.apply(database, List.of("tiny", "tinynext"));
        assertThat(ask(database, "SELECT count(*) FROM tiny_next")).isEqualTo("0");
        assertThat(ask(database, "SELECT count(*) FROM migrations_of_tiny")).isEqualTo("1");
    }

    @Test
    void saysInOneLineWhatItDidAndNothingWhenThereIsNothingToDo() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        root.addAppender(seen);
        root.setLevel(Level.INFO);
        try {
            Migrations.apply(database, List.of("tiny"));
            Migrations.apply(database, List.of("tiny"));
        } finally {
            root.setLevel(before);
            root.detachAppender(seen);
        }
        assertThat(seen.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Database " + database + ": tiny is now at version 1");
    }

    @Test
    void namesTheMigrationThatFails() {
        assertThatThrownBy(() -> Migrations.apply(database, List.of("broken")))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("V1__broken.sql")
                .hasMessageContaining("nosuchtype");
    }

    @Test
    void refusesADatabaseThatHoldsSomethingElse() throws Exception {
        ask(database, "CREATE TABLE of_somebody_else (n int)");
        assertThatThrownBy(() -> Migrations.apply(database, List.of("tiny")))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("non-empty schema");
    }

    @Test
    void refusesADatabaseThatIsNewerThanThisRelease() throws Exception {
        Migrations.apply(database, List.of("tiny"));
        ask(database, """
                INSERT INTO migrations_of_tiny
                SELECT 2, '2', 'later', type, 'V2__later.sql', checksum, installed_by, installed_on, 1, true
                FROM migrations_of_tiny""");
        assertThatThrownBy(() -> Migrations.apply(database, List.of("tiny")))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("2");
    }

    @Test
    void refusesAModuleWithoutMigrations() {
        assertThatThrownBy(() -> Migrations.apply(database, List.of("nowhere")))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("db/nowhere");
    }
}
