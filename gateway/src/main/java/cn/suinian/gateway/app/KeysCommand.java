package cn.suinian.gateway.app;

import static java.util.stream.Collectors.joining;

import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.postgres.Migrations;
import cn.suinian.core.terminal.Terminal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions of the master keys from the command line (docs/operations.md, "Keys"). */
final class KeysCommand {

    private static final Logger LOG = LoggerFactory.getLogger(KeysCommand.class);
    private static final String USAGE = "Usage: keys list | keys add | keys retire VERSION [--force]";
    private static final int NAMED = 10;

    private enum Act {
        LIST,
        ADD,
        RETIRE
    }

    private final NodeConfig config;
    private final Consumer<String> screen;
    private final Act act;
    private final int version;
    private final boolean force;

    private KeysCommand(NodeConfig config, Consumer<String> screen, Act act, int version, boolean force) {
        this.config = config;
        this.screen = screen;
        this.act = act;
        this.version = version;
        this.force = force;
    }

    static KeysCommand parse(NodeConfig config, List<String> arguments, Consumer<String> screen) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        if (arguments.size() == 1 && name.equals("list")) {
            return new KeysCommand(config, screen, Act.LIST, 0, false);
        }
        if (arguments.size() == 1 && name.equals("add")) {
            return new KeysCommand(config, screen, Act.ADD, 0, false);
        }
        boolean force = arguments.size() == 3 && arguments.get(2).equals("--force");
        if (name.equals("retire")
                && (arguments.size() == 2 || force)
                && arguments.get(1).matches("[1-9][0-9]{0,3}")) {
            return new KeysCommand(config, screen, Act.RETIRE, Integer.parseInt(arguments.get(1)), force);
        }
        throw new UsageException(USAGE);
    }

    int run() throws IOException, SQLException {
        return switch (act) {
            case LIST -> withDatabase(this::list);
            case ADD -> add();
            case RETIRE -> withDatabase(this::retire);
        };
    }

    private int list(KeyUse use) throws IOException, SQLException {
        KeyVault vault = Keys.look(config);
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
        return 0;
    }

    private int add() throws IOException {
        int added = Keys.addVersion(config);
        LOG.atInfo().addKeyValue("version", added).addKeyValue("by", by()).log("audit: master keys added");
        screen.accept("Version " + added + " is in " + config.keystore() + ".");
        screen.accept(
                "Nodes that use this very file know it within 30 seconds. Copy it to the others, and to the backup,");
        screen.accept("before the first terminal gets a key of version " + added + ".");
        return 0;
    }

    private int retire(KeyUse use) throws IOException, SQLException {
        KeyVault vault = Keys.look(config);
        if (!vault.hasTerminalKeyVersion(version) || !vault.hasTerminalKeyVersion(version + 1)) {
            screen.accept("Version " + version + " cannot be retired: the keystore has " + vault.terminalKeyVersions()
                    + ", and terminals need a newer one. See: keys add");
            return 1;
        }
        List<Long> behind = use.terminalsSeenWith(version);
        if (!behind.isEmpty()) {
            screen.accept(behind.size() + " terminals were last seen with version " + version + " or older: "
                    + behind.stream().limit(NAMED).map(Terminal::digits).collect(joining(", "))
                    + (behind.size() > NAMED ? ", ..." : ""));
            if (!force) {
                screen.accept("Nothing was changed. Load their new keys first, or cut them off with --force.");
                return 1;
            }
        }
        int changed = use.retire(version);
        LOG.atInfo()
                .addKeyValue("version", version)
                .addKeyValue("terminals", changed)
                .addKeyValue("cutOff", behind.size())
                .addKeyValue("forced", force)
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
            Migrations.apply(access.database(), Schema.MODULES);
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
