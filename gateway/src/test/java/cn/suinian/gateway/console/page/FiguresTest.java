package cn.suinian.gateway.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @Test
    void theSignOfMoneyStandsBeforeItsCurrency() {
        assertThat(Figures.money(123450)).isEqualTo("¥1,234.50");
        assertThat(Figures.money(-300)).isEqualTo("-¥3.00");
        assertThat(Figures.money(0)).isEqualTo("¥0.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0.00",
                "5|0.05",
                "99999|999.99",
                "100000|1,000.00",
                "123456789|1,234,567.89",
                "-100050|-1,000.50"
            })
    void writesYuanWithThousandsApart(long fen, String yuan) {
        assertThat(Figures.yuan(fen)).isEqualTo(yuan);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T16:00:00Z,00:00:00", "2026-11-23T15:59:59.900Z,23:59:59"})
    void tellsTheTimeOfShenzhen(Instant instant, String time) {
        assertThat(Figures.time(instant)).isEqualTo(time);
    }
}
