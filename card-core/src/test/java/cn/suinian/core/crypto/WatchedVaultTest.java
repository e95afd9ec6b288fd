package cn.suinian.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedVaultTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long TERMINAL = 440300010007L;

    private final char[] passphrase = "correct horse battery".toCharArray();
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path directory;

    private Path file;
    private WatchedVault vault;

    @BeforeEach
    void openOne() {
        file = directory.resolve("keys.bcfks");
        KeystoreVault.create(file, passphrase, RANDOM);
        vault = WatchedVault.open(file, passphrase, nanos::get);
    }

    @Test
    void learnsANewVersionWhenSomebodyNamesIt() {
        KeystoreVault.addVersion(file, passphrase, RANDOM);
        oneSecondLater();
        assertThat(vault.hasTerminalKeyVersion(2)).isTrue();
        assertThat(vault.hasCardKeyVersion(2)).isTrue();
        assertThat(vault.terminalKeyVersions()).containsExactly(1, 2);
        assertThat(vault.terminalKey(TERMINAL, 2))
                .isEqualTo(KeystoreVault.open(file, passphrase).terminalKey(TERMINAL, 2));
    }

    @Test
    void learnsANewVersionWhenRefreshed() {
        KeystoreVault.addVersion(file, passphrase, RANDOM);
        assertThat(vault.terminalKeyVersions()).containsExactly(1);
        vault.refresh();
        assertThat(vault.terminalKeyVersions()).containsExactly(1, 2);
    }

    @Test
    void looksAtMostOnceASecondWhateverIsAsked() {
        oneSecondLater();
        assertThat(vault.hasTerminalKeyVersion(2)).isFalse();
        KeystoreVault.addVersion(file, passphrase, RANDOM);
        assertThat(vault.hasTerminalKeyVersion(2)).isFalse();
        oneSecondLater();
        assertThat(vault.hasTerminalKeyVersion(3)).isFalse();
        assertThat(vault.hasTerminalKeyVersion(2)).isTrue();
    }

    @Test
    void keepsItsKeysWhileTheFileIsMissingDamagedOrLackingThem() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] key = vault.terminalKey(TERMINAL, 1);
        Files.delete(file);
        vault.refresh();
        Files.write(file, new byte[] {1, 2, 3});
        vault.refresh();
        Files.delete(file);
        KeystoreVault.create(file, passphrase, RANDOM);
        vault.refresh();
        assertThat(vault.terminalKey(TERMINAL, 1)).isEqualTo(key);

        Files.write(file, whole);
        KeystoreVault.addVersion(file, passphrase, RANDOM);
        vault.refresh();
        assertThat(vault.terminalKeyVersions()).containsExactly(1, 2);
        assertThat(vault.terminalKey(TERMINAL, 1)).isEqualTo(key);
    }

    @Test
    void signsWithTheKeyOfItsFile() {
        Signature signature = vault.sign(new byte[] {7});
        assertThat(vault.signingKeys().get(1).verify(new byte[] {7}, Hex.decode(signature.hex())))
                .isTrue();
    }

    private void oneSecondLater() {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
}
