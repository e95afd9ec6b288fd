package cn.suinian.core.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sm3Test {
    @ParameterizedTest
    @CsvSource({
        "'', 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
        "abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
                + "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    })
    void givesThePublishedDigests(String message, String digest) {
        assertThat(Hex.encode(Sm3.digest(message.getBytes(US_ASCII)))).isEqualTo(digest);
    }

    @Test
    void givesThePublishedDigestOfAMillionLetters() {
        byte[] message = new byte[1_000_000];
        Arrays.fill(message, (byte) 'a');
        assertThat(Hex.encode(Sm3.digest(message)))
                .isEqualTo("c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3");
    }

    @Test
    void takesPartsAsIfTheyWereOneArray() {
        byte[] whole = Sm3.digest("abc".getBytes(US_ASCII));
        assertThat(Sm3.digest("a".getBytes(US_ASCII), new byte[0], "bc".getBytes(US_ASCII)))
                .isEqualTo(whole);
    }
}
