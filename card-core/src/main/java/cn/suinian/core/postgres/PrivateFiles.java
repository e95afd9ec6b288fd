package cn.suinian.core.postgres;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Files and directories that only their owner may read, and that are whole or absent after a kill at any instant. */
final class PrivateFiles {
    private static final int DELETE_ATTEMPTS = 100;
    private static final long DELETE_PAUSE_NANOS = 20_000_000;

    private PrivateFiles() {}

    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Writes beside the file, forces the bytes to the disk, and moves them into place. */
    static void write(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(draft, file);
    }

    /** Renames and makes the new name itself durable. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(to.toAbsolutePath().getParent(), READ)) {
            directory.force(true);
        }
    }

    /** Deletes a directory, also while a process that is being killed still writes into it. */
    static void deleteTree(Path root) throws IOException {
        for (int attempt = 1; Files.exists(root); attempt++) {
            try {
                deleteOnce(root);
            } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException stillWritten) {
                if (attempt == DELETE_ATTEMPTS) {
                    throw new IOException("cannot delete " + root + ": something still writes into it", stillWritten);
                }
                LockSupport.parkNanos(DELETE_PAUSE_NANOS);
            }
        }
    }

    private static void deleteOnce(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Deletes what a killed process left half-made: everything of this age in the directory whose name starts so. */
    static void deleteDrafts(Path directory, String prefix, Duration atLeastThisOld) throws IOException {
        FileTime limit = FileTime.fromMillis(System.currentTimeMillis() - atLeastThisOld.toMillis());
        List<Path> drafts;
        try (Stream<Path> entries = Files.list(directory)) {
            drafts = entries.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path draft : drafts) {
            if (Files.getLastModifiedTime(draft).compareTo(limit) <= 0) {
                deleteTree(draft);
            }
        }
    }
}
