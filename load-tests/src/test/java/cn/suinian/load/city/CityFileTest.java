package cn.suinian.load.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.frame.TapKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFileTest {
    private static final String CITY = """
            {"baseUrl":"http://127.0.0.1:8480","consoleUrl":"http://127.0.0.1:8481",
             "terminals":[{"terminalId":"440300010007","vendor":"C01","services":["MEAL","VOUCHER"],"keyVersion":1,
                           "key":"609282f483e0fd8420e61b9d9d310b4e"}],
             "cards":[{"cardNo":"3104870460000000018","keyVersion":1,"key":"f6b994c46af595b1d5ff271ce7448c39",
                       "counter":4,"bornOn":"1950-02-03","hukouDistrict":null,"categories":["LOW_INCOME"],
                       "status":"LOST"}],
             "staff":[]}
            """;

    @TempDir
    Path directory;

    @Test
    void readsTerminalsAndCards() throws IOException {
        City city = CityFile.read(Files.writeString(directory.resolve("city.json"), CITY));

        assertThat(city.baseUrl()).hasToString("http://127.0.0.1:8480");
        assertThat(city.listTerminalsFor(TapKind.MEAL))
                .extracting(CityTerminal::terminalId)
                .containsExactly("440300010007");
        CityCard card = city.cards().get(0);
        assertThat(card.counter()).isEqualTo(4);
        assertThat(card.bornOn()).isEqualTo(LocalDate.of(1950, 2, 3));
        assertThat(card.hukouDistrict()).isNull();
        assertThat(card.categories()).isEqualTo(Set.of("LOW_INCOME"));
        assertThat(card.isActive()).isFalse();
    }

    @Test
    void namesTheFieldThatIsMissing() throws IOException {
        Path file = Files.writeString(directory.resolve("city.json"), CITY.replace("bornOn", "born"));

        assertThatThrownBy(() -> CityFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bornOn");
    }

    @Test
    void knowsHolidaysAndTheWeekendsThatMakeUpForThem() {
        LocalDate nationalDay = LocalDate.of(2026, 10, 1);
        LocalDate saturdayWorked = LocalDate.of(2026, 10, 10);
        WorkCalendar calendar = new WorkCalendar(
                nationalDay.datesUntil(nationalDay.plusDays(7)).collect(java.util.stream.Collectors.toSet()),
                Set.of(saturdayWorked));

        assertThat(calendar.workdayBefore(LocalDate.of(2026, 10, 8))).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(calendar.workdayBefore(LocalDate.of(2026, 10, 12))).isEqualTo(saturdayWorked);
        assertThat(calendar.isWorkday(LocalDate.of(2026, 10, 11))).isFalse();
    }
}
