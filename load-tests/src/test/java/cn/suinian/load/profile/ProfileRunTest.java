package cn.suinian.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRunTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LunchRush fast    | RATE is a whole number from 20 to 2000, not 'fast'
            LunchRush 10      | RATE is a whole number from 20 to 2000, not '10'
            LunchRush 2001    | RATE is a whole number from 20 to 2000, not '2001'
            LunchRush 300 0   | SECONDS is a whole number from 4 to 180, not '0'
            LunchRush 300 1m  | SECONDS is a whole number from 4 to 180, not '1m'
            LunchRush 300 9 9 | '9' is too much: only PROFILE, RATE and SECONDS are taken
            Lunch             | PROFILE is one of HotCard, LunchRush, MixedDay, MorningPeak, OfflineFlush, not 'Lunch'
            """)
    void aWrongArgumentIsNamedInOneLineWithItsBounds(String arguments, String line) {
        assertThat(ProfileRun.run(arguments.split(" "), screen())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly(line);
    }

    @Test
    void aCityThatIsNotUpIsNoFaultOfTheArguments() {
        System.setProperty("suinian.city", "no-such-city.json");
        try {
            assertThat(ProfileRun.run(new String[] {"LunchRush"}, screen())).isEqualTo(1);
        } finally {
            System.clearProperty("suinian.city");
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "There is no city file no-such-city.json: start the demo city first, with ./suinian up");
    }

    private Screen screen() {
        return new Screen(said, false);
    }
}
