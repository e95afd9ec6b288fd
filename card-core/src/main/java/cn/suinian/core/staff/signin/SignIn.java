package cn.suinian.core.staff.signin;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.password.PasswordPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first step of signing in, and proving oneself again. Blocking, and slow on purpose: never on an event loop.
 *
 * <p>An account that does not exist, one that is disabled and a wrong password take the same way through the same
 * statements and one hash, and get the same answer.
 */
public final class SignIn {

    /** How long the steps after the password may take. */
    static final Duration INTERIM = Duration.ofMinutes(10);

    private static final int LONGEST_ACCOUNT = 64;

    private final SignInParts parts;
    private final Sessions sessions;

    public SignIn(SignInParts parts) {
        this.parts = parts;
        this.sessions = parts.sessions();
    }

    private record Attempt(Throttle.Admission admission, Optional<StaffRow> staff) {}

    /** The password. A step that is taken asks for a code, or for an authenticator to be enrolled. */
    public SignInAnswer password(String account, String password, Visitor visitor) throws SQLException {
        String name = account.strip();
        if (name.length() > LONGEST_ACCOUNT) {
            name = "";
        }
        Attempt attempt = attempt(name, visitor);
        if (attempt.admission.refused()) {
            return SignInAnswer.tooOften(attempt.admission.delay());
        }
        try {
            boolean right = isRight(attempt.staff, password);
            return right
                    ? opened(attempt.staff.orElseThrow(), password, visitor, attempt.admission.holdBack())
                    : wrong(attempt, visitor);
        } catch (Argon2id.BusyException busy) {
            return SignInAnswer.refused(SignInRefusal.BUSY, Duration.ZERO);
        }
    }

    /**
     * The password again, before something dangerous; the session gets a new token and counts as just proved
     * ({@link Session#recentlyProved}).
     */
    public SignInAnswer proveAgain(String token, String password, Visitor visitor) throws SQLException {
        Optional<SessionRow> found = parts.transactions()
                .run(transaction ->
                        sessions.live(transaction, token, visitor, parts.clock().instant()));
        if (found.isEmpty() || found.get().stage() != SignInStage.OPEN) {
            return SignInAnswer.refused(SignInRefusal.NO_SESSION, Duration.ZERO);
        }
        Optional<SignInAnswer> disproved = disproved(found.get().staff().account(), password, visitor);
        return disproved.isPresent() ? disproved.get() : proved(token, visitor);
    }

    /** Why this is not the password of somebody who is signed in, or is not looked at; empty: it is right. */
    Optional<SignInAnswer> disproved(String account, String password, Visitor visitor) throws SQLException {
        Attempt attempt = attempt(account, visitor);
        if (attempt.admission.refused()) {
            return Optional.of(SignInAnswer.tooOften(attempt.admission.delay()));
        }
        try {
            return isRight(attempt.staff, password) ? Optional.empty() : Optional.of(wrong(attempt, visitor));
        } catch (Argon2id.BusyException busy) {
            return Optional.of(SignInAnswer.refused(SignInRefusal.BUSY, Duration.ZERO));
        }
    }

    /** Committed before the password is looked at: what comes at the same time is counted too. */
    private Attempt attempt(String account, Visitor visitor) throws SQLException {
        return parts.transactions().run(transaction -> {
            Instant now = parts.clock().instant();
            Throttle.Admission admission = Throttle.admit(transaction, account, visitor.address(), now);
            return new Attempt(admission, CredentialStore.find(transaction, account));
        });
    }

    private boolean isRight(Optional<StaffRow> staff, String password) {
        if (staff.isEmpty()) {
            parts.passwords().verifyNobodys(password);
            return false;
        }
        boolean right = parts.passwords().verify(staff.get().passwordHash(), password);
        return right
                && staff.get().canUsePassword(parts.clock().instant())
                && parts.config().passwordsOf().has(staff.get().roles());
    }

    private SignInAnswer opened(StaffRow staff, String password, Visitor visitor, Duration holdBack)
            throws SQLException {
        SignInStage stage = staff.totpSecret() == null ? SignInStage.ENROLMENT : SignInStage.SECOND_FACTOR;
        Tokens tokens = Tokens.make(parts.random());
        Optional<String> better = parts.passwords().needsRehash(staff.passwordHash())
                ? Optional.of(parts.passwords().hash(PasswordPolicy.normalise(password)))
                : Optional.empty();
        parts.transactions().run(transaction -> {
            Instant now = parts.clock().instant();
            if (better.isPresent()) {
                CredentialStore.rehash(transaction, staff.staffId(), staff.passwordHash(), better.get());
            }
            SessionStore.Span span = new SessionStore.Span(now, now.plus(INTERIM), now);
            SessionStore.open(transaction, staff, stage, tokens, visitor, span);
            return null;
        });
        return SignInAnswer.taken(tokens.at(stage), holdBack);
    }

    private SignInAnswer wrong(Attempt attempt, Visitor visitor) throws SQLException {
        AuditEntry entry = new AuditEntry(
                "SIGN_IN_REFUSED",
                "STAFF",
                attempt.staff.map(staff -> String.valueOf(staff.staffId())).orElse("0"),
                Map.of(),
                Map.of("step", "PASSWORD"),
                null);
        Actor nobody = new Actor(null, "sign-in", Set.of(), Scope.CITY, visitor.address());
        parts.transactions().run(transaction -> parts.audit().append(transaction, nobody, entry));
        return SignInAnswer.refused(SignInRefusal.WRONG_PASSWORD, attempt.admission.holdBack());
    }

    private SignInAnswer proved(String token, Visitor visitor) throws SQLException {
        return parts.transactions().run(transaction -> {
            Instant now = parts.clock().instant();
            Optional<SessionRow> found = sessions.live(transaction, token, visitor, now);
            if (found.isEmpty()) {
                return SignInAnswer.refused(SignInRefusal.NO_SESSION, Duration.ZERO);
            }
            SessionRow row = found.get();
            Tokens tokens = Tokens.make(parts.random());
            SessionStore.advance(transaction, row.sessionId(), SignInStage.OPEN, tokens, now, row.expiresAt());
            Throttle.forgive(transaction, row.staff().account(), visitor.address(), now);
            audit(transaction, row, visitor, "PROVED_AGAIN");
            return SignInAnswer.taken(tokens.at(SignInStage.OPEN), Duration.ZERO);
        });
    }

    private void audit(Connection transaction, SessionRow row, Visitor visitor, String act) throws SQLException {
        parts.audit()
                .append(
                        transaction,
                        row.staff().actorInDoubt(visitor.address()),
                        AuditEntry.of(act, "STAFF", row.staff().staffId()));
    }
}
