package cn.suinian.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.ApplicationRole;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class DoctorRightsTest {

    @Test
    void theOwnerOfTheTablesIsTooMuchForANode(Database owner) throws SQLException {
        assertThat(DoctorCommand.rights(owner))
                .isEqualTo(new DoctorCommand.Rights(false, owner.user() + " may rewrite taps and the audit trail"));
    }

    @Test
    void aRoleThatCanRewriteNothingIsRight(Database owner) throws SQLException {
        String role = "doctor_" + System.nanoTime();
        TestServers.ask(owner, "CREATE ROLE " + role + " LOGIN PASSWORD '00ff'");
        ApplicationRole.grant(owner, role);
        Database node = new Database(owner.host(), owner.port(), role, "00ff", owner.database());
        assertThat(DoctorCommand.rights(node))
                .isEqualTo(new DoctorCommand.Rights(true, role + " can rewrite nothing that is append-only"));
    }
}
