package cn.suinian.core.crypto.keystore;

import cn.suinian.core.crypto.sm2.Sm2SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.util.PBKDFConfig;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The BCFKS file of master keys. Entries are named KIND-VERSION: {@code card-master-1}, {@code terminal-master-1},
 * {@code index-1} (HMAC-SM3 of blind indexes), {@code column-1} (SM4-GCM of columns), {@code signing-1} (the SM2
 * private key as a number of 32 bytes: a private key entry would want a certificate, and nobody here is certified).
 *
 * <p>Whoever changes a file holds its {@link KeystoreLock} from reading it to having written it.
 */
public final class KeystoreFile {
    public static final String CARD_MASTER = "card-master";
    public static final String TERMINAL_MASTER = "terminal-master";
    public static final String BLIND_INDEX = "index";
    public static final String COLUMN = "column";
    public static final String SIGNING = "signing";

    private static final int KEY_BYTES = 16;
    private static final int MIN_PASSPHRASE_CHARS = 12;

    /**
     * As costly as the classic interactive scrypt (2^14, 8, 1), about 80 ms a run and two runs to open the file.
     * Bouncy Castle computes BCFKS scrypt with the block size in the place of the parallelisation, so both are the same
     * number here and the file says what was done.
     */
    private static final PBKDFConfig STORE_COST =
            new ScryptConfig.Builder(1 << 15, 2, 2).withSaltLength(16).build();

    private final Path file;
    private final char[] passphrase;
    private final KeyStore keys;

    private KeystoreFile(Path file, char[] passphrase, KeyStore keys) {
        this.file = file;
        this.passphrase = passphrase;
        this.keys = keys;
    }

    public static KeystoreFile create(Path file, char[] passphrase, SecureRandom random) {
        if (passphrase.length < MIN_PASSPHRASE_CHARS) {
            throw new KeystoreException("The passphrase in SUINIAN_KEYSTORE_PASSPHRASE is too short: "
                    + MIN_PASSPHRASE_CHARS + " characters or more");
        }
        return KeystoreLock.whileHeld(file, () -> {
            if (Files.exists(file)) {
                throw new KeystoreException(
                        "There is a keystore at " + file + " (SUINIAN_KEYSTORE) already; it is kept");
            }
            KeystoreFile made = new KeystoreFile(file, passphrase, load(null, passphrase, file));
            for (String kind : List.of(CARD_MASTER, TERMINAL_MASTER, BLIND_INDEX, COLUMN)) {
                made.addKey(kind, 1, random);
            }
            made.put(SIGNING, 1, Sm2SigningKey.generate(random), random);
            made.write();
            return made;
        });
    }

    public static KeystoreFile open(Path file, char[] passphrase) {
        try {
            return new KeystoreFile(file, passphrase, load(Files.readAllBytes(file), passphrase, file));
        } catch (NoSuchFileException e) {
            throw new KeystoreException("There is no keystore at " + file + ": check SUINIAN_KEYSTORE", e);
        } catch (IOException e) {
            throw new KeystoreException("Cannot read the keystore " + file + " (SUINIAN_KEYSTORE): " + e, e);
        }
    }

    /**
     * Opens a file that a node is to work with. One of the first format has no signing key and gets one, in the file if
     * it can be written. The key follows from the blind index key, so that nodes with copies of one file, and those
     * that may only read theirs, all come to the same.
     */
    public static KeystoreFile openComplete(Path file, char[] passphrase, SecureRandom random) {
        KeystoreFile found = open(file, passphrase);
        if (!found.versions(SIGNING).isEmpty()) {
            return found;
        }
        if (!Files.isWritable(file.toAbsolutePath().getParent())) {
            found.addFirstSigningKey(random);
            return found;
        }
        return KeystoreLock.whileHeld(file, () -> {
            KeystoreFile current = open(file, passphrase);
            if (current.versions(SIGNING).isEmpty()) {
                current.addFirstSigningKey(random);
                current.write();
            }
            return current;
        });
    }

    /** Every version of one kind of key. */
    public Map<Integer, byte[]> versions(String kind) {
        return aliases().stream()
                .filter(alias -> kind.equals(kindOf(alias)))
                .collect(Collectors.toMap(KeystoreFile::versionOf, this::readKey));
    }

    /** Adds the next version of both master keys to a file. */
    public static int addVersion(Path file, char[] passphrase, SecureRandom random) {
        return KeystoreLock.whileHeld(file, () -> open(file, passphrase).addVersion(random));
    }

    /** Adds the next version of the key of columns to a file. */
    public static int addColumnVersion(Path file, char[] passphrase, SecureRandom random) {
        return KeystoreLock.whileHeld(file, () -> {
            KeystoreFile found = open(file, passphrase);
            int next = found.nextOf(COLUMN);
            found.addKey(COLUMN, next, random);
            found.write();
            return next;
        });
    }

    private int nextOf(String kind) {
        return 1 + versions(kind).keySet().stream().mapToInt(v -> v).max().orElse(0);
    }

    private int addVersion(SecureRandom random) {
        int next = Math.max(nextOf(CARD_MASTER), nextOf(TERMINAL_MASTER));
        addKey(CARD_MASTER, next, random);
        addKey(TERMINAL_MASTER, next, random);
        write();
        return next;
    }

    private static KeyStore load(byte[] content, char[] passphrase, Path file) {
        try {
            KeyStore keys = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            keys.load(content == null ? null : new ByteArrayInputStream(content), passphrase);
            return keys;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new KeystoreException(
                    "The keystore " + file + " does not open: the passphrase in SUINIAN_KEYSTORE_PASSPHRASE is wrong,"
                            + " or the file that SUINIAN_KEYSTORE names is damaged or not a keystore",
                    e);
        }
    }

    private List<String> aliases() {
        try {
            return Collections.list(keys.aliases());
        } catch (GeneralSecurityException e) {
            throw new KeystoreException("The keystore " + file + " does not list its keys", e);
        }
    }

    private byte[] readKey(String alias) {
        try {
            return keys.getKey(alias, passphrase).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new KeystoreException("The keystore " + file + " does not give up the key " + alias, e);
        }
    }

    private void addFirstSigningKey(SecureRandom random) {
        byte[] secret = versions(BLIND_INDEX).get(1);
        if (secret == null) {
            throw new KeystoreException("The keystore " + file + " is not whole: it has no " + BLIND_INDEX + "-1");
        }
        put(SIGNING, 1, Sm2SigningKey.derive(secret, "suinian signing-1"), random);
    }

    private void addKey(String kind, int version, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        put(kind, version, key, random);
    }

    private void put(String kind, int version, byte[] key, SecureRandom random) {
        try {
            keys.setKeyEntry(kind + '-' + version, KeystoreEntry.wrap(key, passphrase, random), null);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeystoreException("The keystore " + file + " does not take the key " + kind + '-' + version, e);
        }
    }

    private void write() {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            keys.store(new BCFKSLoadStoreParameter.Builder(content, passphrase)
                    .withStorePBKDFConfig(STORE_COST)
                    .build());
            OwnerOnlyFile.replace(file, content.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeystoreException("Cannot write the keystore " + file + " (SUINIAN_KEYSTORE): " + e, e);
        }
    }

    private static String kindOf(String alias) {
        return alias.substring(0, Math.max(0, alias.lastIndexOf('-')));
    }

    private static int versionOf(String alias) {
        return Integer.parseInt(alias.substring(alias.lastIndexOf('-') + 1));
    }
}
