package cn.suinian.core.staff.signin;

import static cn.suinian.core.staff.StaffDesk.BRANCH;
import static cn.suinian.core.staff.StaffDesk.HOUSE;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.StaffDesk.Person;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk of staff for each test, and an account name of its own. */
@ExtendWith(PostgresExtension.class)
abstract class SignInStand {
    static final Visitor ELSEWHERE = new Visitor("203.0.113.9", "Browser/1");
    StaffDesk desk;
    String name;

    @BeforeEach
    void open(Database database, TestInfo test) throws SQLException {
        TestServers.ask(database, "DELETE FROM sign_in_attempt");
        desk = new StaffDesk(database);
        String method = test.getTestMethod().orElseThrow().getName();
        name = method.substring(0, Math.min(30, method.length()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    final Optional<Session> session(SignedIn step) throws SQLException {
        return desk.sessions.find(step.token().reveal(), BRANCH);
    }

    final int version(Person person) throws SQLException {
        return desk.register.find(HOUSE, person.staffId()).orElseThrow().rowVersion();
    }
}
