package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Sm4GcmTest {
    private static final byte[] KEY = Hex.decode("0123456789abcdeffedcba9876543210");
    private static final byte[] PLAIN = "13800138000".getBytes(UTF_8);
    private static final byte[] ROW = "holder.phone.42".getBytes(UTF_8);

    private final Sm4Gcm gcm = new Sm4Gcm(KEY, new SecureRandom());

    /** RFC 8998, appendix A.1. */
    @Test
    void givesThePublishedCiphertextAndTag() {
        String nonce = "00001234567800000000abcd";
        byte[] plain = Hex.decode("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] associatedData = Hex.decode("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed = gcm.seal(Hex.decode(nonce), plain, associatedData);
        assertThat(Hex.encode(sealed))
                .isEqualTo(nonce
                        + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(gcm.open(sealed, associatedData)).isEqualTo(plain);
    }

    @Test
    void opensWhatItSealed() {
        assertThat(gcm.open(gcm.seal(PLAIN, ROW), ROW)).isEqualTo(PLAIN);
        assertThat(gcm.open(gcm.seal(new byte[0], ROW), ROW)).isEmpty();
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(gcm.seal(PLAIN, ROW)).isNotEqualTo(gcm.seal(PLAIN, ROW));
    }

    @Test
    void refusesASealedValueWithAnyBitChanged() {
        byte[] sealed = gcm.seal(PLAIN, ROW);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertBroken(gcm, changed, ROW);
        }
    }

    @Test
    void refusesASealedValueOfEveryShorterLength() {
        byte[] sealed = gcm.seal(PLAIN, ROW);
        for (int length = 0; length < sealed.length; length++) {
            assertBroken(gcm, Arrays.copyOf(sealed, length), ROW);
        }
    }

    @Test
    void refusesAValueMovedToAnotherRowOrKey() {
        byte[] sealed = gcm.seal(PLAIN, ROW);
        assertBroken(gcm, sealed, "holder.phone.43".getBytes(UTF_8));
        assertBroken(new Sm4Gcm(new byte[16], new SecureRandom()), sealed, ROW);
    }

    private static void assertBroken(Sm4Gcm gcm, byte[] sealed, byte[] associatedData) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> gcm.open(sealed, associatedData));
    }
}
