package cn.suinian.load.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedDayTest {
    private static final String PRINTED = """
            08:00:00 INFO closing
            {"days":[{"day":"2026-11-20","state":"CLEARED","lines":[
              {"vendor":"C1","vendorName":"罗湖饭堂","payer":"LUOHU","service":"MEAL",
               "taps":2,"gross":2000,"subsidy":1000,"selfPay":1000,"operatorSubsidy":400,"deliverySubsidy":0},
              {"vendor":"C1","vendorName":"罗湖饭堂","payer":"NONE","service":"MEAL",
               "taps":1,"gross":900,"subsidy":0,"selfPay":900,"operatorSubsidy":0,"deliverySubsidy":0}],
              "reversals":[],"journal":{"debit":1400,"credit":1400}}]}
            """;

    @Test
    void readsWhatClosePrintsPastItsLog() throws Exception {
        List<ClosedDay> days = ClosedDay.parse(PRINTED);

        assertThat(days).hasSize(1);
        assertThat(days.get(0).day()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(days.get(0).journalDebitFen()).isEqualTo(1400);
        assertThat(days.get(0).lines())
                .containsExactly(
                        new ClearingLine("C1", "罗湖饭堂", "LUOHU", "MEAL", 2, 2000, 1000, 1000, 400, 0),
                        new ClearingLine("C1", "罗湖饭堂", "", "MEAL", 1, 900, 0, 900, 0, 0));
    }

    @Test
    void saysWhatIsMissingOrUnreadable() {
        assertThatThrownBy(() -> ClosedDay.parse("{\"days\":[{\"day\":\"2026-11-20\"}]}"))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("no state");
        assertThatThrownBy(() -> ClosedDay.parse("no such day")).isInstanceOf(StageException.class);
        assertThatThrownBy(() -> ClosedDay.parse("{}")).isInstanceOf(StageException.class);
    }
}
