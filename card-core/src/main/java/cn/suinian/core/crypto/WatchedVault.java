package cn.suinian.core.crypto;

import cn.suinian.core.crypto.keystore.KeystoreException;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault of a running node: it opens its keystore file again when that has changed, so that a new key version works
 * without a restart.
 *
 * <p>It looks at the file when it is asked for a version that it does not have, at most once a second, and whenever
 * {@link #refresh} is called. The call that finds a change pays for opening the file (some 200 ms, once in the life of
 * a key version); every other one costs what {@link KeystoreVault} costs. A file that does not open, or that lacks a
 * key we hold, changes nothing: a wrong copy must not lock every terminal of the city out. Safe for any number of
 * threads.
 */
public final class WatchedVault implements KeyVault, DataVault {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedVault.class);
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000_000L;

    /** What tells one content of a file from the next: each replacement is a file of its own. */
    private record Stamp(
            long modifiedMillis, long bytes, @Nullable Object fileKey) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
        }
    }

    private final Path file;
    private final char[] passphrase;
    private final LongSupplier nanoClock;
    private final SecureRandom random = new SecureRandom();
    private volatile KeystoreVault current;
    private @Nullable Stamp opened;
    private @Nullable Stamp refused;
    private long lookedAt;

    private WatchedVault(Path file, char[] passphrase, LongSupplier nanoClock) {
        this.file = file;
        this.passphrase = passphrase.clone();
        this.nanoClock = nanoClock;
        this.opened = stamp();
        this.current = KeystoreVault.openComplete(file, passphrase, random);
        this.lookedAt = nanoClock.getAsLong();
    }

    /**
     * Opens a keystore file; one of the first format, which has no signing key, gets one.
     *
     * @throws KeystoreException if there is no such file, it is not a keystore, or the passphrase is wrong
     */
    public static WatchedVault open(Path file, char[] passphrase) {
        return open(file, passphrase, System::nanoTime);
    }

    static WatchedVault open(Path file, char[] passphrase, LongSupplier nanoClock) {
        return new WatchedVault(file, passphrase, nanoClock);
    }

    /** Opens the file again if it has changed. Blocks while it does; never fails. */
    public synchronized void refresh() {
        refused = null;
        look();
    }

    @Override
    public boolean hasCardKeyVersion(int keyVersion) {
        return current.hasCardKeyVersion(keyVersion) || newer().hasCardKeyVersion(keyVersion);
    }

    @Override
    public boolean hasTerminalKeyVersion(int keyVersion) {
        return current.hasTerminalKeyVersion(keyVersion) || newer().hasTerminalKeyVersion(keyVersion);
    }

    @Override
    public SortedSet<Integer> terminalKeyVersions() {
        return current.terminalKeyVersions();
    }

    @Override
    public long tac(int keyVersion, TacMessage message) {
        return current.tac(keyVersion, message);
    }

    @Override
    public byte[] terminalMac(long terminalId, int keyVersion, byte[]... parts) {
        return current.terminalMac(terminalId, keyVersion, parts);
    }

    @Override
    public byte[] cardKey(String cardNo, int keyVersion) {
        return current.cardKey(cardNo, keyVersion);
    }

    @Override
    public byte[] terminalKey(long terminalId, int keyVersion) {
        return current.terminalKey(terminalId, keyVersion);
    }

    @Override
    public Signature sign(byte[] content) {
        return current.sign(content);
    }

    @Override
    public SortedMap<Integer, Sm2PublicKey> signingKeys() {
        return current.signingKeys();
    }

    @Override
    public byte[] seal(String column, long rowId, byte[] plain) {
        return current.seal(column, rowId, plain);
    }

    @Override
    public byte[] open(String column, long rowId, byte[] sealed) {
        KeystoreVault known = current.hasColumnKeyVersion(ColumnKeys.versionOf(sealed)) ? current : newer();
        return known.open(column, rowId, sealed);
    }

    @Override
    public boolean current(byte[] sealed) {
        return current.current(sealed);
    }

    @Override
    public int columnKeyVersion() {
        return current.columnKeyVersion();
    }

    @Override
    public byte[] blindIndex(String kind, String normalised) {
        return current.blindIndex(kind, normalised);
    }

    /** What there is after a look at the file, if it was not looked at within the last second. */
    private synchronized KeystoreVault newer() {
        if (nanoClock.getAsLong() - lookedAt >= BETWEEN_LOOKS_NANOS) {
            look();
        }
        return current;
    }

    private void look() {
        lookedAt = nanoClock.getAsLong();
        Stamp now = stamp();
        if (now == null || now.equals(opened) || now.equals(refused)) {
            return;
        }
        try {
            take(KeystoreVault.openComplete(file, passphrase, random), now);
        } catch (KeystoreException | IllegalArgumentException unusable) {
            refused = now;
            LOG.error(
                    "the keystore has changed and cannot be used; the keys in memory stay: {}", unusable.getMessage());
        }
    }

    private void take(KeystoreVault found, Stamp stamp) {
        if (!found.includes(current)) {
            throw new KeystoreException("The keystore " + file + " lacks keys that are in use");
        }
        LOG.atInfo()
                .addKeyValue("terminalKeyVersions", found.terminalKeyVersions())
                .log("keystore opened again");
        opened = stamp;
        current = found;
    }

    /** Null while there is no file to look at, as in the middle of a restore. */
    private @Nullable Stamp stamp() {
        try {
            return Stamp.of(file);
        } catch (IOException missing) {
            LOG.debug("no keystore to look at: {}", missing.toString());
            return null;
        }
    }
}
