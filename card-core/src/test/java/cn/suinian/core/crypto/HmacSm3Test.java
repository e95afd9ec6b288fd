package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSm3Test {
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, Hi There,"
                + "12d66c84b4a40ad8035c263e419bd43c7e52fb438b930eba0c94e34cdb9b63f3",
        "4a656665, what do ya want for nothing?," + "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882"
    })
    void givesThePublishedMacs(String key, String message, String mac) {
        HmacSm3 hmac = new HmacSm3(Hex.decode(key));
        assertThat(Hex.encode(hmac.mac(message.getBytes(US_ASCII)))).isEqualTo(mac);
    }

    @Test
    void agreesWithTheLibraryForKeysAndMessagesOfEveryLength() {
        Random random = new Random(20261122);
        for (int length = 0; length <= 200; length++) {
            byte[] key = randomBytes(random, Math.max(1, length));
            byte[] message = randomBytes(random, 200 - length);
            assertThat(new HmacSm3(key).mac(message)).isEqualTo(libraryMac(key, message));
        }
    }

    @Test
    void takesPartsAsIfTheyWereOneArray() {
        HmacSm3 hmac = new HmacSm3(new byte[16]);
        byte[] whole = hmac.mac("POST /v1/taps".getBytes(US_ASCII));
        assertThat(hmac.mac("POST ".getBytes(US_ASCII), new byte[0], "/v1/taps".getBytes(US_ASCII)))
                .isEqualTo(whole);
    }

    @Test
    void verifiesTheRightMacAndRefusesEveryOtherOne() {
        HmacSm3 hmac = new HmacSm3(new byte[16]);
        byte[] message = "a tap".getBytes(US_ASCII);
        byte[] mac = hmac.mac(message);
        assertThat(hmac.verify(mac, message)).isTrue();
        assertThat(hmac.verify(new byte[0], message)).isFalse();
        assertThat(hmac.verify(mac, "a lap".getBytes(US_ASCII))).isFalse();
        for (int i = 0; i < mac.length; i++) {
            byte[] wrong = mac.clone();
            wrong[i] ^= 1;
            assertThat(hmac.verify(wrong, message)).isFalse();
        }
    }

    private static byte[] libraryMac(byte[] key, byte[] message) {
        HMac library = new HMac(new SM3Digest());
        library.init(new KeyParameter(key));
        library.update(message, 0, message.length);
        byte[] mac = new byte[library.getMacSize()];
        library.doFinal(mac, 0);
        return mac;
    }

    private static byte[] randomBytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
