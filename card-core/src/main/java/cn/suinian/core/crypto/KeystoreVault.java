package cn.suinian.core.crypto;

import cn.suinian.core.crypto.keystore.KeystoreException;
import cn.suinian.core.crypto.keystore.KeystoreFile;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A {@link KeyVault} and {@link DataVault} that holds the keys in this process, from a keystore file.
 *
 * <p>Terminals are few and speak all day: their prepared MACs are cached. Cards are many and speak a few times a day:
 * deriving a card key anew costs about 1 microsecond, less than finding room for it in a cache. With 800,000 cards a
 * cache of 200,000 made a TAC slower (5.4 against 3.3 microseconds) and held 110 MB.
 */
public final class KeystoreVault implements KeyVault, DataVault {
    /** Every terminal of a city, with room to spare. */
    private static final int CACHED_TERMINALS = 20_000;

    private static final ColumnKeys NO_COLUMNS = new ColumnKeys(Map.of(), Map.of());

    private final MasterKeys cardMasters;
    private final MasterKeys terminalMasters;
    private final SigningKeys signing;
    private final ColumnKeys columns;
    private final Cache<TerminalKeyName, HmacSm3> terminals;

    private KeystoreVault(
            Map<Integer, byte[]> cardMasters,
            Map<Integer, byte[]> terminalMasters,
            Map<Integer, byte[]> signing,
            ColumnKeys columns,
            int cachedTerminals) {
        this.columns = columns;
        this.cardMasters = new MasterKeys("card", cardMasters);
        this.terminalMasters = new MasterKeys("terminal", terminalMasters);
        this.signing = new SigningKeys(signing);
        // Eviction runs on the caller: it is microseconds, and a shared pool would be a hidden thread on the tap path.
        this.terminals = Caffeine.newBuilder()
                .maximumSize(cachedTerminals)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Makes a keystore file with version 1 of every key, readable by its owner alone, and opens it.
     *
     * @throws KeystoreException if the file exists already, cannot be written, or the passphrase is too short
     */
    public static KeystoreVault create(Path file, char[] passphrase, SecureRandom random) {
        return of(KeystoreFile.create(file, passphrase, random), CACHED_TERMINALS);
    }

    /**
     * Opens a keystore file; caches 20,000 terminals.
     *
     * @throws KeystoreException if there is no such file, it is not a keystore, or the passphrase is wrong
     */
    public static KeystoreVault open(Path file, char[] passphrase) {
        return open(file, passphrase, CACHED_TERMINALS);
    }

    /**
     * Opens a keystore file.
     *
     * @param cachedTerminals for how many terminals the prepared MAC is kept, about 1.1 KB each
     * @throws KeystoreException if there is no such file, it is not a keystore, or the passphrase is wrong
     */
    public static KeystoreVault open(Path file, char[] passphrase, int cachedTerminals) {
        return of(KeystoreFile.open(file, passphrase), cachedTerminals);
    }

    /**
     * Opens a keystore file to work with it: one of the first format, which has no signing key, gets one.
     *
     * @throws KeystoreException if there is no such file, it is not a keystore, or the passphrase is wrong
     */
    static KeystoreVault openComplete(Path file, char[] passphrase, SecureRandom random) {
        return of(KeystoreFile.openComplete(file, passphrase, random), CACHED_TERMINALS);
    }

    /**
     * Adds the next version of the card and the terminal master key to a keystore file, for a rotation. Any number of
     * callers, also of other processes; none loses what another added. A {@link WatchedVault} comes to know it, other
     * open vaults keep what they have.
     *
     * @return the new version
     * @throws KeystoreException if the file cannot be opened or written
     */
    public static int addVersion(Path file, char[] passphrase, SecureRandom random) {
        return KeystoreFile.addVersion(file, passphrase, random);
    }

    /**
     * Adds the next version of the key of columns to a keystore file. Values sealed with older ones still open; they
     * are to be sealed again.
     *
     * @return the new version
     * @throws KeystoreException if the file cannot be opened or written
     */
    public static int addColumnVersion(Path file, char[] passphrase, SecureRandom random) {
        return KeystoreFile.addColumnVersion(file, passphrase, random);
    }

    /** A vault without a file, from 16-byte master keys by version, which signs nothing: for tests. */
    public static KeystoreVault inMemory(Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters) {
        return inMemory(cardMasters, terminalMasters, CACHED_TERMINALS);
    }

    /** A vault without a file, from master keys of 16 bytes and signing keys of 32, by version: for tests. */
    public static KeystoreVault inMemory(
            Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters, Map<Integer, byte[]> signing) {
        return new KeystoreVault(cardMasters, terminalMasters, signing, NO_COLUMNS, CACHED_TERMINALS);
    }

    /** A vault without a file for columns alone, from their keys by version and the key of indexes: for tests. */
    public static KeystoreVault ofColumns(Map<Integer, byte[]> columns, byte[] index) {
        return new KeystoreVault(
                Map.of(), Map.of(), Map.of(), new ColumnKeys(columns, Map.of(1, index.clone())), CACHED_TERMINALS);
    }

    static KeystoreVault inMemory(
            Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters, int cachedTerminals) {
        return new KeystoreVault(cardMasters, terminalMasters, Map.of(), NO_COLUMNS, cachedTerminals);
    }

    @Override
    public boolean hasCardKeyVersion(int keyVersion) {
        return cardMasters.has(keyVersion);
    }

    @Override
    public boolean hasTerminalKeyVersion(int keyVersion) {
        return terminalMasters.has(keyVersion);
    }

    @Override
    public SortedSet<Integer> terminalKeyVersions() {
        return terminalMasters.versions();
    }

    @Override
    public long tac(int keyVersion, TacMessage message) {
        return new Sm4Cmac(cardKey(message.cardNo(), keyVersion)).macFirst8Bytes(message.bytes());
    }

    @Override
    public byte[] terminalMac(long terminalId, int keyVersion, byte[]... parts) {
        TerminalKeyName name = new TerminalKeyName(terminalId, keyVersion);
        return terminals
                .get(name, missing -> new HmacSm3(terminalKey(missing.terminalId(), missing.version())))
                .mac(parts);
    }

    @Override
    public byte[] cardKey(String cardNo, int keyVersion) {
        return cardMasters.derive(keyVersion, Diversification.cardFactor(cardNo));
    }

    @Override
    public byte[] terminalKey(long terminalId, int keyVersion) {
        return terminalMasters.derive(keyVersion, Diversification.terminalFactor(terminalId));
    }

    @Override
    public Signature sign(byte[] content) {
        return signing.sign(content);
    }

    @Override
    public SortedMap<Integer, Sm2PublicKey> signingKeys() {
        return signing.publicKeys();
    }

    @Override
    public byte[] seal(String column, long rowId, byte[] plain) {
        return columns.seal(column, rowId, plain);
    }

    @Override
    public byte[] open(String column, long rowId, byte[] sealed) {
        return columns.open(column, rowId, sealed);
    }

    @Override
    public boolean current(byte[] sealed) {
        return ColumnKeys.versionOf(sealed) == columns.newest();
    }

    @Override
    public int columnKeyVersion() {
        return columns.newest();
    }

    @Override
    public byte[] blindIndex(String kind, String normalised) {
        return columns.blindIndex(kind, normalised);
    }

    boolean hasColumnKeyVersion(int keyVersion) {
        return columns.has(keyVersion);
    }

    /** Whether every key of the other is here, and the same: so that nothing it could do is lost. */
    boolean includes(KeystoreVault other) {
        return cardMasters.includes(other.cardMasters)
                && terminalMasters.includes(other.terminalMasters)
                && signing.includes(other.signing)
                && columns.includes(other.columns);
    }

    private static KeystoreVault of(KeystoreFile keystore, int cachedTerminals) {
        return new KeystoreVault(
                keystore.versions(KeystoreFile.CARD_MASTER),
                keystore.versions(KeystoreFile.TERMINAL_MASTER),
                keystore.versions(KeystoreFile.SIGNING),
                new ColumnKeys(keystore.versions(KeystoreFile.COLUMN), keystore.versions(KeystoreFile.BLIND_INDEX)),
                cachedTerminals);
    }

    private record TerminalKeyName(long terminalId, int version) {}
}
