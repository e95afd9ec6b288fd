package cn.suinian.core.registry;

import static cn.suinian.core.registry.RegistryRefusal.CHANGED_MEANWHILE;
import static cn.suinian.core.registry.RegistryRefusal.KEY_VERSION_UNKNOWN;
import static cn.suinian.core.registry.RegistryRefusal.NOT_PERMITTED;
import static cn.suinian.core.registry.RegistryRefusal.PAGE_INVALID;
import static cn.suinian.core.registry.RegistryRefusal.PLACE_KIND_UNKNOWN;
import static cn.suinian.core.registry.RegistryRefusal.POSITION_INVALID;
import static cn.suinian.core.registry.RegistryRefusal.REASON_INVALID;
import static cn.suinian.core.registry.RegistryRefusal.SERVICES_MISSING;
import static cn.suinian.core.registry.RegistryRefusal.TERMINAL_ID_INVALID;
import static cn.suinian.core.registry.RegistryRefusal.TERMINAL_TAKEN;
import static cn.suinian.core.registry.RegistryRefusal.TERMINAL_UNKNOWN;
import static cn.suinian.core.registry.RegistryRefusal.VENDOR_UNKNOWN;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.registry.TerminalEntry.Position;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Terminal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The register of terminals. What is changed here counts at a terminal's next request, on every node that has heard
 * of it. Blocks; refusals are {@link RegistryRefusal}.
 */
public final class TerminalRegister {

    private static final int LARGEST_PAGE = 200;
    private static final int QUARTER_TURN_E6 = 90_000_000;

    private final Transactions transactions;
    private final AuditLog audit;
    private final KeyVault vault;

    public TerminalRegister(Transactions transactions, AuditLog audit, KeyVault vault) {
        this.transactions = transactions;
        this.audit = audit;
        this.vault = vault;
    }

    /** Registers a terminal with the newest key version; it may be used at once. */
    public TerminalSeen register(Actor actor, TerminalEntry terminal) throws SQLException {
        permit(actor, Permission.TERMINAL_MANAGE);
        requireSound(terminal);
        return transactions.run(transaction -> {
            requireKnown(transaction, terminal);
            if (!TerminalStore.insert(
                    transaction, terminal, vault.terminalKeyVersions().last())) {
                throw new RefusedException(TERMINAL_TAKEN, "id");
            }
            TerminalSeen made = get(transaction, terminal.id());
            audit.append(transaction, actor, entry("TERMINAL_REGISTERED", made).with(values(terminal)));
            return made;
        });
    }

    /** Changes vendor, services, kind of place or position. */
    public TerminalSeen change(Actor actor, TerminalEntry terminal) throws SQLException {
        permit(actor, Permission.TERMINAL_MANAGE);
        requireSound(terminal);
        return transactions.run(transaction -> {
            TerminalSeen was = get(transaction, terminal.id());
            if (was.terminal().rowVersion() != terminal.rowVersion()) {
                throw new RefusedException(CHANGED_MEANWHILE);
            }
            requireKnown(transaction, terminal);
            TerminalStore.update(transaction, terminal);
            audit.append(
                    transaction,
                    actor,
                    entry("TERMINAL_CHANGED", was).changed(values(was.terminal()), values(terminal)));
            return get(transaction, terminal.id());
        });
    }

    /** Refuses every request of a terminal from now on. Already suspended: nothing is done. */
    public TerminalSeen suspend(Actor actor, long terminalId, String reason) throws SQLException {
        return setStatus(actor, terminalId, true, reason);
    }

    /** Lets a suspended terminal work again. Not suspended: nothing is done. */
    public TerminalSeen resume(Actor actor, long terminalId, String reason) throws SQLException {
        return setStatus(actor, terminalId, false, reason);
    }

    private TerminalSeen setStatus(Actor actor, long terminalId, boolean suspend, String reason) throws SQLException {
        permit(actor, Permission.TERMINAL_MANAGE);
        String why = StatedReason.of(reason, REASON_INVALID);
        return transactions.run(transaction -> {
            TerminalSeen was = get(transaction, terminalId);
            if (was.suspended() == suspend) {
                return was;
            }
            TerminalStore.setStatus(transaction, terminalId, suspend, suspend ? why : null);
            audit.append(
                    transaction,
                    actor,
                    entry(suspend ? "TERMINAL_SUSPENDED" : "TERMINAL_RESUMED", was)
                            .because(why));
            return get(transaction, terminalId);
        });
    }

    /** The key to load into a terminal; on record before it is given. */
    public HandedKey handOutKey(Actor actor, long terminalId, int keyVersion, String reason) throws SQLException {
        permit(actor, Permission.TERMINAL_MANAGE);
        String why = StatedReason.of(reason, REASON_INVALID);
        if (!vault.hasTerminalKeyVersion(keyVersion)) {
            throw new RefusedException(KEY_VERSION_UNKNOWN, "keyVersion");
        }
        transactions.run(transaction -> audit.append(
                transaction,
                actor,
                entry("TERMINAL_KEY_SHOWN", get(transaction, terminalId))
                        .with(Map.of("keyVersion", Integer.toString(keyVersion)))
                        .because(why)));
        byte[] key = vault.terminalKey(terminalId, keyVersion);
        return new HandedKey(terminalId, keyVersion, Hex.encode(key), TransportKey.checkValue(key));
    }

    /** The versions of which keys can be handed out, from the oldest to the newest. */
    public SortedSet<Integer> keyVersions() {
        return vault.terminalKeyVersions();
    }

    /** The kinds of place that a terminal can stand in. */
    public List<PlaceKind> placeKinds() throws SQLException {
        return transactions.run(TerminalStore::places);
    }

    /** One terminal. */
    public TerminalSeen getTerminal(Actor actor, long terminalId) throws SQLException {
        permit(actor, Permission.TERMINAL_VIEW);
        return transactions.run(transaction -> TerminalStore.find(transaction, terminalId)
                .orElseThrow(() -> new RefusedException(TERMINAL_UNKNOWN, "id")));
    }

    /**
     * A page of terminals by number.
     *
     * @param after the last number of the page before; null: the first page
     * @param limit 1 to 200
     */
    public List<TerminalSeen> list(Actor actor, TerminalFilter filter, @Nullable Long after, int limit)
            throws SQLException {
        permit(actor, Permission.TERMINAL_VIEW);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new RefusedException(PAGE_INVALID, "limit");
        }
        return transactions.run(
                transaction -> TerminalStore.page(transaction, filter, after == null ? 0 : after, limit));
    }

    private static void requireSound(TerminalEntry terminal) {
        if (terminal.id() < 1 || terminal.id() > Terminal.MAX_ID) {
            throw new RefusedException(TERMINAL_ID_INVALID, "id");
        }
        if (terminal.services().isEmpty()) {
            throw new RefusedException(SERVICES_MISSING, "services");
        }
        Position position = terminal.position();
        if (position != null
                && (Math.abs((long) position.latE6()) > QUARTER_TURN_E6
                        || Math.abs((long) position.lonE6()) > 2L * QUARTER_TURN_E6)) {
            throw new RefusedException(POSITION_INVALID, "position");
        }
    }

    private static void requireKnown(Connection transaction, TerminalEntry terminal) throws SQLException {
        if (!TerminalStore.knowsVendor(transaction, terminal.vendorId())) {
            throw new RefusedException(VENDOR_UNKNOWN, "vendor");
        }
        if (terminal.placeKind() != null && !TerminalStore.knowsPlace(transaction, terminal.placeKind())) {
            throw new RefusedException(PLACE_KIND_UNKNOWN, "placeKind");
        }
    }

    private static TerminalSeen get(Connection transaction, long terminalId) throws SQLException {
        return TerminalStore.lock(transaction, terminalId)
                .orElseThrow(() -> new RefusedException(TERMINAL_UNKNOWN, "id"));
    }

    private static AuditEntry entry(String act, TerminalSeen terminal) {
        return AuditEntry.of(
                act, "TERMINAL", Terminal.digits(terminal.terminal().id()));
    }

    private static Map<String, String> values(TerminalEntry terminal) {
        Position position = terminal.position();
        return Map.of(
                "vendor",
                Integer.toString(terminal.vendorId()),
                "services",
                String.join(
                        " ",
                        new TreeSet<>(terminal.services())
                                .stream().map(Enum::name).toList()),
                "placeKind",
                terminal.placeKind() == null ? "" : terminal.placeKind(),
                "position",
                position == null ? "" : position.latE6() + "," + position.lonE6());
    }

    private static void permit(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(NOT_PERMITTED);
        }
    }
}
