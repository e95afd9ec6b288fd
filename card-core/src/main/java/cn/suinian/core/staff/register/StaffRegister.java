package cn.suinian.core.staff.register;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import cn.suinian.core.staff.password.Passwords;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who works here and as what. Everything here wants {@link Permission#STAFF_MANAGE}, is refused with a {@link
 * StaffRefusal} and written into the audit trail. Blocking, and slow where passwords are made.
 */
public final class StaffRegister {

    private static final Duration INITIAL_PASSWORD_LASTS = Duration.ofDays(7);
    private static final Duration PROVIDER_LINK_WAITS = Duration.ofDays(7);
    private static final int LARGEST_PAGE = 200;
    private static final String FOREIGN_KEY = "23503";

    private final Transactions transactions;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    public StaffRegister(Transactions transactions, Passwords passwords, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts somebody into the register. */
    public HandedOver create(Actor actor, NewStaff staff) throws SQLException {
        require(actor);
        StaffRules.check(staff);
        String password = passwords.initial();
        String hash = passwords.hash(password);
        StaffMember made = withCounter(transaction -> {
            Instant now = clock.instant();
            requireStillAdministrator(actor, StaffStore.lockAdministrators(transaction));
            long id = StaffStore.insert(transaction, staff, hash, now, now.plus(INITIAL_PASSWORD_LASTS))
                    .orElseThrow(() -> new RefusedException(StaffRefusal.ACCOUNT_TAKEN, "account"));
            audit.append(
                    transaction,
                    actor,
                    AuditEntry.of("STAFF_CREATED", "STAFF", id)
                            .with(about(staff.account(), staff.roles(), staff.scope())));
            return StaffStore.find(transaction, id).orElseThrow();
        });
        return new HandedOver(made, new Secret(password));
    }

    /** Gives somebody other roles or another part of the city; their sessions end. */
    public StaffMember change(Actor actor, long staffId, int rowVersion, Set<Role> roles, Scope scope, String reason)
            throws SQLException {
        StaffRules.check(roles, scope);
        return act(actor, staffId, rowVersion, reason, roles.contains(Role.ADMINISTRATOR), (transaction, was) -> {
            StaffStore.setRoles(transaction, staffId, roles, scope);
            return AuditEntry.of("STAFF_CHANGED", "STAFF", staffId)
                    .changed(about(was.account(), was.roles(), was.scope()), about(was.account(), roles, scope));
        });
    }

    /** Disables somebody: they are out at their next request. */
    public StaffMember disable(Actor actor, long staffId, int rowVersion, String reason) throws SQLException {
        return setActive(actor, staffId, rowVersion, reason, false);
    }

    /** Lets somebody sign in again. */
    public StaffMember enable(Actor actor, long staffId, int rowVersion, String reason) throws SQLException {
        return setActive(actor, staffId, rowVersion, reason, true);
    }

    /** Makes a new initial password for somebody; the old one and their sessions end. */
    public HandedOver resetPassword(Actor actor, long staffId, int rowVersion, String reason) throws SQLException {
        require(actor);
        String password = passwords.initial();
        String hash = passwords.hash(password);
        StaffMember now = act(actor, staffId, rowVersion, reason, true, (transaction, was) -> {
            Instant at = clock.instant();
            StaffStore.setPassword(transaction, staffId, hash, at, at.plus(INITIAL_PASSWORD_LASTS));
            return AuditEntry.of("STAFF_PASSWORD_RESET", "STAFF", staffId);
        });
        return new HandedOver(now, new Secret(password));
    }

    /** Forgets somebody's authenticator: they enrol another at the next sign-in; their sessions end. */
    public StaffMember resetSecondFactor(Actor actor, long staffId, int rowVersion, String reason) throws SQLException {
        return act(actor, staffId, rowVersion, reason, true, (transaction, was) -> {
            StaffStore.dropSecondFactor(transaction, staffId, clock.instant());
            return AuditEntry.of("STAFF_SECOND_FACTOR_RESET", "STAFF", staffId);
        });
    }

    /** Lets somebody sign in through the provider: the first time within a week, their subject there is kept. */
    public StaffMember allowProvider(Actor actor, long staffId, int rowVersion, String reason) throws SQLException {
        return act(actor, staffId, rowVersion, reason, true, (transaction, was) -> {
            if (was.provider() == StaffMember.ProviderLink.LINKED) {
                throw new RefusedException(StaffRefusal.ALREADY_SO);
            }
            StaffStore.allowProvider(transaction, staffId, clock.instant().plus(PROVIDER_LINK_WAITS));
            return AuditEntry.of("PROVIDER_LINK_ALLOWED", "STAFF", staffId);
        });
    }

    /** Forgets whom the provider means by somebody; their sessions end. */
    public StaffMember dropProvider(Actor actor, long staffId, int rowVersion, String reason) throws SQLException {
        return act(actor, staffId, rowVersion, reason, true, (transaction, was) -> {
            if (was.provider() == StaffMember.ProviderLink.NONE) {
                throw new RefusedException(StaffRefusal.NO_LINK);
            }
            StaffStore.dropProvider(transaction, staffId);
            return AuditEntry.of("PROVIDER_UNLINKED", "STAFF", staffId);
        });
    }

    /** Somebody. */
    public Optional<StaffMember> find(Actor actor, long staffId) throws SQLException {
        require(actor);
        return transactions.run(transaction -> StaffStore.find(transaction, staffId));
    }

    /**
     * The register by account name.
     *
     * @param after the last account of the page before; empty for the first page
     * @param limit at most 200
     */
    public List<StaffMember> list(Actor actor, String after, int limit) throws SQLException {
        return list(actor, StaffFilter.ALL, after, limit);
    }

    /**
     * Those of the register whom a filter wants, by account name.
     *
     * @param after the last account of the page before; empty for the first page
     * @param limit at most 200
     */
    public List<StaffMember> list(Actor actor, StaffFilter filter, String after, int limit) throws SQLException {
        require(actor);
        return transactions.run(
                transaction -> StaffStore.list(transaction, filter, after, Math.min(Math.max(1, limit), LARGEST_PAGE)));
    }

    private StaffMember setActive(Actor actor, long staffId, int rowVersion, String reason, boolean active)
            throws SQLException {
        return act(actor, staffId, rowVersion, reason, active, (transaction, was) -> {
            if (was.active() == active) {
                throw new RefusedException(StaffRefusal.ALREADY_SO);
            }
            StaffStore.setActive(transaction, staffId, active);
            return AuditEntry.of(active ? "STAFF_ENABLED" : "STAFF_DISABLED", "STAFF", staffId);
        });
    }

    private interface Act {
        AuditEntry on(Connection transaction, StaffMember was) throws SQLException;
    }

    /**
     * The frame of every change.
     *
     * @param staysAdministrator whether an administrator still is one afterwards
     */
    private StaffMember act(
            Actor actor, long staffId, int rowVersion, String reason, boolean staysAdministrator, Act act)
            throws SQLException {
        require(actor);
        String why = StaffRules.reason(reason);
        if (actor.staffId() != null && actor.staffId() == staffId) {
            throw new RefusedException(StaffRefusal.NOT_YOURSELF);
        }
        return withCounter(transaction -> {
            List<Long> administrators = StaffStore.lockAdministrators(transaction);
            requireStillAdministrator(actor, administrators);
            StaffMember was = StaffStore.lock(transaction, staffId)
                    .orElseThrow(() -> new RefusedException(StaffRefusal.NO_SUCH_STAFF));
            if (was.rowVersion() != rowVersion) {
                throw new RefusedException(StaffRefusal.CHANGED_MEANWHILE);
            }
            if (was.isActiveAdministrator() && !staysAdministrator && administrators.equals(List.of(staffId))) {
                throw new RefusedException(StaffRefusal.LAST_ADMINISTRATOR);
            }
            AuditEntry entry = act.on(transaction, was);
            StaffMember now = StaffStore.find(transaction, staffId).orElseThrow();
            audit.append(transaction, actor, entry.because(why));
            return now;
        });
    }

    private <T> T withCounter(Transactions.Work<T> work) throws SQLException {
        try {
            return transactions.run(work);
        } catch (SQLException failure) {
            if (FOREIGN_KEY.equals(failure.getSQLState())) {
                throw new RefusedException(StaffRefusal.NO_SUCH_COUNTER, "counter");
            }
            throw failure;
        }
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.STAFF_MANAGE)) {
            throw new RefusedException(StaffRefusal.NOT_ALLOWED);
        }
    }

    /** Whoever was disabled since their request began changes nothing any more. */
    private static void requireStillAdministrator(Actor actor, List<Long> administrators) {
        if (actor.staffId() != null && !administrators.contains(actor.staffId())) {
            throw new RefusedException(StaffRefusal.NOT_ALLOWED);
        }
    }

    private static Map<String, String> about(String account, Set<Role> roles, Scope scope) {
        Map<String, String> about = new TreeMap<>();
        about.put("account", account);
        about.put(
                "roles",
                String.join(" ", roles.stream().map(Role::name).sorted().toList()));
        if (scope.district() != null) {
            about.put("district", scope.district().name());
        }
        if (scope.counterId() != null) {
            about.put("counter", scope.counterId().toString());
        }
        return about;
    }
}
