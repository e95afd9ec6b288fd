package cn.suinian.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.suinian.core.crypto.keystore.KeystoreException;
import cn.suinian.core.crypto.keystore.KeystoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreVaultTest {
    private static final String CARD_NO = "3104870460123456782";
    private static final long TERMINAL_ID = 440300010007L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final char[] passphrase = "correct horse battery".toCharArray();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("keys.bcfks");
    }

    @Test
    void opensTheKeysItCreated() {
        KeystoreVault created = KeystoreVault.create(file, passphrase, RANDOM);
        KeystoreVault opened = KeystoreVault.open(file, passphrase);
        assertThat(opened.cardKey(CARD_NO, 1)).hasSize(16).isEqualTo(created.cardKey(CARD_NO, 1));
        assertThat(opened.terminalKey(TERMINAL_ID, 1)).hasSize(16).isEqualTo(created.terminalKey(TERMINAL_ID, 1));
        assertThat(opened.hasCardKeyVersion(1)).isTrue();
        assertThat(opened.hasTerminalKeyVersion(1)).isTrue();
    }

    @Test
    void makesEveryKindOfKeyAndNoTwoAlike() {
        KeystoreVault.create(file, passphrase, RANDOM);
        KeystoreFile keystore = KeystoreFile.open(file, passphrase);
        List<String> keys = Stream.of(
                        KeystoreFile.CARD_MASTER,
                        KeystoreFile.TERMINAL_MASTER,
                        KeystoreFile.BLIND_INDEX,
                        KeystoreFile.COLUMN)
                .map(kind -> Hex.encode(keystore.versions(kind).get(1)))
                .toList();
        assertThat(keys)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).hasSize(32));
    }

    @Test
    void leavesNothingButAFileThatOnlyItsOwnerCanReadAndItsLock() throws IOException {
        KeystoreVault.create(file, passphrase, RANDOM);
        KeystoreVault.addVersion(file, passphrase, RANDOM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, directory.resolve("keys.bcfks.lock"));
        }
    }

    @Test
    void worksWithBothVersionsAfterARotation() {
        KeystoreVault before = KeystoreVault.create(file, passphrase, RANDOM);
        assertThat(KeystoreVault.addVersion(file, passphrase, RANDOM)).isEqualTo(2);
        KeystoreVault after = KeystoreVault.open(file, passphrase);
        assertThat(after.cardKey(CARD_NO, 1)).isEqualTo(before.cardKey(CARD_NO, 1));
        assertThat(after.terminalKey(TERMINAL_ID, 1)).isEqualTo(before.terminalKey(TERMINAL_ID, 1));
        assertThat(after.cardKey(CARD_NO, 2)).isNotEqualTo(after.cardKey(CARD_NO, 1));
        byte[] body = {1};
        assertThat(after.terminalMac(TERMINAL_ID, 2, body)).isNotEqualTo(after.terminalMac(TERMINAL_ID, 1, body));
        assertThat(before.hasCardKeyVersion(2)).isFalse();
    }

    @Test
    void refusesAVersionItDoesNotHold() {
        KeyVault vault = KeystoreVault.inMemory(Map.of(1, new byte[16]), Map.of(3, new byte[16]));
        assertThat(vault.hasCardKeyVersion(3)).isFalse();
        assertThat(vault.hasTerminalKeyVersion(1)).isFalse();
        assertThatExceptionOfType(UnknownKeyVersionException.class)
                .isThrownBy(() -> vault.cardKey(CARD_NO, 3))
                .withMessage("No card master key of version 3");
        assertThatExceptionOfType(UnknownKeyVersionException.class)
                .isThrownBy(() -> vault.terminalMac(TERMINAL_ID, 1, new byte[0]))
                .withMessage("No terminal master key of version 1");
    }

    @Test
    void refusesAMasterKeyOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeystoreVault.inMemory(Map.of(1, new byte[16]), Map.of(1, new byte[24])));
    }

    @Test
    void namesTheSettingButNotTheWrongPassphrase() {
        KeystoreVault.create(file, passphrase, RANDOM);
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> KeystoreVault.open(file, "incorrect horse".toCharArray()))
                .withMessageContaining("SUINIAN_KEYSTORE_PASSPHRASE")
                .withMessageContaining(file.toString())
                .withMessageNotContaining("horse")
                .satisfies(e -> assertThat(e).rootCause().message().doesNotContain("horse"));
    }

    @Test
    void namesTheSettingOfAMissingFile() {
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> KeystoreVault.open(file, passphrase))
                .withMessageContaining("There is no keystore at " + file)
                .withMessageContaining("SUINIAN_KEYSTORE");
    }

    @Test
    void refusesAFileThatIsNotAWholeKeystore() throws IOException {
        KeystoreVault.create(file, passphrase, RANDOM);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(KeystoreException.class)
                    .isThrownBy(() -> KeystoreVault.open(file, passphrase))
                    .withMessageContaining("does not open");
        }
    }

    @Test
    void neverReplacesAKeystoreWithANewOne() throws IOException {
        Files.writeString(file, "somebody's keys");
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> KeystoreVault.create(file, passphrase, RANDOM))
                .withMessageContaining("it is kept");
        assertThat(file).hasContent("somebody's keys");
    }

    @Test
    void refusesAShortPassphraseForANewKeystore() {
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> KeystoreVault.create(file, "12345678901".toCharArray(), RANDOM))
                .withMessageContaining("SUINIAN_KEYSTORE_PASSPHRASE")
                .withMessageContaining("12 characters");
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhenTheDirectoryCannotBeWritten() {
        Path nowhere = directory.resolve("missing").resolve("keys.bcfks");
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> KeystoreVault.create(nowhere, passphrase, RANDOM))
                .withMessageContaining("Cannot write the keystore " + nowhere);
    }

    @Test
    void leavesTheProvidersOfTheProcessAlone() {
        KeystoreVault.create(file, passphrase, RANDOM);
        assertThat(Security.getProvider("BC")).isNull();
    }
}
