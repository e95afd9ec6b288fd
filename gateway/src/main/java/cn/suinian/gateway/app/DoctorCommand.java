package cn.suinian.gateway.app;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.Signature;
import cn.suinian.core.holder.timeline.TapsByHolder;
import cn.suinian.core.postgres.ApplicationRole;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.settings.SettingsException;
import cn.suinian.gateway.office.BureauKey;
import cn.suinian.gateway.upkeep.Resealing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a node needs on this machine, and says for each thing that is wrong what to do about it. */
final class DoctorCommand {

    private static final long LEAST_FREE_BYTES = 2L << 30;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int OLDEST_POSTGRES = 150_000;

    private static final String ABOUT = """
            SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync,
                   current_setting('synchronous_commit') AS synchronous_commit,
                   (extract(epoch FROM clock_timestamp()) * 1000)::int8 AS now_millis
            """;
    private static final String CALENDAR_END = "SELECT max(day)::text FROM calendar_day";
    private static final String STRAY_TAPS = "SELECT count(*) FROM tap_default";

    private final NodeConfig config;
    private final Clock clock;
    private boolean healthy = true;

    DoctorCommand(NodeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    int run() throws IOException {
        boolean running = Files.exists(config.database().dataDir().resolve("runtime.json"));
        Files.createDirectories(config.database().dataDir());
        port("terminal API", "SUINIAN_TERMINAL_PORT", config.terminal().port(), running);
        port("console", "SUINIAN_CONSOLE_PORT", config.consolePort(), running);
        port("counter API", "SUINIAN_COUNTER_PORT", config.counter().port(), running);
        port("metrics", "SUINIAN_METRICS_PORT", config.metricsPort(), running);
        disk(config.database().dataDir());
        database();
        keys();
        return healthy ? 0 : 1;
    }

    private void port(String what, String setting, int port, boolean running) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(config.bindHost(), port));
            ok("port of the " + what, port == 0 ? "any free one" : port + " is free");
        } catch (IOException taken) {
            if (running) {
                ok("port of the " + what, port + " is in use by the node that runs here");
            } else {
                wrong("port of the " + what, port + " cannot be used", "free it, or set " + setting);
            }
        }
    }

    private void disk(Path directory) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        String shown = free / (1 << 20) + " MiB free in " + directory;
        if (free >= LEAST_FREE_BYTES) {
            ok("disk", shown);
        } else {
            wrong("disk", shown, "make room: a day of 3 million taps needs about 1 GiB");
        }
    }

    private void database() {
        try (DatabaseAccess access = DatabaseAccess.open(config);
                Connection connection = access.owner().dataSource().getConnection()) {
            try (Statement statement = connection.createStatement();
                    ResultSet about = statement.executeQuery(ABOUT)) {
                about.next();
                version(about.getInt("version"));
                durability(about.getString("fsync"), about.getString("synchronous_commit"));
                clocks(Instant.ofEpochMilli(about.getLong("now_millis")));
            }
            if (contents(connection)) {
                columnKey(access);
            }
            rights(access);
        } catch (SQLException | RuntimeException unusable) {
            wrong("database", unusable.getMessage(), "check SUINIAN_DB_URL, or the log in the data directory");
        }
    }

    /** An embedded server has its two roles by itself. */
    private void rights(DatabaseAccess access) throws SQLException {
        if (config.database().external().isEmpty()) {
            return;
        }
        Rights rights = rights(access.database());
        if (rights.narrow()) {
            ok("database role", rights.text());
        } else {
            advice(
                    "database role",
                    rights.text(),
                    "give the owner of the tables to SUINIAN_DB_OWNER_URL, another role to SUINIAN_DB_URL");
        }
    }

    /**
     * What the role that nodes work as may do.
     *
     * @param narrow it can rewrite nothing that is append-only
     */
    record Rights(boolean narrow, String text) {}

    static Rights rights(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return ApplicationRole.mayRewriteAuditTrail(connection)
                    ? new Rights(false, database.user() + " may rewrite taps and the audit trail")
                    : new Rights(true, database.user() + " can rewrite nothing that is append-only");
        }
    }

    private void version(int number) {
        String shown = "PostgreSQL " + number / 10_000 + "." + number % 10_000;
        if (number >= OLDEST_POSTGRES) {
            ok("database", shown);
        } else {
            wrong("database", shown, "use PostgreSQL 15 or newer");
        }
    }

    private void durability(String fsync, String synchronousCommit) {
        if (fsync.equals("on") && !synchronousCommit.equals("off")) {
            ok("durability", "fsync " + fsync + ", synchronous_commit " + synchronousCommit);
        } else {
            wrong(
                    "durability",
                    "fsync " + fsync + ", synchronous_commit " + synchronousCommit,
                    "switch both on: an acknowledged tap must survive a crash");
        }
    }

    private void clocks(Instant theirs) {
        Duration apart = Duration.between(theirs, clock.instant()).abs();
        if (apart.compareTo(CLOCK_TOLERANCE) <= 0) {
            ok("clock", "agrees with the database's, " + clock.instant());
        } else {
            wrong(
                    "clock",
                    apart.toSeconds() + " s away from the database's",
                    "let both machines follow one time server");
        }
    }

    /** Whether there are any tables yet. */
    private boolean contents(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet answer = statement.executeQuery("SELECT to_regclass('tap_default') IS NOT NULL")) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    ok("schema", "not made yet; the first start makes it");
                    return false;
                }
            }
            calendar(holidays(today(), one(statement, CALENDAR_END)));
            String stray = one(statement, STRAY_TAPS);
            if ("0".equals(stray)) {
                ok("partitions", "every tap is in its day's");
            } else {
                wrong(
                        "partitions",
                        stray + " taps have no partition of their day",
                        "look for \"no partition\" in the log");
            }
        }
        tapsByHolder(connection);
        return true;
    }

    /** A keystore that does not open is told of by itself. */
    private void columnKey(DatabaseAccess access) throws SQLException {
        try {
            KeystoreVault vault = Keys.look(config);
            long left = new Resealing(access.database(), vault).left();
            String version = "version " + vault.columnKeyVersion() + " seals";
            if (left == 0) {
                ok("column key", version + ", and nothing is sealed with an older one");
            } else {
                advice("column key", version + "; " + left + " values are sealed with older ones", "keys reseal");
            }
        } catch (IOException | RuntimeException closed) {
            wrong("column key", "the keystore does not open", "see below, at \"keys\"");
        }
    }

    private void tapsByHolder(Connection connection) throws SQLException {
        Missing found = tapsByHolder(TapsByHolder.listMissing(connection), today());
        if (found.worthAWord()) {
            advice(
                    "taps by holder",
                    found.text(),
                    "keep a node with the settlement role running between 02:00 and 05:00, or see docs/operations.md,"
                            + " \"Taps by holder\"");
        } else {
            ok("taps by holder", found.text());
        }
    }

    /**
     * Days whose taps are found only by reading the whole day.
     *
     * @param worthAWord whether the last night should have mended it
     */
    record Missing(boolean worthAWord, String text) {}

    /** Yesterday has time until this night. */
    static Missing tapsByHolder(List<LocalDate> days, LocalDate today) {
        if (days.isEmpty()) {
            return new Missing(false, "every day that is cut has its index");
        }
        LocalDate oldest = days.get(days.size() - 1);
        String text = days.size() + (days.size() == 1 ? " day has" : " days have") + " no index yet, since " + oldest;
        return new Missing(oldest.isBefore(today.minusDays(1)), text);
    }

    private void calendar(Holidays found) {
        String remedy = "add the State Council's days to calendar_day";
        switch (found.state()) {
            case KNOWN -> ok("calendar", found.text());
            case WANTED_SOON -> advice("calendar", found.text(), remedy);
            case MISSING -> wrong("calendar", found.text(), remedy);
        }
    }

    /** What is known of public holidays. */
    record Holidays(State state, String text) {
        enum State {
            KNOWN,
            WANTED_SOON,
            MISSING
        }
    }

    /**
     * The days of a year are announced in the autumn before; without them its holidays count as workdays.
     *
     * @param lastDay latest day of the calendar, null when it is empty
     */
    static Holidays holidays(LocalDate today, @Nullable String lastDay) {
        int year = today.getYear();
        int known = lastDay == null ? 0 : LocalDate.parse(lastDay).getYear();
        if (known < year) {
            return new Holidays(Holidays.State.MISSING, "no public holidays of " + year + " are known");
        }
        String ofThisYear = "public holidays of " + year + " are known";
        if (known > year) {
            return new Holidays(Holidays.State.KNOWN, ofThisYear + ", and those of " + known);
        }
        return today.getMonth() == Month.DECEMBER
                ? new Holidays(Holidays.State.WANTED_SOON, ofThisYear + ", those of " + (year + 1) + " not yet")
                : new Holidays(
                        Holidays.State.KNOWN, ofThisYear + "; those of " + (year + 1) + " are wanted in December");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void keys() {
        boolean later = Files.notExists(config.keystore())
                && config.database().external().isEmpty();
        if (later) {
            ok("keys", "not made yet; the first start makes them");
            return;
        }
        try {
            KeyVault vault = Keys.look(config);
            ok("keys", config.keystore() + " opens");
            signingKey(vault);
            transportKey();
        } catch (IOException | RuntimeException closed) {
            wrong(
                    "keys",
                    closed.getMessage(),
                    closed instanceof SettingsException ? "set it" : "restore it from the backup");
        }
    }

    private void transportKey() {
        if (config.bureauKeyFile().isEmpty()) {
            ok("transport key", "none: SUINIAN_BUREAU_KEY_FILE is not set, so no cards can be ordered");
            return;
        }
        try {
            BureauKey.read(config.bureauKeyFile(), new SecureRandom());
            ok("transport key", config.bureauKeyFile().get() + " holds one, and only its owner may read it");
        } catch (SettingsException unusable) {
            wrong("transport key", unusable.getMessage(), "mend the file: a node does not start with it");
        }
    }

    private void signingKey(KeyVault vault) {
        if (vault.signingKeys().isEmpty()) {
            ok("signing key", "not there yet; the next start adds it to the keystore");
            return;
        }
        byte[] probe = {};
        Signature signature = vault.sign(probe);
        if (vault.signingKeys().get(signature.keyVersion()).verify(probe, Hex.decode(signature.hex()))) {
            ok("signing key", "version " + signature.keyVersion() + " signs");
        } else {
            wrong("signing key", "its signatures do not verify", "restore the keystore from the backup");
        }
    }

    private static void ok(String what, String finding) {
        Screen.say(String.format("  ok     %-24s %s", what, finding));
    }

    private static void advice(String what, String finding, String remedy) {
        Screen.say(String.format("  advice %-24s %s", what, finding));
        Screen.say(String.format("         %-24s -> %s", "", remedy));
    }

    private void wrong(String what, String finding, String remedy) {
        healthy = false;
        Screen.say(String.format("  WRONG  %-24s %s", what, finding));
        Screen.say(String.format("         %-24s -> %s", "", remedy));
    }
}
