package cn.suinian.core.staff.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with what the house's provider of identity says. Blocking.
 *
 * <p>Login names are given to new people, subjects are not. So whoever comes has to be called as an account of ours and
 * be the subject that this account is linked to; an account is linked at the first sign-in after somebody who may, or
 * its owner, let it. Roles and scope are those of the register, whatever the provider says.
 */
public final class ProviderSignIn {

    /** As the register has them: nothing else is looked up, in particular no letter that only looks like one. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,31}");

    private static final Duration OWN_LINK = Duration.ofMinutes(10);
    private static final String TAKEN = "23505";
    private static final int DIGEST_SHOWN = 8;

    private final SignInParts parts;
    private final Sessions sessions;

    public ProviderSignIn(SignInParts parts) {
        this.parts = parts;
        this.sessions = parts.sessions();
    }

    /**
     * Signs in whom the provider means. When it vouches for one factor only, the session waits for a code of the
     * authenticator, or for one to be enrolled.
     */
    public SignInAnswer signIn(ProviderProof proof, Visitor visitor) throws SQLException {
        try {
            return parts.transactions().run(transaction -> decide(transaction, proof, visitor));
        } catch (SQLException failure) {
            if (!TAKEN.equals(failure.getSQLState())) {
                throw failure;
            }
            // Linked to another account in this very moment.
            return parts.transactions()
                    .run(transaction -> refuse(transaction, null, proof, visitor, SignInRefusal.OTHER_SUBJECT));
        }
    }

    /**
     * Lets the owner of an open session link their account: their next sign-in through the provider, within ten
     * minutes, does it.
     *
     * @throws RefusedException when the session is over, or the account is linked already
     */
    public void allowOwn(String token, Visitor visitor) throws SQLException {
        parts.transactions().run(transaction -> {
            Instant now = parts.clock().instant();
            SessionRow row = SecondFactor.require(sessions, transaction, token, visitor, now, SignInStage.OPEN);
            if (!ProviderStore.allow(transaction, row.staff().staffId(), now.plus(OWN_LINK))) {
                throw new RefusedException(SignInRefusal.LINKED_ALREADY);
            }
            return audit(transaction, row.staff(), visitor, "PROVIDER_LINK_ALLOWED", Map.of());
        });
    }

    private SignInAnswer decide(Connection transaction, ProviderProof proof, Visitor visitor) throws SQLException {
        Optional<ProviderStore.Linked> found = ACCOUNT.matcher(proof.login()).matches()
                ? ProviderStore.lock(transaction, proof.login())
                : Optional.empty();
        Instant now = parts.clock().instant();
        Optional<SignInRefusal> refusal = refusal(transaction, found, proof, now);
        if (refusal.isPresent()) {
            StaffRow staff = found.map(ProviderStore.Linked::staff).orElse(null);
            return refuse(transaction, staff, proof, visitor, refusal.get());
        }
        ProviderStore.Linked linked = found.orElseThrow();
        if (!linked.isLinked()) {
            ProviderStore.link(transaction, linked.staff().staffId(), proof);
        }
        Tokens tokens = Tokens.make(parts.random());
        SignInStage stage = stage(linked.staff(), proof);
        SessionStore.open(transaction, linked.staff(), stage, tokens, visitor, span(stage, proof, now));
        if (stage == SignInStage.OPEN) {
            CredentialStore.noteSignIn(transaction, linked.staff().staffId(), now);
        }
        if (!linked.isLinked()) {
            audit(transaction, linked.staff(), visitor, "PROVIDER_LINKED", Map.of("subject", digest(proof.subject())));
        }
        if (stage == SignInStage.OPEN) {
            audit(transaction, linked.staff(), visitor, "SIGNED_IN", Map.of("by", "PROVIDER"));
        }
        return SignInAnswer.taken(tokens.at(stage), Duration.ZERO);
    }

    private static Optional<SignInRefusal> refusal(
            Connection transaction, Optional<ProviderStore.Linked> found, ProviderProof proof, Instant now)
            throws SQLException {
        if (found.isEmpty() || !found.get().staff().active()) {
            return Optional.of(SignInRefusal.NOT_IN_REGISTER);
        }
        ProviderStore.Linked linked = found.get();
        if (linked.isLinked()) {
            return linked.isTo(proof) ? Optional.empty() : Optional.of(SignInRefusal.OTHER_SUBJECT);
        }
        if (!linked.mayLink(now)) {
            return Optional.of(SignInRefusal.NOT_LINKED);
        }
        return ProviderStore.isSomebodys(transaction, proof)
                ? Optional.of(SignInRefusal.OTHER_SUBJECT)
                : Optional.empty();
    }

    private static SignInStage stage(StaffRow staff, ProviderProof proof) {
        if (proof.twoFactors()) {
            return SignInStage.OPEN;
        }
        return staff.totpSecret() == null ? SignInStage.ENROLMENT : SignInStage.SECOND_FACTOR;
    }

    /** Where the provider does not say when, nothing was proved shortly before: it may remember them from yesterday. */
    private SessionStore.Span span(SignInStage stage, ProviderProof proof, Instant now) {
        Instant expires = now.plus(stage == SignInStage.OPEN ? parts.config().absolute() : SignIn.INTERIM);
        Instant proved = Objects.requireNonNullElse(proof.provedAt(), Instant.EPOCH);
        return new SessionStore.Span(now, expires, proved.isAfter(now) ? now : proved);
    }

    private SignInAnswer refuse(
            Connection transaction, @Nullable StaffRow staff, ProviderProof proof, Visitor visitor, SignInRefusal why)
            throws SQLException {
        AuditEntry entry = AuditEntry.of("SIGN_IN_REFUSED", "STAFF", staff == null ? 0 : staff.staffId())
                .with(Map.of("step", "PROVIDER", "why", why.name(), "login", digest(proof.login())));
        Actor nobody = new Actor(null, "sign-in", Set.of(), Scope.CITY, visitor.address());
        parts.audit().append(transaction, nobody, entry);
        return SignInAnswer.refused(why, Duration.ZERO);
    }

    private long audit(Connection transaction, StaffRow staff, Visitor visitor, String act, Map<String, String> now)
            throws SQLException {
        return parts.audit()
                .append(
                        transaction,
                        staff.actorInDoubt(visitor.address()),
                        AuditEntry.of(act, "STAFF", staff.staffId()).with(now));
    }

    /** Tells whether two entries are about the same one, and no more: somebody else's login may be a name. */
    private static String digest(String text) {
        return Hex.encode(Sm3.digest(text.getBytes(UTF_8))).substring(0, DIGEST_SHOWN);
    }
}
