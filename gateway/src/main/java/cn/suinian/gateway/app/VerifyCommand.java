package cn.suinian.gateway.app;

import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.keystore.KeystoreException;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.DatabaseUnusableException;
import cn.suinian.core.postgres.EmbeddedServer;
import cn.suinian.core.settings.SettingsException;
import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Finding.State;
import cn.suinian.core.verification.Verification;
import cn.suinian.gateway.command.UsageException;
import cn.suinian.settlement.seal.SealChecks;
import cn.suinian.settlement.seal.SealStanding;
import cn.suinian.settlement.verification.PaymentFileChecks;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Audits the database: makes every check on one snapshot, and says what to do about what it finds. */
final class VerifyCommand {

    private static final String USAGE = "Usage: verify [--day YYYY-MM-DD] [--json]";

    /** As a wrong date: nothing was verified, and nothing is wrong with the database. */
    private static final int NOTHING_TO_VERIFY = 2;

    private static final long PATIENCE_SECONDS = 10L;

    private final NodeConfig config;
    private final boolean json;

    /** The one day whose seal and rows are looked at; null: everything. */
    private final @Nullable LocalDate day;

    private VerifyCommand(NodeConfig config, boolean json, @Nullable LocalDate day) {
        this.config = config;
        this.json = json;
        this.day = day;
    }

    static VerifyCommand parse(NodeConfig config, List<String> arguments) {
        boolean json = false;
        LocalDate day = null;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--json" -> json = true;
                case "--day" -> day = day(++i < arguments.size() ? arguments.get(i) : "");
                default -> throw new UsageException("verify does not know \"" + arguments.get(i) + "\"\n" + USAGE);
            }
        }
        return new VerifyCommand(config, json, day);
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException notOne) {
            throw new UsageException("--day wants a date as 2026-11-16, not \"" + given + "\"\n" + USAGE);
        }
    }

    int run() throws SQLException {
        requireADatabase();
        try (DatabaseAccess access = DatabaseAccess.open(config);
                Progress progress = new Progress(!json)) {
            SealStanding standing = standing(access);
            if (standing != SealStanding.SEALED) {
                return nothingToVerify(standing);
            }
            if (!json) {
                Screen.say("Verifying " + access.owner().url());
            }
            List<Finding> findings = Verification.run(access.owner().dataSource(), checks(), progress);
            return report(findings) ? 0 : 1;
        }
    }

    private SealStanding standing(DatabaseAccess access) throws SQLException {
        if (day == null) {
            return SealStanding.SEALED;
        }
        try (Connection connection = access.owner().dataSource().getConnection()) {
            return SealStanding.read(connection, day);
        }
    }

    /** No finding and no alarm: there is nothing of the day to compare yet. */
    private int nothingToVerify(SealStanding standing) {
        String line = standing == SealStanding.NOT_YET
                ? day + " is a business day that is not sealed yet: there is no seal to verify. It is sealed once it is"
                        + " paid; the console's page of the day says what is missing."
                : day + " is no business day of this database: nothing was ever closed for it. Check the date.";
        if (json) {
            Screen.say(new ObjectMapper()
                    .createObjectNode()
                    .put("day", String.valueOf(day))
                    .put("seal", standing == SealStanding.NOT_YET ? "NOT_SEALED_YET" : "NO_SUCH_DAY")
                    .put("says", line)
                    .toPrettyString());
        } else {
            Screen.say(line);
        }
        return NOTHING_TO_VERIFY;
    }

    /** With the keys of the keystore where there is one: for signatures and sealed files. */
    private List<Check> checks() {
        List<Check> checks = new ArrayList<>(day == null ? Verification.allChecks() : SealChecks.ofDay(day));
        if (Files.exists(config.keystore())) {
            try {
                KeystoreVault vault = Keys.look(config);
                SortedMap<Integer, Sm2PublicKey> keys = vault.signingKeys();
                checks.add(SealChecks.signedBy(keys));
                checks.add(SealChecks.publishedBy(keys));
                if (day == null) {
                    checks.add(PaymentFileChecks.kept(keys, new Seals(vault)));
                }
            } catch (IOException | KeystoreException | SettingsException unusable) {
                Screen.complain("The keystore cannot be opened, so nobody can say whether seals were signed with its"
                        + " keys, nor look into payment files: " + unusable.getMessage());
            }
        }
        return checks;
    }

    /** Opening an embedded database makes one where there is none; an audit must not. */
    private void requireADatabase() {
        Path data = config.database().dataDir();
        if (config.database().external().isEmpty()
                && EmbeddedServer.findRunning(data).isEmpty()
                && Files.notExists(data.resolve("postgres"))) {
            throw new DatabaseUnusableException(
                    "There is no database in " + data + ". Set SUINIAN_DATA_DIR or SUINIAN_DB_URL to one.");
        }
    }

    private boolean report(List<Finding> findings) {
        boolean empty = findings.stream()
                .anyMatch(finding -> finding.state() == State.SKIPPED
                        && finding.check().tables().equals(List.of("tap")));
        boolean unmade = day != null && findings.stream().anyMatch(finding -> finding.state() == State.SKIPPED);
        boolean sound = !empty && !unmade && findings.stream().allMatch(Finding::isGood);
        if (json) {
            Screen.say(json(findings, sound).toPrettyString());
            return sound;
        }
        long took = findings.stream()
                .mapToLong(finding -> finding.took().toMillis())
                .sum();
        long bad = findings.stream().filter(finding -> !finding.isGood()).count();
        Screen.say("");
        if (empty || unmade) {
            Screen.say("This database does not hold Suinian's tables.");
        } else if (sound) {
            Screen.say(findings.size() + " checks in " + seconds(took) + ": the database is sound.");
        } else {
            Screen.say(bad + " of " + findings.size() + " checks do not hold. Close and pay no day before they do.");
        }
        return sound;
    }

    private static void show(Finding finding) {
        String mark =
                switch (finding.state()) {
                    case HOLDS -> "ok";
                    case NOTICED -> "look";
                    case BROKEN -> "BROKEN";
                    case SKIPPED -> "skipped";
                    case FAILED -> "FAILED";
                };
        Screen.say(String.format(
                Locale.ROOT,
                "  %-7s %9s  %s",
                mark,
                seconds(finding.took().toMillis()),
                finding.check().sentence()));
        if (finding.state() == State.HOLDS) {
            return;
        }
        finding.examples().forEach(row -> Screen.say("                       " + row));
        if (finding.rows() > finding.examples().size()) {
            Screen.say("                       of " + finding.rows() + " rows");
        }
        if (finding.rows() > 0) {
            Screen.say("                       -> " + finding.check().remedy());
        }
    }

    private static ObjectNode json(List<Finding> findings, boolean sound) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("sound", sound);
        ArrayNode checks = root.putArray("checks");
        for (Finding finding : findings) {
            ObjectNode check = checks.addObject()
                    .put("sentence", finding.check().sentence())
                    .put("state", finding.state().name())
                    .put("rows", finding.rows())
                    .put("millis", finding.took().toMillis());
            if (finding.state() != State.HOLDS) {
                finding.examples().forEach(check.withArray("examples")::add);
                check.put("remedy", finding.check().remedy());
            }
        }
        return root;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f s", millis / 1000.0);
    }

    /** Shows each check when it has ended, and now and then which one takes so long. */
    private static final class Progress implements Verification.Listener, AutoCloseable {

        private final boolean shown;
        private final Timer reminder = new Timer("verify-reminder", true);
        private volatile String now = "";
        private volatile long since = System.nanoTime();

        Progress(boolean shown) {
            this.shown = shown;
            TimerTask remind = new TimerTask() {
                @Override
                public void run() {
                    remind();
                }
            };
            reminder.schedule(remind, PATIENCE_SECONDS * 1_000, PATIENCE_SECONDS * 1_000);
        }

        @Override
        public void begins(Check check, int ordinal, int of) {
            since = System.nanoTime();
            now = ordinal + " of " + of + ": " + check.sentence();
        }

        @Override
        public void ended(Finding finding) {
            if (shown) {
                show(finding);
            }
        }

        @Override
        public void close() {
            reminder.cancel();
        }

        private void remind() {
            long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
            if (seconds >= PATIENCE_SECONDS) {
                Screen.complain("  at " + now + " (" + seconds + " s)");
            }
        }
    }
}
