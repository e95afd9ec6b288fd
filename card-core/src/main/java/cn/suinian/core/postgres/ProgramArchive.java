package cn.suinian.core.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs as they come on the class path: an archive of 15 MB that unpacks to 60 MB, once.
 *
 * <p>The directory is named after the archive's checksum, so a new release of PostgreSQL unpacks beside the old one. It
 * is unpacked under another name and renamed, so programs found in place are whole.
 */
final class ProgramArchive {
    private static final Duration OTHERS_MAY_TAKE = Duration.ofHours(1);

    private ProgramArchive() {}

    /** The directory that holds {@code bin/postgres}, unpacked now if it was not there. */
    static Path unpack(Path programsDir) throws IOException {
        URL archive = find();
        Path home = programsDir.normalize().resolve("postgresql-" + fingerprint(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        PrivateFiles.makeDirectory(programsDir);
        PrivateFiles.deleteDrafts(programsDir, "draft-", OTHERS_MAY_TAKE);
        Path draft = Files.createDirectory(programsDir.resolve("draft-" + UUID.randomUUID()));
        try (InputStream packed = archive.openStream();
                InputStream tar = new XZInputStream(packed)) {
            untar(tar, draft);
        }
        Subprocess.run(null, "sync", "-f", draft.toString());
        try {
            PrivateFiles.move(draft, home);
        } catch (IOException taken) {
            // Somebody who shares the directory was faster; theirs is the same.
            if (!Files.isDirectory(home)) {
                throw taken;
            }
            PrivateFiles.deleteTree(draft);
        }
        return home;
    }

    private static URL find() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> machine;
                };
        URL archive = ProgramArchive.class.getResource("/postgres-" + system + "-" + name + ".txz");
        if (archive == null) {
            throw new DatabaseUnusableException("There is no embedded PostgreSQL for " + system + " on " + machine
                    + ". Install PostgreSQL 15 or newer and set SUINIAN_DB_URL.");
        }
        return archive;
    }

    /** Told from the directory of the jar, without reading the archive at every start. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (var file = jar.getJarFile()) {
                return Long.toHexString(file.getEntry(jar.getEntryName()).getCrc());
            }
        }
        return Long.toHexString(connection.getContentLengthLong()) + "-" + connection.getLastModified();
    }

    private static void untar(InputStream tar, Path into) throws IOException {
        Process untar = new ProcessBuilder("tar", "-x", "-f", "-", "--no-same-owner", "-C", into.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream input = untar.getOutputStream()) {
            tar.transferTo(input);
        }
        if (Subprocess.exitCode(untar) != 0) {
            throw new DatabaseUnusableException("Unpacking PostgreSQL into " + into
                    + " failed; the disk may be full, or the program tar is missing.");
        }
    }
}
