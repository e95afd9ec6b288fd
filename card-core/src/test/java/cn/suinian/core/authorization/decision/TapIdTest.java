package cn.suinian.core.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapIdTest {

    @Test
    void isReadAsItIsWritten() {
        TapId id = TapId.of(LocalDate.of(2026, 11, 23), 440300010007L, 99, 0xede267b18c3cb57cL);

        assertThat(id).hasToString("20261123-440300010007-99-ede267b1");
        assertThat(TapId.parse(id.toString())).contains(id);
    }

    @Test
    void keepsItsZeroes() {
        TapId id = TapId.of(LocalDate.of(2026, 1, 2), 7, 4_294_967_295L, 0x0000_0001_ffff_ffffL);

        assertThat(id).hasToString("20260102-000000000007-4294967295-00000001");
        assertThat(TapId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261123",
                "20261323-440300010007-99-ede267b1",
                "20260229-440300010007-99-ede267b1",
                "20261123-44030001000-99-ede267b1",
                "20261123-440300010007-0-ede267b1",
                "20261123-440300010007-99-EDE267B1",
                "20261123-440300010007-99-ede267b1-",
                "20261123-440300010007-99-ede267b1\n",
                "3104870460123456782"
            })
    void anythingElseIsNone(String text) {
        assertThat(TapId.parse(text)).isEmpty();
    }
}
