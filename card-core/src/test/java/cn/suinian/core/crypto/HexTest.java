package cn.suinian.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
    @Test
    void writesAndReadsEveryByte() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        assertThat(Hex.encode(every)).startsWith("000102").endsWith("fdfeff").hasSize(512);
        assertThat(Hex.decode(Hex.encode(every))).isEqualTo(every);
        assertThat(Hex.decode("")).isEmpty();
    }

    @Test
    void writesAndReadsANumberWithItsHighestBitSet() {
        assertThat(Hex.encode(0xede267b18c3cb57cL)).isEqualTo("ede267b18c3cb57c");
        assertThat(Hex.decodeLong("ede267b18c3cb57c")).isEqualTo(0xede267b18c3cb57cL);
        assertThat(Hex.encode(1L)).isEqualTo("0000000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "ABCD", "0x12", "g0", " 0", "/0", ":0", "`0", "１２"})
    void refusesAnythingButLowerCasePairs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hex.decode(text))
                .withMessage("Not lower-case hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ede267b18c3cb57", "ede267b18c3cb57c0", "EDE267B18C3CB57C", "-de267b18c3cb57c"})
    void refusesANumberThatIsNotSixteenLowerCaseDigits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hex.decodeLong(text));
    }
}
