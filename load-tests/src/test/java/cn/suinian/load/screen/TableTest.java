package cn.suinian.load.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void countsAChineseCharacterAsTwoColumns() {
        Table table = new Table("company", "taps").row("地铁五号线", 47).row("Bus", 3);

        assertThat(table.lines()).containsExactly("company     taps", "地铁五号线    47", "Bus            3");
    }

    @Test
    void showsFenAsYuan() {
        assertThat(Table.yuan(123_456_05)).isEqualTo("123,456.05");
        assertThat(Table.yuan(-5)).isEqualTo("-0.05");
    }
}
