package cn.suinian.core.crypto.keystore;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The right to change a keystore file, for one thread of one process at a time: who holds it reads the file, changes
 * what was read and writes it back, and nobody's change is lost.
 *
 * <p>The lock is a file of its own, because a change replaces the keystore file and with it whatever hung on the old
 * one. It stays when the work is done: deleting it would let two holders lock two files of one name. The kernel drops
 * the lock of a process that dies.
 */
final class KeystoreLock {
    /** The kernel's lock belongs to the process, so its threads need one of their own. */
    private static final Object THREADS = new Object();

    private KeystoreLock() {}

    /** Waits for the lock of this keystore file and does the work under it. */
    static <T> T whileHeld(Path keystore, Supplier<T> work) {
        Path file = keystore.resolveSibling(keystore.getFileName() + ".lock");
        synchronized (THREADS) {
            try (FileChannel channel = FileChannel.open(
                            file,
                            Set.of(CREATE, WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new KeystoreException("The lock of the keystore " + keystore + " was lost");
                }
                return work.get();
            } catch (IOException e) {
                throw new KeystoreException("Cannot write the keystore " + keystore + " (SUINIAN_KEYSTORE): " + e, e);
            }
        }
    }
}
