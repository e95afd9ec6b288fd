package cn.suinian.gateway.app;

import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
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

    static KeyVault open(NodeConfig config) throws IOException {
        SecureRandom random = new SecureRandom();
        boolean ownKeys = config.database().external().isEmpty();
        char[] passphrase = passphrase(config, ownKeys, random).toCharArray();
        if (ownKeys && Files.notExists(config.keystore())) {
            return KeystoreVault.create(config.keystore(), passphrase, random);
        }
        return KeystoreVault.open(config.keystore(), passphrase);
    }

    private static String passphrase(NodeConfig config, boolean ownKeys, SecureRandom random) throws IOException {
        Optional<Secret> given = config.passphrase();
        if (given.isPresent()) {
            return given.get().reveal();
        }
        Path file = config.database().dataDir().resolve(PASSPHRASE_FILE);
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        }
        if (!ownKeys || Files.exists(config.keystore())) {
            throw new SettingsException("SUINIAN_KEYSTORE_PASSPHRASE is not set; it opens " + config.keystore());
        }
        byte[] secret = new byte[PASSPHRASE_BYTES];
        random.nextBytes(secret);
        PrivateFile.write(file, HexFormat.of().formatHex(secret) + "\n");
        return HexFormat.of().formatHex(secret);
    }
}
