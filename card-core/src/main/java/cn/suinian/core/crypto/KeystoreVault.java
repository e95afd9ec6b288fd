package cn.suinian.core.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/**
 * A {@link KeyVault} that holds the master keys in this process, from a keystore file.
 *
 * <p>Terminals are few and speak all day: their prepared MACs are cached. Cards are many and speak a few times a day:
 * deriving a card key anew costs about 1 microsecond, less than finding room for it in a cache. With 800,000 cards a
 * cache of 200,000 made a TAC slower (5.4 against 3.3 microseconds) and held 110 MB.
 */
public final class KeystoreVault implements KeyVault {
    /** Every terminal of a city, with room to spare. */
    private static final int CACHED_TERMINALS = 20_000;

    private final MasterKeys cardMasters;
    private final MasterKeys terminalMasters;
    private final Cache<TerminalKeyName, HmacSm3> terminals;

    private KeystoreVault(Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters, int cachedTerminals) {
        this.cardMasters = new MasterKeys("card", cardMasters);
        this.terminalMasters = new MasterKeys("terminal", terminalMasters);
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
     * Adds the next version of the card and the terminal master key to a keystore file, for a rotation. Vaults that are
     * open keep what they have; open the file again to use the new version. One caller at a time.
     *
     * @return the new version
     * @throws KeystoreException if the file cannot be opened or written
     */
    public static int addVersion(Path file, char[] passphrase, SecureRandom random) {
        return KeystoreFile.open(file, passphrase).addVersion(random);
    }

    /** A vault without a file, from 16-byte master keys by version: for tests. */
    public static KeystoreVault inMemory(Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters) {
        return inMemory(cardMasters, terminalMasters, CACHED_TERMINALS);
    }

    static KeystoreVault inMemory(
            Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters, int cachedTerminals) {
        return new KeystoreVault(cardMasters, terminalMasters, cachedTerminals);
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

    private static KeystoreVault of(KeystoreFile keystore, int cachedTerminals) {
        return new KeystoreVault(
                keystore.versions(KeystoreFile.CARD_MASTER),
                keystore.versions(KeystoreFile.TERMINAL_MASTER),
                cachedTerminals);
    }

    private record TerminalKeyName(long terminalId, int version) {}
}
