package cn.suinian.core.staff;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.password.Passwords;
import cn.suinian.core.staff.register.HandedOver;
import cn.suinian.core.staff.register.NewStaff;
import cn.suinian.core.staff.register.StaffRegister;
import cn.suinian.core.staff.signin.OwnPassword;
import cn.suinian.core.staff.signin.SecondFactor;
import cn.suinian.core.staff.signin.Sessions;
import cn.suinian.core.staff.signin.SignIn;
import cn.suinian.core.staff.signin.SignInAnswer;
import cn.suinian.core.staff.signin.SignInConfig;
import cn.suinian.core.staff.signin.SignInParts;
import cn.suinian.core.staff.signin.SignedIn;
import cn.suinian.core.staff.signin.Visitor;
import cn.suinian.core.staff.totp.Totp;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Everything about staff on one database, with passwords that are cheap to check. */
public final class StaffDesk implements AutoCloseable {
    public static final Actor HOUSE = Actor.house("launcher");
    public static final Visitor BRANCH = new Visitor("10.1.1.1", "Browser/1");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public final MovableClock clock = new MovableClock();
    public final Transactions transactions;
    public final AuditLog audit = new AuditLog(clock);
    public final SecureRandom random = new SecureRandom();
    public final DataVault seal = KeystoreVault.ofColumns(Map.of(1, random.generateSeed(16)), random.generateSeed(32));
    public final Passwords passwords;
    public final StaffRegister register;
    public final SignInParts parts;
    public final SignIn signIn;
    public final SecondFactor secondFactor;
    public final OwnPassword ownPassword;
    public final Sessions sessions;
    private final Totp totp = new Totp();

    public StaffDesk(Database database) {
        this(database, new Argon2id(new Argon2id.Cost(64, 1, 1), 4));
    }

    public StaffDesk(Database database, Argon2id argon) {
        transactions = Transactions.over(database, 12);
        passwords = new Passwords(argon, random);
        register = new StaffRegister(transactions, passwords, audit, clock);
        parts = new SignInParts(transactions, passwords, seal, audit, SignInConfig.DEFAULT, random, clock);
        signIn = new SignIn(parts);
        secondFactor = new SecondFactor(parts);
        ownPassword = new OwnPassword(parts);
        sessions = parts.sessions();
    }

    /** Somebody of the whole city with this role, who has not signed in yet. */
    public HandedOver hire(String account, Role role) throws SQLException {
        return register.create(HOUSE, new NewStaff(account, account, Set.of(role), Scope.CITY));
    }

    /** Somebody who has signed in once, with password and authenticator of their own. */
    public Person settle(String account, Role role) throws SQLException {
        HandedOver handed = hire(account, role);
        SignedIn first = step(signIn.password(account, handed.password().reveal(), BRANCH));
        SecondFactor.Enrolment shown = secondFactor.enrol(first.token().reveal(), BRANCH);
        byte[] secret = base32(shown.text().reveal());
        SignedIn enrolled = step(secondFactor.code(first.token().reveal(), totp.code(secret, clock.instant()), BRANCH));
        String password = "seven kites of " + random.nextInt(1_000_000);
        SignedIn open = step(ownPassword.change(enrolled.token().reveal(), password, BRANCH));
        return new Person(handed.member().staffId(), account, password, secret, open);
    }

    /** Signs somebody in from there, with a code that was not used before. */
    public SignedIn signIn(Person person, Visitor from) throws SQLException {
        clock.pass(Duration.ofSeconds(30));
        SignedIn first = step(signIn.password(person.account(), person.password(), from));
        return step(secondFactor.code(first.token().reveal(), code(person), from));
    }

    /** The code that their authenticator shows now. */
    public String code(Person person) {
        return totp.code(person.secret, clock.instant());
    }

    /** The step that was taken. */
    public static SignedIn step(SignInAnswer answer) {
        return Objects.requireNonNull(answer.signedIn(), () -> "refused: " + answer.refusal());
    }

    @Override
    public void close() {
        transactions.close();
    }

    /** Somebody with what they know and have. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Person(long staffId, String account, String password, byte[] secret, SignedIn open) {
        /** The token they got last when they were settled. */
        public String token() {
            return open.token().reveal();
        }
    }

    public static byte[] base32(String text) {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : text.replace(" ", "").toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        byte[] all = bits.toByteArray();
        byte[] secret = new byte[20];
        int from = Math.max(0, all.length - secret.length);
        System.arraycopy(all, from, secret, secret.length - (all.length - from), all.length - from);
        return secret;
    }

    /** Calls all of these at the same instant, and has their answers. */
    public static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
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
