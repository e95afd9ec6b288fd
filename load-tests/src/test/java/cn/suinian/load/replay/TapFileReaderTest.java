package cn.suinian.load.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.suinian.load.frame.Direction;
import cn.suinian.load.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapFileReaderTest {
    private static final String GOOD = """
            {"deal_date":"2018-08-31 22:14:50","close_date":"2018-09-01 00:00:00","card_no":"CBEHFCFCG",
             "deal_value":"0","deal_type":"地铁入站","company_name":"地铁五号线","car_no":"IGT-105","station":"布吉",
             "conn_mark":"0","deal_money":"0","equ_no":"263032105"}""";
    private static final String BUS = """
            {"deal_date":"2018-09-01 05:39:10","close_date":"2018-09-01 00:00:00","card_no":"CFBAJECDH",
             "deal_value":"800","deal_type":"巴士","company_name":"金华南巴士","car_no":"粤BU2313","station":"332(观澜)",
             "conn_mark":"0","deal_money":"595","equ_no":"227000010"}""";

    @TempDir
    Path directory;

    @Test
    void readsARecordWithAllThatATapNeeds() throws Exception {
        TapFile file = read("{\"total\":2,\"page\":{\"no\":[1]},\"data\":[" + GOOD + "," + BUS + "],\"rows\":100}");

        assertThat(file.skipped()).isEmpty();
        assertThat(file.taps())
                .containsExactly(
                        new FileTap(
                                1,
                                LocalDateTime.of(2018, 8, 31, 22, 14, 50),
                                "CBEHFCFCG",
                                "地铁五号线",
                                "000263032105",
                                Direction.ENTRY,
                                0,
                                "布吉",
                                "IGT-105"),
                        new FileTap(
                                2,
                                LocalDateTime.of(2018, 9, 1, 5, 39, 10),
                                "CFBAJECDH",
                                "金华南巴士",
                                "000227000010",
                                Direction.BOARD,
                                800,
                                "332(观澜)",
                                "粤BU2313"));
    }

    @Test
    void skipsRecordsThatLackAFieldAndNamesIt() throws Exception {
        String lacking = BUS.replace("\"car_no\":\"粤BU2313\",\"station\":\"332(观澜)\",", "");
        String blank = BUS.replace("粤BU2313", " ");

        TapFile file = read(data(GOOD, lacking, GOOD, blank, GOOD));

        assertThat(file.taps()).hasSize(3);
        assertThat(file.skipped())
                .containsExactly(
                        new Skipped(2, "金华南巴士", 800, "lacks car_no and station"),
                        new Skipped(4, "金华南巴士", 800, "lacks car_no"));
    }

    @Test
    void doesNotAskEveryRecordForAFieldThatOnlyOneHas() throws Exception {
        TapFile file = read(data(GOOD, BUS.replace("{", "{\"note\":\"x\","), GOOD));

        assertThat(file.skipped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\"800\",\"-800\",deal_value is '-800'",
        "\"800\",\"8.5\",deal_value is '8.5'",
        "\"800\",99999999,deal_value is '99999999'",
        "2018-09-01 05:39:10,2018-02-30 05:39:10,deal_date is '2018-02-30 05:39:10'",
        "2018-09-01 05:39:10,yesterday,deal_date is 'yesterday'",
        "巴士,轮渡,deal_type is '轮渡'",
        "227000010,22700001x,equ_no is '22700001x'",
        "金华南巴士,一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三,company_name is"
    })
    void skipsRecordsWhoseValuesMakeNoSense(String good, String bad, String complaint) throws Exception {
        TapFile file = read(data(GOOD, BUS.replace(good, bad)));

        assertThat(file.taps()).hasSize(1);
        assertThat(file.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.number()).isEqualTo(2);
            assertThat(skipped.why()).startsWith(complaint);
        });
    }

    @Test
    void skipsWhatIsNoRecordAndWhatIsNestedTooDeep() throws Exception {
        TapFile file = read(data(GOOD, "7", "null", "[1]", BUS.replace("\"800\"", "{\"fen\":800}")));

        assertThat(file.taps()).hasSize(1);
        assertThat(file.skipped().stream().map(Skipped::why))
                .containsExactly(
                        "is no record but a bare value",
                        "is no record but a bare value",
                        "is no record but a bare value",
                        "lacks deal_value");
    }

    @Test
    void skipsATerminalThatSuddenlyBelongsToAnotherCompany() throws Exception {
        TapFile file = read(data(BUS, BUS.replace("金华南巴士", "华程交通")));

        assertThat(file.skipped())
                .containsExactly(new Skipped(2, "华程交通", 800, "equ_no 000227000010 belongs to 金华南巴士 since record 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json at all",
                "[]",
                "{}",
                "{\"data\":{}}",
                "{\"data\":[{\"card_no\":\"A\"",
                "{\"data\":[1"
            })
    void saysWhatIsWrongWithAFileThatIsNone(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("taps.json");
    }

    @Test
    void endsWithTwoAndASentenceWhenTheFileIsMissing() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        String[] arguments = {directory.resolve("none.json").toString(), "--gateway-classpath", "x"};

        assertThat(Replay.run(arguments, new Screen(shown, false))).isEqualTo(2);
        assertThat(shown.toString(java.nio.charset.StandardCharsets.UTF_8)).startsWith("there is no file");
    }

    private static String data(String... records) {
        return "{\"data\":" + List.of(records) + "}";
    }

    private TapFile read(String content) throws UnusableFileException, IOException {
        Path file = Files.writeString(directory.resolve("taps.json"), content);
        return new TapFileReader(new Screen(new ByteArrayOutputStream(), false)).read(file);
    }
}
