package cn.suinian.core.staff.signin;

import static cn.suinian.core.staff.StaffDesk.BRANCH;
import static cn.suinian.core.staff.StaffDesk.HOUSE;
import static cn.suinian.core.staff.StaffDesk.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.StaffDesk.Person;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SessionTest extends SignInStand {
    @Test
    void whoeverIsDisabledIsOutAtTheNextRequest() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        assertThat(session(person.open())).isPresent();
        desk.register.disable(HOUSE, person.staffId(), version(person), "left the bank");

        assertThat(session(person.open())).isEmpty();
        desk.register.enable(HOUSE, person.staffId(), version(person), "came back");
        assertThat(session(person.open())).as("sessions of before stay over").isEmpty();
    }

    @Test
    void aChangeThatAnyoneWritesEndsTheSessions(Database database) throws SQLException {
        for (String change : List.of(
                "roles = '{AUDITOR}'", "district = 5", "totp_changed_at = now()", "password_changed_at = now()")) {
            Person person = desk.settle(name + change.length(), Role.COUNTER_CLERK);
            TestServers.ask(database, "UPDATE staff SET " + change + " WHERE staff_id = " + person.staffId());
            assertThat(session(person.open())).as(change).isEmpty();
        }
    }

    @Test
    void aSessionEndsWhenItIsIdleAndWhenTheDayIsOver() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        SignedIn idle = desk.signIn(person, BRANCH);
        desk.clock.pass(Duration.ofMinutes(15));
        assertThat(session(idle)).isEmpty();

        String token = desk.signIn(person, BRANCH).token().reveal();
        int minutes = 0;
        for (; minutes < 24 * 60; minutes += 5) {
            var found = desk.sessions.find(token, BRANCH);
            if (found.isEmpty()) {
                break;
            }
            if (found.get().newToken() != null) {
                token = found.get().newToken().reveal();
            }
            desk.clock.pass(Duration.ofMinutes(5));
        }
        assertThat(minutes).isEqualTo(10 * 60);
        assertThat(desk.sessions.sweep()).isPositive();
    }

    @Test
    void aTokenIsReplacedWithAGraceAndEndsTheSessionWhenItComesBackLater() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        desk.clock.pass(Duration.ofMinutes(10));
        Session turned = session(person.open()).orElseThrow();
        assertThat(turned.newToken()).isNotNull();
        String next = turned.newToken().reveal();

        Session underWay = session(person.open()).orElseThrow();
        assertThat(underWay.newToken()).as("of a request under way").isNull();
        assertThat(underWay.csrf()).isEqualTo(turned.csrf());
        assertThat(desk.sessions.find(next, BRANCH)).isPresent();
        desk.clock.pass(Duration.ofSeconds(31));
        assertThat(session(person.open())).isEmpty();
        assertThat(desk.sessions.find(next, BRANCH))
                .as("the thief's, or the victim's")
                .isEmpty();
    }

    @Test
    void twoRequestsAtTheTurnOfATokenGetOneNewToken() throws Exception {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        desk.clock.pass(Duration.ofMinutes(10));
        List<Callable<Session>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(() -> session(person.open()).orElseThrow());
        }

        assertThat(StaffDesk.atOnce(requests))
                .filteredOn(session -> session.newToken() != null)
                .hasSize(1);
    }

    @Test
    void aTokenIsOfNoUseInAnotherBrowser() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);

        assertThat(desk.sessions.find(person.token(), new Visitor(BRANCH.address(), "Browser/2")))
                .isEmpty();
        assertThat(desk.sessions.find("no token at all", BRANCH)).isEmpty();
        assertThat(session(person.open())).isPresent();
    }

    @Test
    void signsOutHereOrEverywhere() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        SignedIn second = desk.signIn(person, BRANCH);
        SignedIn third = desk.signIn(person, ELSEWHERE);

        desk.sessions.signOut(second.token().reveal(), BRANCH);
        assertThat(session(second)).isEmpty();
        assertThat(session(person.open())).isPresent();
        assertThat(desk.sessions.signOutEverywhere(third.token().reveal(), ELSEWHERE))
                .isEqualTo(2);
        assertThat(session(person.open())).isEmpty();
    }

    @Test
    void whatIsDangerousAsksForAProofThatIsFresh() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        Duration within = Duration.ofMinutes(5);
        desk.clock.pass(Duration.ofMinutes(6));
        Session before = session(person.open()).orElseThrow();
        assertThat(before.recentlyProved(desk.clock.instant(), within)).isFalse();
        assertThat(desk.signIn
                        .proveAgain(person.token(), "wrong password", BRANCH)
                        .refusal())
                .isEqualTo(SignInRefusal.WRONG_PASSWORD);

        SignedIn proved = step(desk.signIn.proveAgain(person.token(), person.password(), BRANCH));
        assertThat(session(proved).orElseThrow().recentlyProved(desk.clock.instant(), within))
                .isTrue();
        assertThat(session(proved).orElseThrow().expiresAt()).isEqualTo(before.expiresAt());
        assertThat(session(person.open())).isEmpty();
    }

    @Test
    void changingOnesPasswordEndsTheOtherSessionsAndKeepsThisOne() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        SignedIn other = desk.signIn(person, ELSEWHERE);
        SignedIn mine = desk.signIn(person, BRANCH);

        SignedIn now = step(desk.ownPassword.change(mine.token().reveal(), "eleven boats at dawn", BRANCH));

        assertThat(session(other)).isEmpty();
        assertThat(session(mine)).isEmpty();
        assertThat(session(now)).isPresent();
        assertThat(desk.signIn.password(name, person.password(), BRANCH).refusal())
                .isEqualTo(SignInRefusal.WRONG_PASSWORD);
    }

    @Test
    void theDatabaseKnowsATokenByItsHashOnly(Database database) throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);

        assertThat(TestServers.ask(
                        database,
                        "SELECT count(*) FROM staff_session WHERE token_hash = '\\x"
                                + Hex.encode(RandomToken.hash(person.token())) + "'"))
                .isEqualTo("1");
    }
}
