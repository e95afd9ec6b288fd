package cn.suinian.core.staff.signin;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.totp.Totp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The second step of signing in: a code, or enrolling the authenticator that codes will come from. Blocking. */
public final class SecondFactor {

    /** Where a second factor is sealed for. */
    public static final String COLUMN = "staff.totp_secret";

    private static final String DRAFT_COLUMN = "staff_session.enrolling";
    private static final String ISSUER = "Suinian";
    /** Then the password is asked for again. */
    private static final int MOST_WRONG_CODES = 5;

    private final SignInParts parts;
    private final Sessions sessions;
    private final Totp totp = new Totp();

    public SecondFactor(SignInParts parts) {
        this.parts = parts;
        this.sessions = parts.sessions();
    }

    /**
     * What an authenticator is told, once.
     *
     * @param uri for a QR code
     * @param text for typing
     */
    public record Enrolment(Secret uri, Secret text) {}

    /**
     * A new secret to put into an authenticator; asking again makes another one.
     *
     * @throws RefusedException when the session is over or waits for something else
     */
    public Enrolment enrol(String token, Visitor visitor) throws SQLException {
        return parts.transactions().run(transaction -> {
            SessionRow row = require(transaction, token, visitor, SignInStage.ENROLMENT);
            byte[] secret = Totp.newSecret(parts.random());
            SessionStore.keepEnrolling(
                    transaction, row.sessionId(), parts.seal().seal(DRAFT_COLUMN, row.sessionId(), secret));
            String uri = Totp.uri(ISSUER, row.staff().account(), secret);
            return new Enrolment(new Secret(uri), new Secret(Totp.text(secret)));
        });
    }

    /**
     * A code of the authenticator: of the one being enrolled, which is thereby confirmed, or of the one there is.
     *
     * @throws RefusedException when the session is over or waits for something else
     */
    public SignInAnswer code(String token, String code, Visitor visitor) throws SQLException {
        return parts.transactions().run(transaction -> {
            Instant now = parts.clock().instant();
            SessionRow row = require(transaction, token, visitor, SignInStage.SECOND_FACTOR, SignInStage.ENROLMENT);
            StaffRow staff = row.staff();
            Duration wait = Throttle.codeWait(transaction, staff.account(), visitor.address(), now);
            if (!wait.isZero()) {
                return SignInAnswer.tooOften(wait);
            }
            boolean right = row.stage() == SignInStage.ENROLMENT
                    ? confirm(transaction, row, code, now)
                    : use(transaction, staff, code, now);
            return right ? taken(transaction, row, visitor, now) : wrong(transaction, row, visitor, now);
        });
    }

    private boolean confirm(Connection transaction, SessionRow row, String code, Instant now) throws SQLException {
        if (row.enrolling() == null) {
            throw new RefusedException(SignInRefusal.OTHER_STEP);
        }
        byte[] secret = parts.seal().open(DRAFT_COLUMN, row.sessionId(), row.enrolling());
        OptionalLong step = totp.findStep(secret, code, now, 0);
        return step.isPresent()
                && CredentialStore.enrol(
                        transaction,
                        row.staff().staffId(),
                        parts.seal().seal(COLUMN, row.staff().staffId(), secret),
                        step.getAsLong(),
                        now);
    }

    private boolean use(Connection transaction, StaffRow staff, String code, Instant now) throws SQLException {
        byte[] secret = parts.seal().open(COLUMN, staff.staffId(), staff.totpSecret());
        OptionalLong step = totp.findStep(secret, code, now, staff.totpLastStep());
        // Another request may have used it in this very moment.
        return step.isPresent() && CredentialStore.useCode(transaction, staff.staffId(), step.getAsLong());
    }

    private SignInAnswer taken(Connection transaction, SessionRow row, Visitor visitor, Instant now)
            throws SQLException {
        boolean enrolled = row.stage() == SignInStage.ENROLMENT;
        SignInStage next = row.staff().mustChangePassword() ? SignInStage.NEW_PASSWORD : SignInStage.OPEN;
        SignedIn step = next == SignInStage.OPEN
                ? open(transaction, parts, row, visitor, now)
                : advance(transaction, row, next, now);
        if (enrolled || next == SignInStage.OPEN) {
            audit(transaction, row, visitor, next == SignInStage.OPEN ? "SIGNED_IN" : "SECOND_FACTOR_ENROLLED");
        }
        return SignInAnswer.taken(step, Duration.ZERO);
    }

    private SignedIn advance(Connection transaction, SessionRow row, SignInStage next, Instant now)
            throws SQLException {
        Tokens tokens = Tokens.make(parts.random());
        SessionStore.advance(transaction, row.sessionId(), next, tokens, now, now.plus(SignIn.INTERIM));
        return tokens.at(next);
    }

    /** Signed in: the last step, whichever it was. The caller writes the audit entry. */
    static SignedIn open(Connection transaction, SignInParts parts, SessionRow row, Visitor visitor, Instant now)
            throws SQLException {
        Tokens tokens = Tokens.make(parts.random());
        SessionStore.advance(
                transaction,
                row.sessionId(),
                SignInStage.OPEN,
                tokens,
                now,
                now.plus(parts.config().absolute()));
        CredentialStore.noteSignIn(transaction, row.staff().staffId(), now);
        Throttle.forgive(transaction, row.staff().account(), visitor.address(), now);
        return tokens.at(SignInStage.OPEN);
    }

    private SignInAnswer wrong(Connection transaction, SessionRow row, Visitor visitor, Instant now)
            throws SQLException {
        Throttle.wrongCode(transaction, row.staff().account(), now);
        boolean last = row.wrongCodes() + 1 >= MOST_WRONG_CODES;
        if (last) {
            SessionStore.end(transaction, row.sessionId());
        } else {
            SessionStore.countWrongCode(transaction, row.sessionId());
        }
        parts.audit()
                .append(
                        transaction,
                        row.staff().actorInDoubt(visitor.address()),
                        AuditEntry.of("SIGN_IN_REFUSED", "STAFF", row.staff().staffId())
                                .with(Map.of("step", "CODE")));
        return SignInAnswer.refused(last ? SignInRefusal.NO_SESSION : SignInRefusal.WRONG_CODE, Duration.ZERO);
    }

    private SessionRow require(Connection transaction, String token, Visitor visitor, SignInStage... stages)
            throws SQLException {
        return require(sessions, transaction, token, visitor, parts.clock().instant(), stages);
    }

    /** The session of this token at one of these stages, or a refusal. */
    static SessionRow require(
            Sessions sessions,
            Connection transaction,
            String token,
            Visitor visitor,
            Instant now,
            SignInStage... stages)
            throws SQLException {
        Optional<SessionRow> found = sessions.live(transaction, token, visitor, now);
        if (found.isEmpty()) {
            throw new RefusedException(SignInRefusal.NO_SESSION);
        }
        for (SignInStage stage : stages) {
            if (found.get().stage() == stage) {
                return found.get();
            }
        }
        throw new RefusedException(SignInRefusal.OTHER_STEP);
    }

    private void audit(Connection transaction, SessionRow row, Visitor visitor, String act) throws SQLException {
        parts.audit()
                .append(
                        transaction,
                        row.staff().actorInDoubt(visitor.address()),
                        AuditEntry.of(act, "STAFF", row.staff().staffId()));
    }
}
