package cn.suinian.core.staff.client;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.credential.RandomToken;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Programs that may act here, and how they prove who they are. Managing them wants {@link Permission#STAFF_MANAGE}.
 * Blocking: never on an event loop.
 */
public final class ApiClients {

    /** How long an access token is good for. */
    public static final Duration TOKEN_LASTS = Duration.ofMinutes(30);

    /** How long a secret stays good beside the one that replaced it. */
    public static final Duration OLD_SECRET_LASTS = Duration.ofDays(1);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,31}");
    private static final int LONGEST_NAME = 80;
    private static final String FOREIGN_KEY = "23503";

    private final Transactions transactions;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    public ApiClients(Transactions transactions, AuditLog audit, SecureRandom random, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** Registers a program; its secret is told once. */
    public Secret create(Actor actor, String clientId, String name, Set<Role> roles, Scope scope) throws SQLException {
        require(actor);
        ApiClient client = new ApiClient(clientId.strip(), name.strip(), roles, scope, true, 1);
        check(client);
        String secret = RandomToken.make(random);
        try {
            transactions.run(transaction -> {
                if (!ClientStore.insert(transaction, client, RandomToken.hash(secret), clock.instant())) {
                    throw new RefusedException(ClientRefusal.ID_TAKEN, "clientId");
                }
                return audit.append(
                        transaction,
                        actor,
                        AuditEntry.of("CLIENT_CREATED", "CLIENT", client.clientId())
                                .with(Map.of(
                                        "roles",
                                        String.join(
                                                " ",
                                                roles.stream()
                                                        .map(Role::name)
                                                        .sorted()
                                                        .toList()))));
            });
        } catch (SQLException failure) {
            if (FOREIGN_KEY.equals(failure.getSQLState())) {
                throw new RefusedException(ClientRefusal.NO_SUCH_COUNTER, "counter");
            }
            throw failure;
        }
        return new Secret(secret);
    }

    /** Makes a new secret, told once; the old one is good for another day. */
    public Secret rotate(Actor actor, String clientId, int rowVersion, String reason) throws SQLException {
        String secret = RandomToken.make(random);
        act(
                actor,
                clientId,
                rowVersion,
                reason,
                "CLIENT_SECRET_ROTATED",
                transaction -> ClientStore.rotate(
                        transaction,
                        clientId,
                        RandomToken.hash(secret),
                        clock.instant().plus(OLD_SECRET_LASTS)));
        return new Secret(secret);
    }

    /** Disables a program at once, its access tokens included. */
    public void disable(Actor actor, String clientId, int rowVersion, String reason) throws SQLException {
        act(actor, clientId, rowVersion, reason, "CLIENT_DISABLED", transaction -> {
            ClientStore.setActive(transaction, clientId, false);
            ClientStore.dropTokens(transaction, clientId);
        });
    }

    /** Lets a program in again. */
    public void enable(Actor actor, String clientId, int rowVersion, String reason) throws SQLException {
        act(
                actor,
                clientId,
                rowVersion,
                reason,
                "CLIENT_ENABLED",
                transaction -> ClientStore.setActive(transaction, clientId, true));
    }

    /** One of them. */
    public Optional<ApiClient> find(Actor actor, String clientId) throws SQLException {
        require(actor);
        return transactions.run(transaction -> ClientStore.find(transaction, clientId));
    }

    /** All of them, by id. */
    public List<ApiClient> list(Actor actor) throws SQLException {
        require(actor);
        return transactions.run(ClientStore::list);
    }

    /**
     * Who shows this id and secret.
     *
     * @throws RefusedException with BAD_CREDENTIALS
     */
    public Actor authenticate(String clientId, String secret, String address) throws SQLException {
        return ClientStore.actor(proved(clientId, secret), address);
    }

    /**
     * An access token for whoever shows this id and secret (RFC 6749, 4.4).
     *
     * @throws RefusedException with BAD_CREDENTIALS
     */
    public AccessToken grant(String clientId, String secret) throws SQLException {
        ApiClient client = proved(clientId, secret);
        String token = RandomToken.make(random);
        transactions.run(transaction -> {
            Instant expires = clock.instant().plus(TOKEN_LASTS);
            ClientStore.keepToken(transaction, RandomToken.hash(token), client.clientId(), expires);
            return null;
        });
        return new AccessToken(new Secret(token), TOKEN_LASTS);
    }

    /** Who shows this access token, as they are now; empty when it is none or no longer good. */
    public Optional<Actor> actorOf(String token, String address) throws SQLException {
        byte[] hash = RandomToken.hash(token);
        return transactions.run(transaction -> ClientStore.ofToken(transaction, hash, clock.instant())
                .map(client -> ClientStore.actor(client, address)));
    }

    /** Drops access tokens that are over. For a timer. */
    public int sweep() throws SQLException {
        return transactions.run(transaction -> ClientStore.sweep(transaction, clock.instant()));
    }

    private ApiClient proved(String clientId, String secret) throws SQLException {
        byte[] hash = RandomToken.hash(secret);
        return transactions
                .run(transaction -> ClientStore.authenticate(transaction, clientId, hash, clock.instant()))
                .orElseThrow(() -> new RefusedException(ClientRefusal.BAD_CREDENTIALS));
    }

    private interface Act {
        void on(Connection transaction) throws SQLException;
    }

    private void act(Actor actor, String clientId, int rowVersion, String reason, String name, Act act)
            throws SQLException {
        require(actor);
        String why = StatedReason.of(reason, ClientRefusal.REASON_WANTED);
        transactions.run(transaction -> {
            ApiClient was = ClientStore.lock(transaction, clientId)
                    .orElseThrow(() -> new RefusedException(ClientRefusal.NO_SUCH_CLIENT));
            if (was.rowVersion() != rowVersion) {
                throw new RefusedException(ClientRefusal.CHANGED_MEANWHILE);
            }
            act.on(transaction);
            return audit.append(
                    transaction, actor, AuditEntry.of(name, "CLIENT", clientId).because(why));
        });
    }

    private static void check(ApiClient client) {
        if (!ID.matcher(client.clientId()).matches()) {
            throw new RefusedException(ClientRefusal.BAD_ID, "clientId");
        }
        int length = client.name().codePointCount(0, client.name().length());
        boolean oneLine = client.name().codePoints().noneMatch(Character::isISOControl);
        if (length < 1 || length > LONGEST_NAME || !oneLine) {
            throw new RefusedException(ClientRefusal.BAD_NAME, "name");
        }
        if (client.roles().isEmpty() || client.roles().contains(Role.ADMINISTRATOR)) {
            throw new RefusedException(ClientRefusal.BAD_ROLES, "roles");
        }
        if (!Role.together(client.roles())) {
            throw new RefusedException(ClientRefusal.ROLES_NOT_TOGETHER, "roles");
        }
        if (client.roles().contains(Role.AUDITOR) && client.scope().district() != null) {
            throw new RefusedException(ClientRefusal.AUDITOR_OF_A_PART, "district");
        }
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.STAFF_MANAGE)) {
            throw new RefusedException(ClientRefusal.NOT_ALLOWED);
        }
    }
}
