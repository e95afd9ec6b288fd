package cn.suinian.core.crypto.sm2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.suinian.core.Seeds;
import cn.suinian.core.crypto.Hex;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sm2Test {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String N = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
    private static final byte[] MESSAGE = "message digest".getBytes(US_ASCII);

    /** A signature that somebody else published, with the random number that was used to make it. */
    record Published(String name, String id, String message, String d, String k, String signature) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Published> published() {
        return Stream.of(
                new Published(
                        "GB/T 32918.5, annex A",
                        "1234567812345678",
                        "message digest",
                        "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
                        "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21",
                        "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                                + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"),
                new Published(
                        "Bouncy Castle, another id",
                        "sm2test@example.com",
                        "hi chappy",
                        "110e7973206f68c19ee5f7328c036f26911c8c73b4e4f36ae3291097f8984ffc",
                        "3174c6ffc3c279d2422f3fc0a9f3e574674a4490fe45a5325caf7d3ec4c8f96c",
                        "05890b9077b92e47b17a1ff42a814280e556afd92b4a98b9670bf8b1a274c2fa"
                                + "e3abbb8db2b6ecd9b24eccea7f679fb9a4b1db52f4aa985e443ad73237fa1993"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void makesThePublishedSignatureFromThePublishedRandomNumber(Published known) {
        byte[] signature =
                new Sm2SigningKey(Hex.decode(known.d)).sign(known.id, known.message.getBytes(US_ASCII), only(known.k));
        assertThat(Hex.encode(signature)).isEqualTo(known.signature);
    }

    @ParameterizedTest
    @MethodSource("published")
    void acceptsThePublishedSignatureUnderItsIdAlone(Published known) {
        Sm2PublicKey key = new Sm2SigningKey(Hex.decode(known.d)).publicKey();
        byte[] signature = Hex.decode(known.signature);
        byte[] message = known.message.getBytes(US_ASCII);
        assertThat(key.verify(known.id, message, signature)).isTrue();
        assertThat(key.verify(known.id + "x", message, signature)).isFalse();
        assertThat(key.verify(message, signature)).isEqualTo(known.id.equals(Sm2PublicKey.DEFAULT_ID));
    }

    @Test
    void hasThePublishedPublicKey() {
        Sm2SigningKey key =
                new Sm2SigningKey(Hex.decode("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));
        String point = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
        assertThat(Hex.encode(key.publicKey().encoded())).isEqualTo(point);
        assertThat(Hex.encode(Sm2PublicKey.decode(Hex.decode(point)).encoded())).isEqualTo(point);
    }

    /** docs/protocol.md, "Worked example"; OpenSSL verifies it with the commands there. */
    @Test
    void acceptsTheExampleOfTheProtocol() {
        Sm2PublicKey key = new Sm2SigningKey(
                        Hex.decode("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"))
                .publicKey();
        byte[] list =
                "{\"version\":7,\"since\":5,\"adds\":[\"3104870460123456782\"],\"removes\":[]}".getBytes(US_ASCII);
        assertThat(key.verify(
                        list,
                        Hex.decode("2f301addb70cf238bc294f8f4510537b4acb5d0b35b465a8662d1d41f0e14dbf"
                                + "033eaccef75cf37f346d9398c92ef80da705aab61f77097d94dc3bf3cf196022")))
                .isTrue();
    }

    static LongStream seeds() {
        return Seeds.list();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void acceptsItsOwnSignatureAndNoneWithABitChanged(long seed) {
        Random random = new Random(seed);
        Sm2SigningKey key = new Sm2SigningKey(Sm2SigningKey.generate(RANDOM));
        byte[] message = new byte[1 + random.nextInt(200)];
        random.nextBytes(message);
        byte[] signature = key.sign(message, RANDOM);
        assertThat(signature).hasSize(Sm2PublicKey.SIGNATURE_BYTES);
        assertThat(key.publicKey().verify(message, signature)).isTrue();
        for (int i = 0; i < 12; i++) {
            assertThat(key.publicKey().verify(message, flipped(signature, random)))
                    .isFalse();
            assertThat(key.publicKey().verify(flipped(message, random), signature))
                    .isFalse();
        }
        assertThat(new Sm2SigningKey(Sm2SigningKey.generate(RANDOM)).publicKey().verify(message, signature))
                .isFalse();
    }

    @Test
    void refusesSignaturesOfEveryOtherForm() {
        Sm2SigningKey key = new Sm2SigningKey(Sm2SigningKey.generate(RANDOM));
        byte[] signature = key.sign(MESSAGE, RANDOM);
        for (int length = 0; length <= 80; length++) {
            if (length != signature.length) {
                assertThat(key.publicKey().verify(MESSAGE, Arrays.copyOf(signature, length)))
                        .isFalse();
            }
        }
        String zero = "00".repeat(32);
        String s = Hex.encode(signature).substring(64);
        for (String wrong : new String[] {zero + zero, zero + s, s + zero, N + s, s + N, "ff".repeat(64)}) {
            assertThat(key.publicKey().verify(MESSAGE, Hex.decode(wrong))).isFalse();
        }
    }

    @Test
    void neverSignsTwiceAlike() {
        Sm2SigningKey key = new Sm2SigningKey(Sm2SigningKey.generate(RANDOM));
        assertThat(key.sign(MESSAGE, RANDOM)).isNotEqualTo(key.sign(MESSAGE, RANDOM));
    }

    @Test
    void takesPrivateKeysFromOneToTheOrderLessTwo() {
        BigInteger n = new BigInteger(N, 16);
        for (BigInteger d : new BigInteger[] {BigInteger.ZERO, n.subtract(BigInteger.ONE), n, n.add(BigInteger.ONE)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Sm2SigningKey(bytes(d)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Sm2SigningKey(new byte[] {1}));
        for (BigInteger d : new BigInteger[] {BigInteger.ONE, n.subtract(BigInteger.TWO)}) {
            Sm2SigningKey key = new Sm2SigningKey(bytes(d));
            assertThat(key.publicKey().verify(MESSAGE, key.sign(MESSAGE, RANDOM)))
                    .isTrue();
        }
    }

    @Test
    void derivesOneKeyFromASecretAndAPurpose() {
        byte[] secret = Hex.decode("0123456789abcdeffedcba9876543210");
        byte[] key = Sm2SigningKey.derive(secret, "one");
        assertThat(key).hasSize(32).isEqualTo(Sm2SigningKey.derive(secret, "one"));
        assertThat(key).isNotEqualTo(Sm2SigningKey.derive(secret, "two"));
        assertThat(key).isNotEqualTo(Sm2SigningKey.derive(new byte[16], "one"));
    }

    /** Off the curve, the point at infinity, compressed, and too short. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad14",
                "00",
                "0309f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020",
                "04"
            })
    void refusesWhatIsNoPointOfTheCurve(String encoded) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sm2PublicKey.decode(Hex.decode(encoded)));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        int bit = random.nextInt(bytes.length * 8);
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }

    private static byte[] bytes(BigInteger number) {
        return Hex.decode(String.format("%064x", number));
    }

    /** The one random number that a published signature was made with. */
    private static SecureRandom only(String hex) {
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                byte[] number = Hex.decode(hex);
                assertThat(bytes).hasSameSizeAs(number);
                System.arraycopy(number, 0, bytes, 0, number.length);
            }
        };
    }
}
