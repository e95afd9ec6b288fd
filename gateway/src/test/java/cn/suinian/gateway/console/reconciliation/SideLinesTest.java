package cn.suinian.gateway.console.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.gateway.console.reconciliation.breaks.SideLines.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideLinesTest {
    @Test
    void severalRowsOfOneTapDifferOnlyWhereOneOfThemDoes() {
        assertThat(new Line("card", List.of("7"), List.of("7", "7"), true).differs())
                .isFalse();
        assertThat(new Line("number", List.of("3"), List.of("3", "4"), true).differs())
                .isTrue();
        assertThat(new Line("card", List.of(), List.of("7"), true).differs()).isFalse();
        assertThat(new Line("payer", List.of("a"), List.of("b"), false).differs())
                .isFalse();
    }
}
