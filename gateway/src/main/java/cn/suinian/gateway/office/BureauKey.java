package cn.suinian.gateway.office;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.TransportKey;
import cn.suinian.core.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The key agreed with the card bureau, from a file that nobody but its owner may read. A file that is named and cannot
 * be used stops the start: an order that goes out under no key, or under one that half the house has read, is worse.
 */
public final class BureauKey {

    private static final String SETTING = "SUINIAN_BUREAU_KEY_FILE";
    private static final int DIGITS = 32;
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private BureauKey() {}

    /**
     * The key in this file; empty when none is named.
     *
     * @throws SettingsException when it cannot be used; the text says what to do and nothing of the key
     */
    public static Optional<TransportKey> read(Optional<Path> file, SecureRandom random) {
        return file.map(path -> read(path, random));
    }

    private static TransportKey read(Path file, SecureRandom random) {
        byte[] key = Hex.decode(digits(file));
        try {
            return new TransportKey(key, random);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static String digits(Path file) {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new SettingsException(SETTING + ": others may read " + file + "; run chmod 600 on it");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
            if (!Hex.isLowerHex(text, DIGITS)) {
                throw new SettingsException(SETTING + ": " + file + " must hold " + DIGITS + " hexadecimal digits");
            }
            return text;
        } catch (IOException unreadable) {
            throw new SettingsException(SETTING + ": " + file + " cannot be read; check the name and its owner");
        }
    }
}
