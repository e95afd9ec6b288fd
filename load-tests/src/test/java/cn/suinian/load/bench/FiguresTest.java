package cn.suinian.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.load.stage.StageException;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table may say, and of which server. */
class FiguresTest {
    private static final List<String> ALL = List.of("fsync", "synchronous_commit", "full_page_writes");

    @Test
    void theTailOfOneRoundIsInTheTailOfAll() {
        Histogram all = Measured.together(List.of(of(10, 990), of(10, 1_000), of(500, 10)));
        assertThat(all.getTotalCount()).isEqualTo(2_000);
        assertThat(all.getValueAtPercentile(99)).isEqualTo(10);
        assertThat(all.getValueAtPercentile(99.9)).isEqualTo(500);
        assertThat(all.getMaxValue()).isEqualTo(500);
    }

    @Test
    void whatWasMeasuredStaysAsItWas() {
        Histogram first = of(10, 5);
        Measured.together(List.of(first, of(20, 5)));
        assertThat(first.getTotalCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void aServerThatDoesNotFlushIsNotMeasured(String off) {
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> server(off).require())
                .withMessageContaining(off + " off");
    }

    @Test
    void theTableSaysWhatTheServerSays() {
        Durability on = server("");
        assertThatCode(on::require).doesNotThrowAnyException();
        assertThat(on.text()).contains("fsync on");
        assertThat(new Durability(Map.of("synchronous_commit", "remote_write")).text())
                .isEqualTo("synchronous_commit remote_write");
    }

    private static Durability server(String off) {
        return new Durability(ALL.stream()
                .collect(java.util.stream.Collectors.toMap(name -> name, name -> name.equals(off) ? "off" : "on")));
    }

    private static Histogram of(long value, int times) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(value, times);
        return histogram;
    }
}
