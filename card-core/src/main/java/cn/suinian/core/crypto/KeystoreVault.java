package cn.suinian.core.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** A {@link KeyVault} that holds the master keys in this process, from a keystore file. */
public final class KeystoreVault implements KeyVault {
    private final MasterKeys cardMasters;
    private final MasterKeys terminalMasters;
    private final Cache<CardKeyName, Sm4Cmac> cards;
    private final Cache<TerminalKeyName, HmacSm3> terminals;

    private KeystoreVault(
            Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters, DerivedKeyCache size) {
        this.cardMasters = new MasterKeys("card", cardMasters);
        this.terminalMasters = new MasterKeys("terminal", terminalMasters);
        this.cards = cache(size.cards());
        this.terminals = cache(size.terminals());
    }

    /**
     * Makes a keystore file with version 1 of every key, readable by its owner alone, and opens it.
     *
     * @throws KeystoreException if the file exists already, cannot be written, or the passphrase is too short
     */
    public static KeystoreVault create(Path file, char[] passphrase, SecureRandom random) {
        KeystoreFile.create(file, passphrase, random);
        return open(file, passphrase);
    }

    /**
     * Opens a keystore file with the default cache.
     *
     * @throws KeystoreException if there is no such file, it is not a keystore, or the passphrase is wrong
     */
    public static KeystoreVault open(Path file, char[] passphrase) {
        return open(file, passphrase, DerivedKeyCache.DEFAULT);
    }

    /**
     * Opens a keystore file.
     *
     * @throws KeystoreException if there is no such file, it is not a keystore, or the passphrase is wrong
     */
    public static KeystoreVault open(Path file, char[] passphrase, DerivedKeyCache cache) {
        KeystoreFile keystore = KeystoreFile.open(file, passphrase);
        return new KeystoreVault(
                keystore.versions(KeystoreFile.CARD_MASTER), keystore.versions(KeystoreFile.TERMINAL_MASTER), cache);
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

    /** A vault without a file and with the default cache, from 16-byte master keys by version: for tests. */
    public static KeystoreVault inMemory(Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters) {
        return inMemory(cardMasters, terminalMasters, DerivedKeyCache.DEFAULT);
    }

    /** A vault without a file, from 16-byte master keys by version: for tests. */
    public static KeystoreVault inMemory(
            Map<Integer, byte[]> cardMasters, Map<Integer, byte[]> terminalMasters, DerivedKeyCache cache) {
        return new KeystoreVault(cardMasters, terminalMasters, cache);
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
        CardKeyName name = new CardKeyName(message.cardNo(), keyVersion);
        return cards.get(name, missing -> new Sm4Cmac(cardKey(missing.cardNo(), missing.version())))
                .macFirst8Bytes(message.bytes());
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

    // Eviction runs on the caller: it is microseconds, and a shared pool would be a hidden thread on the tap path.
    private static <K, V> Cache<K, V> cache(int maximumSize) {
        return Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .executor(Runnable::run)
                .build();
    }

    private record CardKeyName(String cardNo, int version) {}

    private record TerminalKeyName(long terminalId, int version) {}
}
