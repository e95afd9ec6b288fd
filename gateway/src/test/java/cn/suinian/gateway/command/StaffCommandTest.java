package cn.suinian.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class StaffCommandTest {

    @Test
    void makesTheFirstAdministratorWithAPasswordThatIsShownOnce(Database database) throws SQLException {
        List<String> said = new ArrayList<>();

        assertThat(run(database, said, "add", "chief", "--role", "administrator"))
                .isZero();

        String password = password(said);
        assertThat(password).hasSize(24);
        assertThat(TestServers.ask(database, "SELECT roles::text || must_change_password FROM staff"))
                .isEqualTo("{ADMINISTRATOR}true");
        assertThat(TestServers.ask(database, "SELECT actor || ' ' || act || ' ' || after FROM audit_log"))
                .startsWith("launcher STAFF_CREATED account=chief")
                .doesNotContain(password);
        said.clear();
        assertThat(run(database, said, "list")).isZero();
        assertThat(said).singleElement().asString().contains("chief", "active", "ADMINISTRATOR");
    }

    @Test
    void saysInBothLanguagesWhyItDoesNot(Database database) throws SQLException {
        List<String> said = new ArrayList<>();
        run(database, said, "add", "chief", "--role", "ADMINISTRATOR");
        said.clear();

        assertThat(run(database, said, "add", "CHIEF", "--role", "AUDITOR")).isEqualTo(1);
        assertThat(said).hasSize(2).last().asString().contains("taken");
        assertThat(run(database, said, "reset", "nobody")).isEqualTo(1);
    }

    @Test
    void letsSomebodyBackIn(Database database) throws SQLException {
        List<String> said = new ArrayList<>();
        run(database, said, "add", "chief", "--role", "ADMINISTRATOR");
        String first = password(said);
        TestServers.ask(
                database,
                "UPDATE staff SET totp_secret = 'x', must_change_password = false," + " initial_password_until = NULL");
        said.clear();

        assertThat(run(database, said, "reset", "chief")).isZero();

        assertThat(password(said)).isNotEqualTo(first);
        assertThat(TestServers.ask(database, "SELECT (totp_secret IS NULL)::text || must_change_password FROM staff"))
                .isEqualTo("truetrue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "drop chief",
                "add",
                "add chief",
                "add chief --role",
                "add chief --role KING",
                "add chief --role AUDITOR extra",
                "list chief",
                "reset",
                "reset chief --role AUDITOR"
            })
    void saysHowItIsAsked(String words) {
        assertThatThrownBy(() -> StaffOrder.parse(words.isEmpty() ? List.of() : List.of(words.split(" ", -1))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Usage: staff list");
    }

    @Test
    void takesRolesAsTheyAreTyped() {
        assertThat(StaffOrder.parse(List.of("add", "chief", "--role", "counter-clerk", "--name", "Desk 1")))
                .isEqualTo(new StaffOrder(StaffOrder.Act.ADD, "chief", Role.COUNTER_CLERK, "Desk 1"));
    }

    private static int run(Database database, List<String> said, String... words) throws SQLException {
        return new StaffCommand(database, Clock.systemUTC(), StaffOrder.parse(List.of(words)), said::add).run();
    }

    private static String password(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("password  "))
                .map(line -> line.substring("password  ".length()))
                .findFirst()
                .orElseThrow();
    }
}
