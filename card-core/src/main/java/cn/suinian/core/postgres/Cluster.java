package cn.suinian.core.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The files of one embedded server: {@code DATA_DIR/postgres} and the password beside it.
 *
 * <p>A cluster is made under another name and renamed when it holds the role, the password and the database, so
 * {@code DATA_DIR/postgres} is whole whenever it exists and is never deleted by Suinian.
 */
final class Cluster {
    static final String ROLE = "suinian";
    static final String APPLICATION_ROLE = "suinian_app";
    static final String DATABASE = "suinian";
    private static final String MAJOR_VERSION = "18";

    private final Path dataDir;
    private final Path home;
    private final boolean survivesPowerLoss;

    Cluster(Path dataDir, Path home, boolean survivesPowerLoss) {
        this.dataDir = dataDir;
        this.home = home;
        this.survivesPowerLoss = survivesPowerLoss;
    }

    Path directory() {
        return directory(dataDir);
    }

    static Path directory(Path dataDir) {
        return dataDir.resolve("postgres");
    }

    static Path passwordFile(Path dataDir) {
        return dataDir.resolve("postgres.password");
    }

    /** The password of the role that owns everything. */
    static String password(Path dataDir) throws IOException {
        return Files.readString(passwordFile(dataDir)).strip();
    }

    static Path applicationPasswordFile(Path dataDir) {
        return dataDir.resolve("postgres.app-password");
    }

    /** The password of the role that nodes work as, made when there is none. */
    static String applicationPassword(Path dataDir) throws IOException {
        Path file = applicationPasswordFile(dataDir);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, newPassword() + "\n");
        }
        return Files.readString(file).strip();
    }

    /** Makes the cluster if there is none yet. No server may be running. */
    void ensure() throws IOException {
        PrivateFiles.deleteDrafts(dataDir, "postgres.new-", Duration.ZERO);
        if (!Files.exists(directory())) {
            create();
        }
        Path version = directory().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new DatabaseUnusableException(directory() + " exists but holds no PostgreSQL database."
                    + " Move it away, or set SUINIAN_DATA_DIR to another directory.");
        }
        String found = Files.readString(version).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new DatabaseUnusableException(
                    directory() + " belongs to PostgreSQL " + found + ", but this Suinian brings " + MAJOR_VERSION
                            + ". Upgrade it with pg_upgrade, or run that release and set SUINIAN_DB_URL.");
        }
        if (!Files.exists(passwordFile(dataDir))) {
            String password = newPassword();
            runSingleUser(directory(), "ALTER ROLE " + ROLE + " PASSWORD '" + password + "'");
            PrivateFiles.write(passwordFile(dataDir), password + "\n");
        }
    }

    private void create() throws IOException {
        if (!Files.exists(passwordFile(dataDir))) {
            PrivateFiles.write(passwordFile(dataDir), newPassword() + "\n");
        }
        Path draft = dataDir.resolve("postgres.new-" + UUID.randomUUID());
        Subprocess made = Subprocess.runPostgres(
                home,
                "initdb",
                null,
                "--pgdata=" + draft,
                "--username=" + ROLE,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(dataDir),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                survivesPowerLoss ? "--no-instructions" : "--no-sync");
        if (made.exitCode() != 0) {
            throw new DatabaseUnusableException("Making a database under " + dataDir + " failed: "
                    + made.output().strip());
        }
        runSingleUser(draft, "CREATE DATABASE " + DATABASE);
        PrivateFiles.move(draft, directory());
    }

    /** Single-user mode needs no password: whoever owns the files may do anything with them. */
    private void runSingleUser(Path directory, String statement) throws IOException {
        Subprocess done = Subprocess.runPostgres(
                home,
                "postgres",
                statement + "\n",
                "--single",
                "-D",
                directory.toString(),
                "-c",
                "fsync=" + survivesPowerLoss,
                "postgres");
        if (done.exitCode() != 0
                || done.output().contains("ERROR:")
                || done.output().contains("FATAL:")) {
            throw new DatabaseUnusableException("Preparing the database in " + directory + " failed: "
                    + done.output().replace(statement, "").strip());
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
