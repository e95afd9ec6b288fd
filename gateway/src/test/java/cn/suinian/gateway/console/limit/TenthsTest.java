package cn.suinian.gateway.console.limit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.settlement.limit.Limit;
import org.junit.jupiter.api.Test;

/** Spreads and percentage points are typed as people speak of them. */
class TenthsTest {

    @Test
    void whatIsTypedIsWhatIsShown() {
        assertThat(Tenths.read("3.5")).hasValue(35);
        assertThat(Tenths.read(" 3 ")).hasValue(30);
        assertThat(Tenths.words(35)).isEqualTo("3.5");
        assertThat(Tenths.words(Tenths.read("2.0").orElseThrow())).isEqualTo("2.0");
        for (String wrong : new String[] {"", "3.55", "3,5", "-1", "35 tenths", "12345678"}) {
            assertThat(Tenths.read(wrong)).as(wrong).isEmpty();
        }
        assertThat(Tenths.are(Limit.OUTLIER_TENTHS)).isTrue();
        assertThat(Tenths.are(Limit.LEAST_MEALS)).isFalse();
    }
}
