package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.crypto.keystore.KeystoreFile;
import cn.suinian.core.crypto.sm2.Sm2SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signing key in its file: made, added to a file that has none, and never lost to another writer. */
class SigningKeyEntryTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] LIST = "{\"version\":7}".getBytes(UTF_8);

    private final char[] passphrase = "correct horse battery".toCharArray();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("keys.bcfks");
    }

    @Test
    void signsWithTheKeyThatTheFileKeeps() {
        KeystoreVault created = KeystoreVault.create(file, passphrase, RANDOM);
        Signature signature = KeystoreVault.open(file, passphrase).sign(LIST);
        assertThat(signature.keyVersion()).isEqualTo(1);
        assertThat(created.signingKeys()).containsOnlyKeys(1);
        assertThat(created.signingKeys().get(1).verify(LIST, Hex.decode(signature.hex())))
                .isTrue();
        assertThat(KeystoreFile.open(file, passphrase)
                        .versions(KeystoreFile.SIGNING)
                        .get(1))
                .hasSize(32);
    }

    @Test
    void signsWithTheNewestKeyAndPublishesAll() {
        byte[] one = Sm2SigningKey.generate(RANDOM);
        byte[] two = Sm2SigningKey.generate(RANDOM);
        KeystoreVault vault = KeystoreVault.inMemory(Map.of(), Map.of(), Map.of(1, one, 2, two));
        Signature signature = vault.sign(LIST);
        assertThat(vault.signingKeys()).containsOnlyKeys(1, 2);
        assertThat(signature.keyVersion()).isEqualTo(2);
        assertThat(vault.signingKeys().get(2).verify(LIST, Hex.decode(signature.hex())))
                .isTrue();
    }

    @Test
    void addsOneToAFileOfTheFirstFormatAndKeepsTheOtherKeys() throws Exception {
        KeystoreVault before = firstFormat();
        KeystoreVault after = KeystoreVault.openComplete(file, passphrase, RANDOM);
        assertThat(after.signingKeys()).containsOnlyKeys(1);
        assertThat(after.includes(before)).isTrue();
        assertThat(before.includes(after)).isFalse();
        KeystoreVault again = KeystoreVault.open(file, passphrase);
        assertThat(again.includes(after)).isTrue();
        assertThat(after.includes(again)).isTrue();
    }

    @Test
    void comesToTheSameKeyInEveryCopyOfAFile() throws Exception {
        firstFormat();
        Path copy = directory.resolve("copy.bcfks");
        Files.copy(file, copy);
        KeystoreVault here = KeystoreVault.openComplete(file, passphrase, RANDOM);
        KeystoreVault there = KeystoreVault.openComplete(copy, passphrase, RANDOM);
        assertThat(here.includes(there)).isTrue();
        assertThat(there.includes(here)).isTrue();
    }

    @Test
    void saysThatAFileMerelyReadHasNone() throws Exception {
        KeystoreVault vault = firstFormat();
        assertThat(vault.signingKeys()).isEmpty();
        assertThatExceptionOfType(UnknownKeyVersionException.class).isThrownBy(() -> vault.sign(LIST));
    }

    @Test
    void losesNoVersionThatAnotherProcessAdds() throws Exception {
        firstFormat();
        List<Process> others =
                List.of(KeystoreChild.start(file, passphrase, 4), KeystoreChild.start(file, passphrase, 4));
        KeystoreVault opened = KeystoreVault.openComplete(file, passphrase, RANDOM);
        for (int i = 0; i < 3; i++) {
            KeystoreVault.addVersion(file, passphrase, RANDOM);
        }
        for (Process other : others) {
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
        }
        KeystoreVault all = KeystoreVault.open(file, passphrase);
        assertThat(all.terminalKeyVersions())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(all.includes(opened)).isTrue();
    }

    @Test
    void onlyTheOwnerCanReadTheLock() throws Exception {
        KeystoreVault.create(file, passphrase, RANDOM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys.bcfks.lock"))))
                .isEqualTo("rw-------");
    }

    /** What a file was before there were signing keys. */
    private KeystoreVault firstFormat() throws Exception {
        KeystoreVault.create(file, passphrase, RANDOM);
        KeyStore keys = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
        keys.load(new ByteArrayInputStream(Files.readAllBytes(file)), passphrase);
        keys.deleteEntry("signing-1");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        keys.store(content, passphrase);
        Files.write(file, content.toByteArray());
        return KeystoreVault.open(file, passphrase);
    }
}
