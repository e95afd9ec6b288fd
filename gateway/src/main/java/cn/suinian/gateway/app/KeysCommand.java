package cn.suinian.gateway.app;

import static java.util.stream.Collectors.joining;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.gateway.upkeep.Resealing;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions of the master keys from the command line (docs/operations.md, "Keys"). */
final class KeysCommand {

    private static final Logger LOG = LoggerFactory.getLogger(KeysCommand.class);
    private static final int NAMED = 10;

    /**
     * Who hears of it.
     *
     * @param out the result
     * @param aside warnings and what was refused beside a result that is read by a machine
     * @param onScreen whether the result goes to a screen
     */
    record Voice(Consumer<String> out, Consumer<String> aside, boolean onScreen) {}

    private final NodeConfig config;
    private final KeysOrder order;
    private final Voice voice;
    private final Consumer<String> screen;
    private final int version;

    KeysCommand(NodeConfig config, KeysOrder order, Voice voice) {
        this.config = config;
        this.order = order;
        this.voice = voice;
        this.screen = voice.out;
        this.version = order.version();
    }

    int run() throws IOException, SQLException {
        return switch (order.act()) {
            case LIST -> withDatabase(this::list);
            case ADD -> add();
            case ADD_COLUMN -> addColumn();
            case RESEAL -> reseal();
            case HAND_OUT -> handOut();
            case RETIRE -> withDatabase(this::retire);
        };
    }

    private int list(KeyUse use) throws IOException, SQLException {
        KeystoreVault vault = Keys.look(config);
        Map<Integer, Long> oldest = use.terminalsByOldest();
        Map<Integer, Long> lastUsed = use.terminalsByLastUsed();
        Map<Integer, Long> cards = use.cards();
        screen.accept(String.format("%-8s %15s %15s %15s", "version", "accepted at", "last used by", "in cards"));
        for (int known : vault.terminalKeyVersions()) {
            long accepted = oldest.entrySet().stream()
                    .filter(terminals -> terminals.getKey() <= known)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            screen.accept(String.format(
                    "%-8d %15d %15d %15d",
                    known, accepted, lastUsed.getOrDefault(known, 0L), cards.getOrDefault(known, 0L)));
        }
        screen.accept(sum(oldest) + " terminals, of which " + (sum(oldest) - sum(lastUsed)) + " were never seen.");
        screen.accept("Lists are signed with version "
                + (vault.signingKeys().isEmpty()
                        ? "1, made at the next start."
                        : vault.signingKeys().lastKey() + "."));
        screen.accept("Personal data is sealed with version " + vault.columnKeyVersion() + ".");
        return 0;
    }

    private int add() throws IOException {
        int added = Keys.addVersion(config);
        LOG.atInfo().addKeyValue("version", added).addKeyValue("by", by()).log("audit: master keys added");
        screen.accept("Version " + added + " is in " + config.keystore() + ".");
        screen.accept(
                "Nodes that use this very file know it within 30 seconds. Copy it to the others, and to the backup,");
        screen.accept("before the first terminal gets a key of version " + added + ": keys hand-out " + added);
        return 0;
    }

    private int addColumn() throws IOException {
        int added = Keys.addColumnVersion(config);
        LOG.atInfo().addKeyValue("version", added).addKeyValue("by", by()).log("audit: column key added");
        screen.accept("Version " + added + " of the column key is in " + config.keystore() + ".");
        screen.accept(
                "Nodes that use this very file seal with it within 30 seconds. Copy it to the others, and to the");
        screen.accept(
                "backup, before anything else: without it nobody reads what is sealed from now on. Then: keys reseal");
        return 0;
    }

    private int reseal() throws IOException, SQLException {
        KeystoreVault vault = Keys.look(config);
        try (DatabaseAccess access = DatabaseAccess.open(config)) {
            Schema.migrate(access.owner(), access.database());
            long left = new Resealing(access.database(), vault).run(by(), screen);
            if (left > 0) {
                screen.accept(
                        "A node still seals with an older version: give it the keystore, then once more keys reseal.");
            }
            return left == 0 ? 0 : 1;
        }
    }

    private int handOut() throws IOException, SQLException {
        if (voice.onScreen && !order.option()) {
            voice.aside.accept(
                    "These are secrets, and this is a screen. Send them into a file that only you can read:");
            voice.aside.accept("  (umask 077; ./suinian keys hand-out " + version + " >terminal-keys-" + version
                    + ".json), or say --show");
            return 2;
        }
        return withDatabase(this::handOut);
    }

    private int handOut(KeyUse use) throws IOException, SQLException {
        KeyVault vault = Keys.look(config);
        if (!vault.hasTerminalKeyVersion(version)) {
            voice.aside.accept("There is no version " + version + ": the keystore has " + vault.terminalKeyVersions());
            return 1;
        }
        Set<Long> known = new TreeSet<>(use.terminals());
        for (long terminal : order.terminals()) {
            if (!known.contains(terminal)) {
                voice.aside.accept("There is no terminal " + Terminal.digits(terminal) + ". Nothing was handed out.");
                return 1;
            }
        }
        Collection<Long> terminals = order.terminals().isEmpty() ? known : order.terminals();
        LOG.atInfo()
                .addKeyValue("version", version)
                .addKeyValue("terminals", terminals.size())
                .addKeyValue(
                        "named",
                        order.terminals().stream().map(Terminal::digits).collect(joining(" ")))
                .addKeyValue("by", by())
                .log("audit: terminal keys handed out");
        voice.aside.accept("These are secrets, of terminals: " + terminals.size() + ". Load them, destroy this copy.");
        screen.accept(keys(vault, terminals));
        return 0;
    }

    private String keys(KeyVault vault, Collection<Long> terminals) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("keyVersion", version);
        ArrayNode list = root.putArray("terminals");
        for (long terminal : terminals) {
            list.addObject()
                    .put("terminalId", Terminal.digits(terminal))
                    .put("keyVersion", version)
                    .put("key", Hex.encode(vault.terminalKey(terminal, version)));
        }
        return root.toPrettyString();
    }

    private int retire(KeyUse use) throws IOException, SQLException {
        KeyVault vault = Keys.look(config);
        if (!vault.hasTerminalKeyVersion(version) || !vault.hasTerminalKeyVersion(version + 1)) {
            screen.accept("Version " + version + " cannot be retired: the keystore has " + vault.terminalKeyVersions()
                    + ", and terminals need a newer one. See: keys add");
            return 1;
        }
        List<Long> behind = use.terminalsSeenWith(version);
        long unseen = use.terminalsNeverSeen(version);
        if (unseen > 0) {
            screen.accept(unseen + " terminals were never seen, so nobody knows which keys they have.");
        }
        if (!behind.isEmpty()) {
            screen.accept(behind.size() + " terminals were last seen with version " + version + " or older: "
                    + behind.stream().limit(NAMED).map(Terminal::digits).collect(joining(", "))
                    + (behind.size() > NAMED ? ", ..." : ""));
            if (!order.option()) {
                screen.accept("Nothing was changed. Load their new keys first, or cut them off with --force.");
                return 1;
            }
        }
        int changed = use.retire(version);
        LOG.atInfo()
                .addKeyValue("version", version)
                .addKeyValue("terminals", changed)
                .addKeyValue("cutOff", behind.size())
                .addKeyValue("neverSeen", unseen)
                .addKeyValue("forced", order.option())
                .addKeyValue("by", by())
                .log("audit: terminal key version retired");
        screen.accept("Version " + version + " is no longer accepted; that is new at " + changed + " terminals.");
        return 0;
    }

    private interface Work {
        int on(KeyUse use) throws IOException, SQLException;
    }

    private int withDatabase(Work work) throws IOException, SQLException {
        try (DatabaseAccess access = DatabaseAccess.open(config)) {
            Schema.migrate(access.owner(), access.database());
            try (Connection connection = access.database().dataSource().getConnection()) {
                return work.on(new KeyUse(connection));
            }
        }
    }

    /** Who did it, as far as this machine can tell. */
    private static String by() {
        return System.getProperty("user.name") + ", process "
                + ProcessHandle.current().pid();
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
