package cn.suinian.core.staff.signin;

import static cn.suinian.core.staff.StaffDesk.BRANCH;
import static cn.suinian.core.staff.StaffDesk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.StaffDesk.Person;
import cn.suinian.core.staff.password.PasswordRefusal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody does with their own account once they are in. */
@ExtendWith(PostgresExtension.class)
class OwnSessionsTest {
    private static final Visitor HOME = new Visitor("198.51.100.7", "Browser/2");
    private static int people;

    private StaffDesk desk;
    private Person person;

    @BeforeEach
    void open(Database database) throws SQLException {
        TestServers.ask(database, "DELETE FROM sign_in_attempt");
        desk = new StaffDesk(database);
        people++;
        person = desk.settle("own-sessions-" + people, Role.COUNTER_CLERK);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anotherPasswordWantsThePresentOneAndEndsEveryOtherSession() throws SQLException {
        SignedIn other = desk.signIn(person, HOME);

        SignedIn now =
                step(desk.ownPassword.replace(person.token(), person.password(), "eleven boats at dawn", BRANCH));

        assertThat(desk.sessions.find(other.token().reveal(), HOME)).isEmpty();
        assertThat(desk.sessions.find(person.token(), BRANCH)).isEmpty();
        assertThat(desk.sessions.find(now.token().reveal(), BRANCH)).isPresent();
        assertThat(step(desk.signIn.password(person.account(), "eleven boats at dawn", BRANCH))
                        .stage())
                .isEqualTo(SignInStage.SECOND_FACTOR);
    }

    @Test
    void whoeverDoesNotKnowThePresentPasswordChangesNothingAndIsStillSignedIn() throws SQLException {
        assertThat(desk.ownPassword
                        .replace(person.token(), "not the present one", "eleven boats at dawn", BRANCH)
                        .refusal())
                .isEqualTo(SignInRefusal.WRONG_PASSWORD);

        assertThat(desk.sessions.find(person.token(), BRANCH)).isPresent();
        assertThat(step(desk.signIn.password(person.account(), person.password(), BRANCH))
                        .stage())
                .isEqualTo(SignInStage.SECOND_FACTOR);
    }

    @Test
    void thePresentPasswordCannotBeGuessedThere() throws SQLException {
        SignInRefusal last = null;
        for (int i = 0; i < 5; i++) {
            last = desk.ownPassword
                    .replace(person.token(), "guess " + i, "eleven boats at dawn", BRANCH)
                    .refusal();
        }
        assertThat(last).isEqualTo(SignInRefusal.TOO_OFTEN);
        assertThat(desk.ownPassword
                        .replace(person.token(), person.password(), "eleven boats at dawn", BRANCH)
                        .refusal())
                .isEqualTo(SignInRefusal.TOO_OFTEN);
    }

    @ParameterizedTest
    @CsvSource({"short,TOO_SHORT", "Password2026!,COMMON", ",SAME_AS_BEFORE"})
    void aPoorNewPasswordIsRefusedAndTheSessionKeepsItsToken(String poor, PasswordRefusal why) throws SQLException {
        String password = poor == null ? person.password() : poor;
        assertThatThrownBy(() -> desk.ownPassword.replace(person.token(), person.password(), password, BRANCH))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(why);
                    assertThat(refused.field()).isEqualTo("password");
                });
        assertThat(desk.sessions.find(person.token(), BRANCH)).isPresent();
    }

    @Test
    void everyOpenSessionIsListedTheNewestFirstAndNoneThatIsOverOrOnTheWay() throws SQLException {
        Instant first = desk.clock.instant();
        desk.signIn(person, HOME);
        step(desk.signIn.password(person.account(), person.password(), BRANCH));

        List<OpenSession> open = desk.sessions.listOpen(person.staffId());
        assertThat(open).extracting(OpenSession::address).containsExactly(HOME.address(), BRANCH.address());
        assertThat(open.get(1).since()).isEqualTo(first);

        desk.clock.pass(Duration.ofMinutes(14));
        desk.sessions.find(person.token(), BRANCH);
        desk.clock.pass(Duration.ofMinutes(2));
        assertThat(desk.sessions.listOpen(person.staffId()))
                .as("idle for more than a quarter of an hour elsewhere")
                .extracting(OpenSession::address)
                .containsExactly(BRANCH.address());
        assertThat(desk.sessions.listOpen(person.staffId() + 1)).isEmpty();
    }
}
