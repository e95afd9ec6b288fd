package cn.suinian.gateway.app;

import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.WatchedVault;
import cn.suinian.core.settings.Secret;
import cn.suinian.core.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Opens the master keys. With an embedded database and nothing configured, both the keystore and its passphrase are
 * made at the first start and kept beside the database; with an external one they must be given.
 */
final class Keys {

    private static final String PASSPHRASE_FILE = "keystore.passphrase";
    private static final int PASSPHRASE_BYTES = 24;

    private Keys() {}

    /** The vault of a node, made at the first start where keys are its own. */
    static WatchedVault open(NodeConfig config) throws IOException {
        SecureRandom random = new SecureRandom();
        char[] passphrase = passphrase(config, random).toCharArray();
        if (areOwn(config) && Files.notExists(config.keystore())) {
            KeystoreVault.create(config.keystore(), passphrase, random);
        }
        return WatchedVault.open(config.keystore(), passphrase);
    }

    /** The keys as the file has them; makes and changes nothing. */
    static KeystoreVault look(NodeConfig config) throws IOException {
        return KeystoreVault.open(config.keystore(), passphraseOfExisting(config));
    }

    /** Adds the next version of the master keys to the file. */
    static int addVersion(NodeConfig config) throws IOException {
        return KeystoreVault.addVersion(config.keystore(), passphraseOfExisting(config), new SecureRandom());
    }

    /** Adds the next version of the key of columns to the file. */
    static int addColumnVersion(NodeConfig config) throws IOException {
        return KeystoreVault.addColumnVersion(config.keystore(), passphraseOfExisting(config), new SecureRandom());
    }

    private static char[] passphraseOfExisting(NodeConfig config) throws IOException {
        if (Files.notExists(config.keystore())) {
            throw new SettingsException("There is no keystore at " + config.keystore() + " yet: check SUINIAN_KEYSTORE"
                    + (areOwn(config) ? ", or start a node once" : ""));
        }
        return passphrase(config, new SecureRandom()).toCharArray();
    }

    private static boolean areOwn(NodeConfig config) {
        return config.database().external().isEmpty();
    }

    private static String passphrase(NodeConfig config, SecureRandom random) throws IOException {
        Optional<Secret> given = config.passphrase();
        if (given.isPresent()) {
            return given.get().reveal();
        }
        Path file = config.database().dataDir().resolve(PASSPHRASE_FILE);
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        }
        if (!areOwn(config) || Files.exists(config.keystore())) {
            throw new SettingsException("SUINIAN_KEYSTORE_PASSPHRASE is not set; it opens " + config.keystore());
        }
        byte[] secret = new byte[PASSPHRASE_BYTES];
        random.nextBytes(secret);
        PrivateFile.write(file, HexFormat.of().formatHex(secret) + "\n");
        return HexFormat.of().formatHex(secret);
    }
}
