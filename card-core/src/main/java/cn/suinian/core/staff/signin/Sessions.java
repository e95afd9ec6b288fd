package cn.suinian.core.staff.signin;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.ConstantTime;
import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.settings.Secret;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions of staff: who a request comes from, and how it ends. Blocking: never on an event loop. */
public final class Sessions {

    /** Not every request writes: idle time is known to this precision. */
    private static final Duration TOUCHED_EVERY = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final AuditLog audit;
    private final SignInConfig config;
    private final SecureRandom random;
    private final Clock clock;

    public Sessions(Transactions transactions, AuditLog audit, SignInConfig config, SecureRandom random, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.config = config;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Who shows this token, as they are at this moment; empty when the session is over. Sets a new token when the old
     * one is old enough.
     */
    public Optional<Session> find(String token, Visitor visitor) throws SQLException {
        return transactions.run(transaction -> {
            Instant now = clock.instant();
            Optional<SessionRow> found = live(transaction, token, visitor, now);
            return found.isEmpty() ? Optional.empty() : Optional.of(seen(transaction, found.get(), visitor, now));
        });
    }

    /** Ends the session of this token, if it is there. */
    public void signOut(String token, Visitor visitor) throws SQLException {
        transactions.run(transaction -> {
            Optional<SessionRow> found = live(transaction, token, visitor, clock.instant());
            if (found.isPresent()) {
                SessionRow row = found.get();
                SessionStore.end(transaction, row.sessionId());
                audit.append(
                        transaction,
                        row.staff().actorInDoubt(visitor.address()),
                        AuditEntry.of("SIGNED_OUT", "STAFF", row.staff().staffId()));
            }
            return null;
        });
    }

    /** Ends all sessions of whoever shows this token; says how many. */
    public int signOutEverywhere(String token, Visitor visitor) throws SQLException {
        return transactions.run(transaction -> {
            Optional<SessionRow> found = live(transaction, token, visitor, clock.instant());
            if (found.isEmpty()) {
                return 0;
            }
            StaffRow staff = found.get().staff();
            int ended = SessionStore.endAll(transaction, staff.staffId());
            audit.append(
                    transaction,
                    staff.actorInDoubt(visitor.address()),
                    AuditEntry.of("SIGNED_OUT_EVERYWHERE", "STAFF", staff.staffId()));
            return ended;
        });
    }

    /** Every open session of somebody, the newest first. */
    public List<OpenSession> listOpen(long staffId) throws SQLException {
        return transactions.run(transaction -> {
            Instant now = clock.instant();
            return SessionStore.listOpen(transaction, staffId, now, now.minus(config.idle()));
        });
    }

    /** Drops what is over: sessions and counts of failures. For a timer. */
    public int sweep() throws SQLException {
        return transactions.run(transaction -> {
            Instant now = clock.instant();
            return SessionStore.sweep(transaction, now, now.minus(config.idle())) + Throttle.sweep(transaction, now);
        });
    }

    /** The session of a token that may still be used, locked until the end of the transaction. */
    Optional<SessionRow> live(Connection transaction, String token, Visitor visitor, Instant now) throws SQLException {
        Optional<SessionRow> found = SessionStore.find(transaction, token);
        if (found.isEmpty()) {
            return found;
        }
        SessionRow row = found.get();
        if (!row.current() && row.tokenSince().plus(config.grace()).isBefore(now)) {
            SessionStore.end(transaction, row.sessionId());
            audit.append(
                    transaction,
                    row.staff().actorInDoubt(visitor.address()),
                    AuditEntry.of("SESSION_ENDED", "STAFF", row.staff().staffId())
                            .because("a token that was replaced was shown again"));
            return Optional.empty();
        }
        boolean over = !now.isBefore(row.expiresAt())
                || !now.isBefore(row.lastUsedAt().plus(config.idle()))
                || !ConstantTime.equal(row.userAgentHash(), SessionStore.userAgentHash(visitor));
        return over ? Optional.empty() : found;
    }

    private Session seen(Connection transaction, SessionRow row, Visitor visitor, Instant now) throws SQLException {
        boolean old = row.current()
                && row.stage() == SignInStage.OPEN
                && !now.isBefore(row.tokenSince().plus(config.rotation()));
        if (old) {
            String token = RandomToken.make(random);
            SessionStore.rotate(transaction, row.sessionId(), token, now);
            return row.session(visitor.address(), new Secret(token));
        }
        if (!now.isBefore(row.lastUsedAt().plus(TOUCHED_EVERY))) {
            SessionStore.touch(transaction, row.sessionId(), now);
        }
        return row.session(visitor.address(), null);
    }
}
