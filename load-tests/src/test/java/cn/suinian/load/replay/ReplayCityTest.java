package cn.suinian.load.replay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.frame.Direction;
import cn.suinian.load.stage.ClearingLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCityTest {
    private static final List<FileTap> TAPS = List.of(
            tap(1, "A", "地铁五号线", "000263032105", 500),
            tap(2, "B", "金华南巴士", "000227000010", 800),
            tap(3, "A", "金华南巴士", "000227000010", 200));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,2026-11-13,2026-11-14", // today a Sunday: its own week is not over
        "2026-11-23,2026-11-20,2026-11-21", // today a Monday
        "2026-11-29,2026-11-20,2026-11-21",
        "2018-09-03,2018-08-31,2018-09-01", // the file's own week
        "2018-08-20,2018-08-17,2018-08-18" // a clock behind the file
    })
    void movesTheWeekOfTheFileToTheLatestOneThatIsOver(LocalDate today, LocalDate friday, LocalDate saturday) {
        List<FileTap> taps =
                List.of(at(LocalDateTime.of(2018, 8, 31, 22, 14, 50)), at(LocalDateTime.of(2018, 9, 1, 5, 39, 10)));

        WeekMove move = WeekMove.intoThePast(taps, today);

        assertThat(move.moved(taps.get(0).at())).isEqualTo(friday.atTime(22, 14, 50));
        assertThat(move.moved(taps.get(1).at())).isEqualTo(saturday.atTime(5, 39, 10));
        assertThat(friday.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }

    @Test
    void movesAFileOfSeveralWeeksAsOne() {
        List<FileTap> taps =
                List.of(at(LocalDateTime.of(2018, 8, 20, 8, 0)), at(LocalDateTime.of(2018, 9, 2, 23, 59, 59)));

        WeekMove move = WeekMove.intoThePast(taps, LocalDate.of(2026, 11, 22));

        assertThat(move.moved(taps.get(1).at())).isEqualTo("2026-11-15T23:59:59");
        assertThat(move.moved(taps.get(0).at())).isEqualTo("2026-11-02T08:00:00");
    }

    @Test
    void plansOneCardForEachPseudonymAndAVendorForEachCompany(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("plan.json");

        CityPlanFile.write(file, ReplayCity.of(TAPS), LocalDate.of(2026, 11, 13));

        JsonNode plan = new ObjectMapper().readTree(file.toFile());
        assertThat(plan.get("openDay").asText()).isEqualTo("2026-11-13");
        assertThat(plan.get("vendors").toString())
                .isEqualTo("[{\"code\":\"METRO-01\",\"name\":\"地铁五号线\",\"kind\":\"METRO\"},"
                        + "{\"code\":\"BUS-02\",\"name\":\"金华南巴士\",\"kind\":\"BUS\"}]");
        assertThat(plan.get("terminals")).hasSize(2);
        assertThat(plan.at("/terminals/0").toString())
                .isEqualTo("{\"terminalId\":\"000227000010\",\"vendor\":\"BUS-02\",\"services\":[\"TRANSIT\"]}");
        assertThat(plan.get("cards").findValuesAsText("cardNo"))
                .containsExactly("3104870460000000018", "3104870460000000026");
    }

    @Test
    void agreesWhenClearedIsTheFileWithoutTheSkipped() {
        TapFile file =
                new TapFile(TAPS, List.of(new Skipped(4, "金华南巴士", 300, "lacks station"), new Skipped(5, "", 0, "")));

        CompanyTotals totals = CompanyTotals.of(file, List.of(line("地铁五号线", 500), line("金华南巴士", 900)));

        assertThat(totals.fileFen("金华南巴士")).isEqualTo(1300);
        assertThat(totals.agree("地铁五号线")).isTrue();
        assertThat(totals.agree("金华南巴士")).isFalse();
        assertThat(totals.companies()).containsExactly("(no company)", "地铁五号线", "金华南巴士");
    }

    private static FileTap tap(int number, String card, String company, String terminal, long fen) {
        return new FileTap(
                number, LocalDateTime.of(2018, 9, 1, 8, 0), card, company, terminal, Direction.BOARD, fen, "", "");
    }

    private static FileTap at(LocalDateTime time) {
        return new FileTap(1, time, "A", "地铁五号线", "000263032105", Direction.ENTRY, 0, "", "");
    }

    private static ClearingLine line(String company, long fen) {
        return new ClearingLine("X", company, "CITY", "TRANSIT", 1, fen, fen, 0, 0, 0);
    }
}
