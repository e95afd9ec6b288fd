package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.DatabaseUnusableException;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.settings.Settings;
import cn.suinian.core.verification.Verification;
import cn.suinian.gateway.command.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class VerifyCommandTest {

    @TempDir
    private Path data;

    @Test
    void aSoundDatabaseIsNoFailure(Database database) throws Exception {
        assertThat(verify(Map.of("SUINIAN_DB_URL", database.urlWithPassword()))).isZero();
    }

    @Test
    @Breaks({
        "the open day is the one that postings find open",
        "the versions of the denylist run from 1 to its head without a gap"
    })
    void aBreachInAnyModuleIsAFailure(Database database) throws Exception {
        TestServers.ask(database, "UPDATE denylist_head SET version = 3");
        assertThat(verify(Map.of("SUINIAN_DB_URL", database.urlWithPassword()))).isEqualTo(1);

        TestServers.ask(database, "UPDATE denylist_head SET version = 0");
        TestServers.ask(database, "INSERT INTO open_business_day (day) VALUES ('2026-11-23')");
        TestServers.ask(database, "INSERT INTO business_day (day, state) VALUES ('2026-11-22', 'OPEN')");
        assertThat(verify(Map.of("SUINIAN_DB_URL", database.urlWithPassword()), "--json"))
                .isEqualTo(1);
    }

    @Test
    void aDatabaseOfSomethingElseIsNotSound(Database database) throws Exception {
        TestServers.ask(database, "CREATE DATABASE somebody_elses TEMPLATE template0");
        Database other = database.named("somebody_elses");
        try {
            assertThat(verify(Map.of("SUINIAN_DB_URL", other.urlWithPassword())))
                    .isEqualTo(1);
        } finally {
            TestServers.ask(database, "DROP DATABASE somebody_elses WITH (FORCE)");
        }
    }

    @Test
    @Breaks("the open day is the one that postings find open")
    void aDayThatIsNotSealedYetOrNeverWasIsNoAlarm(Database database) throws Exception {
        Map<String, String> settings = Map.of("SUINIAN_DB_URL", database.urlWithPassword());
        TestServers.ask(database, "INSERT INTO business_day (day, state) VALUES ('2026-11-22', 'OPEN')");
        assertThat(verify(settings, "--day", "2026-11-22")).isEqualTo(2);
        assertThat(verify(settings, "--day", "2026-11-20", "--json")).isEqualTo(2);
    }

    @Test
    void doesNotMakeADatabaseWhereThereIsNone() {
        assertThatThrownBy(() -> verify(Map.of()))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("There is no database in");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> verify(Map.of(), "--quick"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--quick");
        assertThatThrownBy(() -> verify(Map.of(), "--day", "yesterday"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("2026-11-16");
        assertThatThrownBy(() -> verify(Map.of(), "--day")).isInstanceOf(UsageException.class);
    }

    @Test
    void knowsTheChecksOfEveryModule() {
        assertThat(Verification.allChecks())
                .extracting(check -> check.sentence())
                .contains("every tap has an account", "debits equal credits")
                .doesNotHaveDuplicates();
        assertThat(Verification.allChecks())
                .allSatisfy(check -> assertThat(check.remedy()).isNotBlank());
    }

    private int verify(Map<String, String> settings, String... arguments) throws Exception {
        Map<String, String> environment = new java.util.HashMap<>(settings);
        environment.put("SUINIAN_DATA_DIR", data.toString());
        return VerifyCommand.parse(NodeConfig.from(Settings.of(environment)), List.of(arguments))
                .run();
    }
}
