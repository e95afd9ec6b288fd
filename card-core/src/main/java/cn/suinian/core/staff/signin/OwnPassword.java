package cn.suinian.core.staff.signin;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.crypto.credential.Argon2id;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.password.PasswordPolicy;
import cn.suinian.core.staff.password.PasswordRefusal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Choosing a password of one's own. All other sessions end, and this one gets a new token. Blocking and slow. */
public final class OwnPassword {

    private final SignInParts parts;
    private final Sessions sessions;
    private final SignIn signIn;

    public OwnPassword(SignInParts parts) {
        this.parts = parts;
        this.sessions = parts.sessions();
        this.signIn = new SignIn(parts);
    }

    /**
     * Replaces the initial password, which is the last step of a first sign-in, or the present one of an open session.
     * An open session must have proved itself shortly before: see {@link SignIn#proveAgain}.
     *
     * @throws RefusedException with a {@link PasswordRefusal} at {@code password}; or when the session is over, waits
     *     for something else, or has not proved itself
     */
    public SignInAnswer change(String token, String password, Visitor visitor) throws SQLException {
        SessionRow row = require(token, visitor, SignInStage.NEW_PASSWORD, SignInStage.OPEN);
        requireProof(row);
        return set(token, row, password, visitor);
    }

    /**
     * Replaces the password of an open session by whoever knows the present one. Refused, the session keeps its token.
     *
     * @throws RefusedException with a {@link PasswordRefusal} at {@code password}, before the present one is looked at;
     *     or when the session is over or waits for something else
     */
    public SignInAnswer replace(String token, String present, String password, Visitor visitor) throws SQLException {
        SessionRow row = require(token, visitor, SignInStage.OPEN);
        String accepted = PasswordPolicy.accept(password, row.staff().account());
        if (accepted.equals(PasswordPolicy.normalise(present))) {
            throw new RefusedException(PasswordRefusal.SAME_AS_BEFORE, "password");
        }
        Optional<SignInAnswer> disproved = signIn.disproved(row.staff().account(), present, visitor);
        return disproved.isPresent() ? disproved.get() : set(token, row, password, visitor);
    }

    private SessionRow require(String token, Visitor visitor, SignInStage... stages) throws SQLException {
        return parts.transactions()
                .run(transaction -> SecondFactor.require(
                        sessions, transaction, token, visitor, parts.clock().instant(), stages));
    }

    private SignInAnswer set(String token, SessionRow row, String password, Visitor visitor) throws SQLException {
        String hash;
        try {
            hash = accepted(row.staff(), password);
        } catch (Argon2id.BusyException busy) {
            return SignInAnswer.refused(SignInRefusal.BUSY, Duration.ZERO);
        }
        return parts.transactions().run(transaction -> {
            Instant now = parts.clock().instant();
            Optional<SessionRow> still = sessions.live(transaction, token, visitor, now);
            if (still.isEmpty()) {
                return SignInAnswer.refused(SignInRefusal.NO_SESSION, Duration.ZERO);
            }
            CredentialStore.setPassword(transaction, row.staff().staffId(), hash, now);
            SignedIn step = SecondFactor.open(transaction, parts, still.get(), visitor, now);
            String act = row.stage() == SignInStage.OPEN ? "PASSWORD_CHANGED" : "SIGNED_IN";
            parts.audit()
                    .append(
                            transaction,
                            row.staff().actorInDoubt(visitor.address()),
                            AuditEntry.of(act, "STAFF", row.staff().staffId()).with(Map.of("password", "changed")));
            return SignInAnswer.taken(step, Duration.ZERO);
        });
    }

    private void requireProof(SessionRow row) {
        Duration age = Duration.between(row.provedAt(), parts.clock().instant());
        if (row.stage() == SignInStage.OPEN && age.compareTo(SignIn.INTERIM) > 0) {
            throw new RefusedException(SignInRefusal.OTHER_STEP);
        }
    }

    private String accepted(StaffRow staff, String password) {
        String accepted = PasswordPolicy.accept(password, staff.account());
        if (parts.passwords().verify(staff.passwordHash(), accepted)) {
            throw new RefusedException(PasswordRefusal.SAME_AS_BEFORE, "password");
        }
        return parts.passwords().hash(accepted);
    }
}
