package cn.suinian.gateway.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private static final List<String> SORTED = List.of(
            "", "1", "02", "2", "10", "BUS-1", "BUS-2", "BUS-10", "BUS-10-2", "BUS-10-11", "BUS-11", "V99999999999999");

    @Test
    void numbersInTextCountAsNumbers() {
        List<String> shuffled = new ArrayList<>(SORTED);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(shuffled.stream().sorted(NaturalOrder.BY_NUMBERS)).containsExactlyElementsOf(SORTED);
    }

    @Test
    void everyTwoAreInOneOrder() {
        for (String one : SORTED) {
            for (String other : SORTED) {
                int order = Integer.signum(NaturalOrder.BY_NUMBERS.compare(one, other));
                assertThat(Integer.signum(NaturalOrder.BY_NUMBERS.compare(other, one)))
                        .isEqualTo(-order);
                assertThat(order == 0).isEqualTo(one.equals(other));
            }
        }
    }
}
