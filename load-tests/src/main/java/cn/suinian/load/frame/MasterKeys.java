package cn.suinian.load.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The first master keys of a keystore that a gateway made, for a bench that plays a whole city of terminals and cards.
 * A real terminal never sees them.
 */
public record MasterKeys(Sm4Key card, Sm4Key terminal) {

    /** Reads {@code card-master-1} and {@code terminal-master-1} of a BCFKS file. */
    public static MasterKeys read(Path keystore, String passphrase) throws IOException {
        try (InputStream file = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(file, passphrase.toCharArray());
            return new MasterKeys(key(store, "card-master-1", passphrase), key(store, "terminal-master-1", passphrase));
        } catch (GeneralSecurityException unusable) {
            throw new IOException(keystore + " cannot be read", unusable);
        }
    }

    private static Sm4Key key(KeyStore store, String name, String passphrase)
            throws GeneralSecurityException, IOException {
        Key key = store.getKey(name, passphrase.toCharArray());
        if (key == null) {
            throw new IOException("the keystore has no " + name);
        }
        return Sm4Key.of(key.getEncoded());
    }
}
