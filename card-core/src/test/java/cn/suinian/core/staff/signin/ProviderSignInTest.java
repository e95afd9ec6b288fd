package cn.suinian.core.staff.signin;

import static cn.suinian.core.staff.StaffDesk.BRANCH;
import static cn.suinian.core.staff.StaffDesk.HOUSE;
import static cn.suinian.core.staff.StaffDesk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.StaffDesk.Person;
import cn.suinian.core.staff.register.StaffMember;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class ProviderSignInTest {

    private StaffDesk desk;
    private ProviderSignIn provider;

    @BeforeEach
    void open(Database database) {
        desk = new StaffDesk(database);
        provider = new ProviderSignIn(desk.parts);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoeverIsSignedInLinksThemselvesForTenMinutes(Database database) throws SQLException {
        Person clerk = desk.settle("clerk", Role.COUNTER_CLERK);
        assertThat(provider.signIn(proof("clerk", "one", true), BRANCH).refusal())
                .isEqualTo(SignInRefusal.NOT_LINKED);
        provider.allowOwn(clerk.token(), BRANCH);
        desk.clock.pass(Duration.ofMinutes(10));
        assertThat(provider.signIn(proof("clerk", "one", true), BRANCH).refusal())
                .isEqualTo(SignInRefusal.NOT_LINKED);

        provider.allowOwn(clerk.token(), BRANCH);
        SignedIn open = step(provider.signIn(proof("CLERK", "one", true), BRANCH));

        assertThat(open.stage()).isEqualTo(SignInStage.OPEN);
        assertThat(desk.sessions.find(clerk.token(), BRANCH))
                .as("the session that linked")
                .isPresent();
        assertThatThrownBy(() -> provider.allowOwn(open.token().reveal(), BRANCH))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(SignInRefusal.LINKED_ALREADY));
        assertThat(TestServers.ask(database, "SELECT count(*) FROM audit_log WHERE act = 'PROVIDER_LINK_ALLOWED'"))
                .isEqualTo("2");
    }

    @Test
    void oneFactorThereIsFollowedByOursAndTheSessionIsProvedByThat() throws SQLException {
        Person clerk = desk.settle("clerk", Role.COUNTER_CLERK);
        provider.allowOwn(clerk.token(), BRANCH);
        desk.clock.pass(Duration.ofSeconds(30));

        SignedIn half = step(provider.signIn(proof("clerk", "one", false), BRANCH));
        assertThat(half.stage()).isEqualTo(SignInStage.SECOND_FACTOR);
        SignedIn open = step(desk.secondFactor.code(half.token().reveal(), desk.code(clerk), BRANCH));

        Session session = desk.sessions.find(open.token().reveal(), BRANCH).orElseThrow();
        assertThat(session.recentlyProved(desk.clock.instant(), Duration.ofMinutes(1)))
                .isTrue();
    }

    @Test
    void oneSubjectIsLinkedToOneAccountEvenWhenTwoAreTriedAtTheSameInstant() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<Callable<SignInAnswer>> tries = new ArrayList<>();
            for (String account : List.of("left" + round, "right" + round)) {
                StaffMember member = desk.hire(account, Role.COUNTER_CLERK).member();
                desk.register.allowProvider(HOUSE, member.staffId(), member.rowVersion(), "works here");
                String subject = "subject-" + round;
                tries.add(() -> provider.signIn(proof(account, subject, true), BRANCH));
            }
            List<SignInAnswer> answers = atOnce(tries);

            assertThat(answers).filteredOn(answer -> answer.signedIn() != null).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.signedIn() == null)
                    .allMatch(answer -> answer.refusal() == SignInRefusal.OTHER_SUBJECT);
        }
    }

    private static ProviderProof proof(String login, String subject, boolean twoFactors) {
        return new ProviderProof("https://id.example", subject, login, null, twoFactors);
    }

    private static List<SignInAnswer> atOnce(List<Callable<SignInAnswer>> tries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tries.size());
        try {
            List<SignInAnswer> answers = new ArrayList<>();
            for (Future<SignInAnswer> each : threads.invokeAll(tries)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
