package cn.suinian.gateway.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.settlement.figures.Asked;
import cn.suinian.settlement.figures.Asked.By;
import cn.suinian.settlement.figures.DayFigures;
import cn.suinian.settlement.figures.DayFigures.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartOrderTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-18");
    private static final List<Row> ROWS = List.of(
            new Row("A", "A", 70, 35, 9_000), new Row("B", "B", 41, 41, 8_000), new Row("C", "C", 90, 39, 7_000));

    @Test
    void canteensAreInTheOrderOfWhatIsShown() {
        assertThat(keys(By.CANTEEN, Measure.PAYABLE)).containsExactly("A", "B", "C");
        assertThat(keys(By.CANTEEN, Measure.MEALS)).containsExactly("B", "C", "A");
        assertThat(keys(By.CANTEEN, Measure.TAPS)).containsExactly("C", "A", "B");
    }

    @Test
    void daysStayInTheOrderOfTime() {
        assertThat(keys(By.DAY, Measure.MEALS)).containsExactly("A", "B", "C");
    }

    private static List<String> keys(By by, Measure measure) {
        DayFigures.Answer answer = new DayFigures.Answer(new Asked(by, DAY, DAY, Optional.empty()), ROWS, 0);
        return ChartView.ordered(answer, measure).stream().map(Row::key).toList();
    }
}
