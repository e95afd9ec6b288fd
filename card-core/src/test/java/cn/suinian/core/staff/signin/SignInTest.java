package cn.suinian.core.staff.signin;

import static cn.suinian.core.staff.StaffDesk.BRANCH;
import static cn.suinian.core.staff.StaffDesk.HOUSE;
import static cn.suinian.core.staff.StaffDesk.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.postgres.Database;
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
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SignInTest extends SignInStand {
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

        List<SignInAnswer> answers = StaffDesk.atOnce(waiting.stream()
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

        assertThat(StaffDesk.atOnce(guesses))
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

    private Set<Permission> permissions(SignedIn step) throws SQLException {
        return session(step).orElseThrow().actor().permissions();
    }
}
