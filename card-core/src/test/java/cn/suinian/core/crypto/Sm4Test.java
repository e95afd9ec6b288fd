package cn.suinian.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Examples 1 and 2 of GB/T 32907, annex A. */
class Sm4Test {
    private static final byte[] KEY = Hex.decode("0123456789abcdeffedcba9876543210");

    @Test
    void givesThePublishedBlock() {
        assertThat(Hex.encode(Sm4.encryptBlocks(KEY, KEY))).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void givesThePublishedBlockAfterAMillionRounds() {
        byte[] block = KEY;
        for (int i = 0; i < 1_000_000; i++) {
            block = Sm4.encryptBlocks(KEY, block);
        }
        assertThat(Hex.encode(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    @Test
    void encryptsEachBlockOnItsOwn() {
        byte[] two = Hex.decode("0123456789abcdeffedcba98765432100123456789abcdeffedcba9876543210");
        assertThat(Hex.encode(Sm4.encryptBlocks(KEY, two)))
                .isEqualTo("681edf34d206965e86b3e94f536e4246681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void refusesAKeyOrABlockOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sm4.encryptBlocks(new byte[15], KEY))
                .withMessageContaining("15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sm4.encryptBlocks(KEY, new byte[17]))
                .withMessageContaining("17");
    }
}
