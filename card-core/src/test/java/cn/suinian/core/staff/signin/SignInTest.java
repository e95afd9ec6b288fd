package cn.suinian.core.staff.signin;

import static cn.suinian.core.staff.StaffDesk.BRANCH;
import static cn.suinian.core.staff.StaffDesk.HOUSE;
import static cn.suinian.core.staff.StaffDesk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.core.staff.StaffDesk.Person;
import cn.suinian.core.staff.password.PasswordRefusal;
import cn.suinian.core.staff.register.HandedOver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SignInTest {
    private static final Visitor ELSEWHERE = new Visitor("203.0.113.9", "Browser/1");

    private StaffDesk desk;
    private String name;

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

    @Test
    void theFirstSignInEnrolsAnAuthenticatorAndReplacesThePassword(Database database) throws SQLException {
        HandedOver handed = desk.hire(name, Role.COUNTER_CLERK);
        SignedIn first = step(desk.signIn.password(name, handed.password().reveal(), BRANCH));
        assertThat(first.stage()).isEqualTo(SignInStage.ENROLMENT);
        assertThat(permissions(first)).isEmpty();

        SecondFactor.Enrolment shown = desk.secondFactor.enrol(first.token().reveal(), BRANCH);
        assertThat(shown.uri().reveal()).startsWith("otpauth://totp/Suinian:" + name + "?secret=");
        byte[] secret = StaffDesk.base32(shown.text().reveal());
        Person person = new Person(0, name, "", secret, first);
        SignedIn second = step(desk.secondFactor.code(first.token().reveal(), desk.code(person), BRANCH));
        assertThat(second.stage()).isEqualTo(SignInStage.NEW_PASSWORD);
        assertThat(permissions(second)).isEmpty();
        assertThat(session(first)).as("the token of the step before").isEmpty();

        assertThatThrownBy(() -> desk.ownPassword.change(second.token().reveal(), "Password2026!", BRANCH))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PasswordRefusal.COMMON));
        assertThatThrownBy(() -> desk.ownPassword.change(
                        second.token().reveal(), handed.password().reveal(), BRANCH))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(PasswordRefusal.SAME_AS_BEFORE));
        SignedIn open = step(desk.ownPassword.change(second.token().reveal(), "seven kites at noon", BRANCH));

        assertThat(open.stage()).isEqualTo(SignInStage.OPEN);
        assertThat(permissions(open)).contains(Permission.CARD_ISSUE).doesNotContain(Permission.STAFF_MANAGE);
        assertThat(session(second)).isEmpty();
        assertThat(TestServers.ask(
                        database,
                        "SELECT count(*) FROM staff WHERE totp_secret = '\\x" + Hex.encode(secret)
                                + "' OR password_hash LIKE '%kites%'"))
                .isEqualTo("0");
        assertThat(TestServers.ask(database, "SELECT string_agg(t::text, ' ') FROM staff_session t"))
                .doesNotContain(open.token().reveal());
    }

    @Test
    void anInitialPasswordIsGoodForAWeek() throws SQLException {
        HandedOver handed = desk.hire(name, Role.COUNTER_CLERK);
        desk.clock.pass(Duration.ofDays(7));

        assertThat(desk.signIn
                        .password(name, handed.password().reveal(), BRANCH)
                        .refusal())
                .isEqualTo(SignInRefusal.WRONG_PASSWORD);
    }

    @Test
    void aCodeCountsOnceEvenWhenItIsSentTwiceAtTheSameInstant() throws Exception {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        desk.clock.pass(Duration.ofSeconds(30));
        List<SignedIn> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(step(desk.signIn.password(name, person.password(), BRANCH)));
        }
        String code = desk.code(person);

        List<SignInAnswer> answers = atOnce(waiting.stream()
                .map(each -> (Callable<SignInAnswer>)
                        () -> desk.secondFactor.code(each.token().reveal(), code, BRANCH))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.signedIn() != null).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.signedIn() == null)
                .allMatch(answer -> answer.refusal() == SignInRefusal.WRONG_CODE);
    }

    @Test
    void fiveWrongCodesAskForThePasswordAgain() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        desk.clock.pass(Duration.ofSeconds(30));
        SignedIn waiting = step(desk.signIn.password(name, person.password(), BRANCH));
        String wrong = desk.code(person).equals("000000") ? "000001" : "000000";
        for (int i = 1; i <= 4; i++) {
            assertThat(desk.secondFactor
                            .code(waiting.token().reveal(), wrong, BRANCH)
                            .refusal())
                    .isEqualTo(SignInRefusal.WRONG_CODE);
        }
        assertThat(desk.secondFactor
                        .code(waiting.token().reveal(), wrong, BRANCH)
                        .refusal())
                .isEqualTo(SignInRefusal.NO_SESSION);
        assertThatThrownBy(() -> desk.secondFactor.code(waiting.token().reveal(), desk.code(person), BRANCH))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NO_SESSION");
    }

    @Test
    void anUnknownAccountAWrongPasswordAndADisabledAccountAnswerAlike() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        SignInAnswer wrong = desk.signIn.password(name, "not the password", ELSEWHERE);
        SignInAnswer unknown = desk.signIn.password("nobody.here", "not the password", ELSEWHERE);
        desk.register.disable(HOUSE, person.staffId(), version(person), "left");
        SignInAnswer disabled = desk.signIn.password(name, person.password(), ELSEWHERE);

        assertThat(wrong).isEqualTo(unknown).isEqualTo(disabled);
        assertThat(wrong.refusal()).isEqualTo(SignInRefusal.WRONG_PASSWORD);
    }

    @Test
    void strangersCannotLockSomebodyOut() throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 60; i++) {
            SignInAnswer answer =
                    desk.signIn.password(name, "wrong password " + i, new Visitor("198.51.100." + i, "Bot"));
            assertThat(answer.refusal()).isEqualTo(SignInRefusal.WRONG_PASSWORD);
            longest = answer.holdBack();
        }
        assertThat(longest).isEqualTo(Duration.ofSeconds(8));

        SignInAnswer known = desk.signIn.password(name, person.password(), BRANCH);
        assertThat(known.signedIn()).isNotNull();
        assertThat(known.holdBack()).isZero();
        SignInAnswer fromHome = desk.signIn.password(name, person.password(), ELSEWHERE);
        assertThat(fromHome.signedIn()).as("slower, and in all the same").isNotNull();
        assertThat(fromHome.holdBack()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void guessesFromOneAddressAreMadeToWaitTwiceAsLongEachTime() throws SQLException {
        desk.hire(name, Role.COUNTER_CLERK);
        int refused = 0;
        int looked = 0;
        for (int second = 0; second < 3_600; second += 5) {
            SignInAnswer answer = desk.signIn.password(name, "wrong password", ELSEWHERE);
            if (answer.refusal() == SignInRefusal.TOO_OFTEN) {
                assertThat(answer.tryAgainAfter()).isPositive();
                refused++;
            } else {
                looked++;
            }
            desk.clock.pass(Duration.ofSeconds(5));
        }
        assertThat(looked).as("guesses looked at in an hour").isBetween(10, 17);
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void guessesAtTheSameInstantAreCountedToo() throws Exception {
        desk.hire(name, Role.COUNTER_CLERK);
        List<Callable<SignInAnswer>> guesses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            guesses.add(() -> desk.signIn.password(name, "wrong password", ELSEWHERE));
        }

        assertThat(atOnce(guesses))
                .filteredOn(answer -> answer.refusal() == SignInRefusal.WRONG_PASSWORD)
                .hasSize(3);
    }

    @Test
    void oneAddressCannotGoThroughAllAccounts() throws SQLException {
        int looked = 0;
        for (int i = 0; i < 100; i++) {
            SignInAnswer answer = desk.signIn.password("account-" + i, "wrong password", ELSEWHERE);
            looked += answer.refusal() == SignInRefusal.WRONG_PASSWORD ? 1 : 0;
        }
        assertThat(looked).isEqualTo(30);
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        assertThat(desk.signIn(person, BRANCH).stage()).isEqualTo(SignInStage.OPEN);
    }

    @Test
    void aMachineWithAWholeNetworkOfAddressesIsOneAddress() throws SQLException {
        int looked = 0;
        for (int i = 0; i < 40; i++) {
            Visitor visitor = new Visitor("2001:db8:1:2::" + (i + 1), ELSEWHERE.userAgent());
            SignInAnswer answer = desk.signIn.password("account-" + i, "wrong password", visitor);
            looked += answer.refusal() == SignInRefusal.WRONG_PASSWORD ? 1 : 0;
        }
        assertThat(looked).isEqualTo(30);
    }

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

        assertThat(atOnce(requests))
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

    @Test
    void whoCameInAndWhoDidNotIsInTheAuditTrail(Database database) throws SQLException {
        Person person = desk.settle(name, Role.COUNTER_CLERK);
        desk.signIn.password(name, "wrong password", ELSEWHERE);
        desk.signIn(person, BRANCH);

        assertThat(TestServers.ask(
                        database,
                        "SELECT string_agg(act || '@' || address, ' ' ORDER BY entry_no) FROM audit_log"
                                + " WHERE subject = '" + person.staffId() + "'"))
                .isEqualTo("STAFF_CREATED@ SECOND_FACTOR_ENROLLED@10.1.1.1 SIGNED_IN@10.1.1.1"
                        + " SIGN_IN_REFUSED@203.0.113.9 SIGNED_IN@10.1.1.1");
    }

    private Optional<Session> session(SignedIn step) throws SQLException {
        return desk.sessions.find(step.token().reveal(), BRANCH);
    }

    private Set<Permission> permissions(SignedIn step) throws SQLException {
        return session(step).orElseThrow().actor().permissions();
    }

    private int version(Person person) throws SQLException {
        return desk.register.find(HOUSE, person.staffId()).orElseThrow().rowVersion();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
