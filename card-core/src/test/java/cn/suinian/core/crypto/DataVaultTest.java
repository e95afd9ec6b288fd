package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.Seeds;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataVaultTest {
    private static final byte[] FIRST = Hex.decode("0123456789abcdeffedcba9876543210");
    private static final byte[] SECOND = Hex.decode("fedcba98765432100123456789abcdef");
    private static final byte[] PLAIN = "13800138000".getBytes(UTF_8);
    private static final String COLUMN = "holder_person.phone_sealed";

    private final DataVault old = KeystoreVault.ofColumns(Map.of(1, FIRST), FIRST);
    private final DataVault both = KeystoreVault.ofColumns(Map.of(1, FIRST, 2, SECOND), FIRST);

    static LongStream seeds() {
        return Seeds.list();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void opensWhatWasSealedForThePlaceAndNothingElse(long seed) {
        Random random = new Random(seed);
        byte[] plain = new byte[random.nextInt(200)];
        random.nextBytes(plain);
        long row = random.nextLong();
        byte[] sealed = both.seal(COLUMN, row, plain);
        assertThat(both.open(COLUMN, row, sealed)).isEqualTo(plain);
        assertBroken(() -> both.open(COLUMN, row ^ (1L << random.nextInt(64)), sealed));
        assertBroken(() -> both.open("holder_person.name_sealed", row, sealed));
        byte[] spoilt = sealed.clone();
        spoilt[2 + random.nextInt(spoilt.length - 2)] ^= (byte) (1 << random.nextInt(8));
        assertBroken(() -> both.open(COLUMN, row, spoilt));
        assertBroken(() -> both.open(COLUMN, row, Arrays.copyOf(sealed, random.nextInt(sealed.length))));
    }

    @Test
    void startsWithTheVersionAndDoesNotOpenUnderAnotherOne() {
        byte[] sealed = both.seal(COLUMN, 7, PLAIN);
        assertThat(sealed).hasSize(2 + Sm4Gcm.OVERHEAD_BYTES + PLAIN.length).startsWith(0, 2);
        byte[] renamed = sealed.clone();
        renamed[1] = 1;
        assertBroken(() -> both.open(COLUMN, 7, renamed));
        renamed[1] = 3;
        assertThatExceptionOfType(UnknownKeyVersionException.class).isThrownBy(() -> both.open(COLUMN, 7, renamed));
    }

    @Test
    void anOlderValueOpensButIsNotCurrent() {
        byte[] sealed = old.seal(COLUMN, 7, PLAIN);
        assertThat(old.current(sealed)).isTrue();
        assertThat(both.current(sealed)).isFalse();
        assertThat(both.open(COLUMN, 7, sealed)).isEqualTo(PLAIN);
        assertThat(both.current(both.seal(COLUMN, 7, PLAIN))).isTrue();
        assertThat(both.columnKeyVersion()).isEqualTo(2);
    }

    /** printf 'suinian blind index\0phone\00013800138000' | openssl dgst -sm3 -mac HMAC -macopt hexkey:... */
    @Test
    void anIndexIsTheSameForEqualValuesOfOneKindAlone() {
        byte[] index = old.blindIndex("phone", "13800138000");
        assertThat(Hex.encode(index)).isEqualTo("ab7917b225907a3f2b52ab4521ef1f6586a2ef9ec897b98c7034399e524f4303");
        assertThat(both.blindIndex("phone", "13800138000")).isEqualTo(index);
        assertThat(old.blindIndex("name", "13800138000")).isNotEqualTo(index);
        assertThat(old.blindIndex("phone", "13800138001")).isNotEqualTo(index);
        assertThat(KeystoreVault.ofColumns(Map.of(1, FIRST), SECOND).blindIndex("phone", "13800138000"))
                .isNotEqualTo(index);
    }

    @Test
    void aRunningNodeOpensWhatAnotherSealedWithANewVersion(@TempDir Path directory) {
        Path file = directory.resolve("keys.bcfks");
        char[] passphrase = "correct horse battery".toCharArray();
        SecureRandom random = new SecureRandom();
        byte[] before = KeystoreVault.create(file, passphrase, random).seal(COLUMN, 7, PLAIN);
        long[] nanos = {0};
        WatchedVault running = WatchedVault.open(file, passphrase, () -> nanos[0]);
        byte[] index = running.blindIndex("phone", "13800138000");

        assertThat(KeystoreVault.addColumnVersion(file, passphrase, random)).isEqualTo(2);
        byte[] after = KeystoreVault.open(file, passphrase).seal(COLUMN, 7, PLAIN);
        nanos[0] = 2_000_000_000L;
        assertThat(running.open(COLUMN, 7, after)).isEqualTo(PLAIN);
        assertThat(running.open(COLUMN, 7, before)).isEqualTo(PLAIN);
        assertThat(running.current(before)).isFalse();
        assertThat(running.columnKeyVersion()).isEqualTo(2);
        assertThat(running.blindIndex("phone", "13800138000")).isEqualTo(index);
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable open) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(open);
    }
}
