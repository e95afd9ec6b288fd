package cn.suinian.core.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a data directory, held by one process at a time.
 *
 * <p>The kernel drops the lock when the process ends, however it ends, so there is no stale lock. The file keeps the
 * holder's process id only to name it in an error.
 */
final class DataDirLock implements AutoCloseable {
    // The kernel's lock belongs to the process, and closing any other channel of the file would drop it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path dataDir;
    private final FileChannel channel;

    private DataDirLock(Path dataDir, FileChannel channel) {
        this.dataDir = dataDir;
        this.channel = channel;
    }

    static DataDirLock take(Path dataDir) throws IOException {
        if (!HELD_HERE.add(dataDir)) {
            throw inUse(dataDir, String.valueOf(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(dataDir.resolve("lock"), CREATE, READ, WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(dataDir, holder(channel));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
            return new DataDirLock(dataDir, channel);
        } catch (IOException | RuntimeException failure) {
            if (channel != null) {
                channel.close();
            }
            HELD_HERE.remove(dataDir);
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_HERE.remove(dataDir);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String pid = US_ASCII.decode(bytes.flip()).toString().strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    private static DatabaseUnusableException inUse(Path dataDir, String pid) {
        return new DatabaseUnusableException("Another Suinian (process " + pid + ") runs on the data directory "
                + dataDir + ". Stop it first, or set SUINIAN_DATA_DIR to another directory.");
    }
}
