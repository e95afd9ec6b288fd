package cn.suinian.load.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.frame.TapKind;
import cn.suinian.load.reference.Payer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Byte for byte what docs/settlement-guide.md says of each format. */
class FormTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final StatedRow LUNCH = new StatedRow(
            new Sale.Key(DAY, "440303001001", 17, "3104870460100000009"),
            OffsetDateTime.parse("2026-11-25T04:05:06Z"),
            TapKind.MEAL,
            1_250,
            500,
            200,
            Payer.FUTIAN);

    @Test
    void ourCsvCountsFenAndSaysTheTimeWithItsOffset() {
        assertThat(Form.CSV_UTF_8.row(LUNCH))
                .isEqualTo("2026-11-25,2026-11-25T12:05:06+08:00,440303001001,17,3104870460100000009,"
                        + "MEAL,1250,500,200,FUTIAN\n");
        assertThat(Form.CSV_UTF_8.header("CANTEEN-1", DAY)).isEqualTo("""
                        H,CANTEEN-1,2026-11-25
                        tap_date,tap_time,terminal,seq,card,service,amount,subsidy,extra,payer
                        """);
        assertThat(Form.CSV_UTF_8.trailer(2, 2_500, 1_000)).isEqualTo("T,2,2500,1000\n");
    }

    @Test
    void aVendorThatWritesChineseCountsYuan() {
        assertThat(Form.CSV_GB18030.row(LUNCH))
                .isEqualTo("2026-11-25,2026-11-25 12:05:06,440303001001,17,3104870460100000009,"
                        + "MEAL,12.50,5.00,2.00,FUTIAN\n");
        assertThat(Form.CSV_GB18030.trailer(2, 2_500, 1_005)).isEqualTo("T,2,25.00,10.05\n");
        assertThat(Form.CSV_GB18030.bytes("补贴")).hasSize(4);
    }

    @Test
    void jsonLinesLeaveOutWhatNobodyPays() {
        assertThat(Form.JSON_LINES.row(LUNCH))
                .isEqualTo("{\"tap_date\":\"2026-11-25\",\"tap_time\":\"2026-11-25T12:05:06+08:00\","
                        + "\"terminal\":\"440303001001\",\"seq\":17,\"card\":\"3104870460100000009\","
                        + "\"service\":\"MEAL\",\"amount\":1250,\"subsidy\":500,\"extra\":200,\"payer\":\"FUTIAN\"}\n");
        StatedRow paidByNobody = new StatedRow(LUNCH.key(), LUNCH.tappedAt(), TapKind.MEAL, 1_250, 0, 0, null);
        assertThat(Form.JSON_LINES.row(paidByNobody)).doesNotContain("payer");
    }

    @Test
    void theClearingRecordHasItsFieldsInTheirPlaces() {
        String record = Form.CLEARING_RECORD.row(LUNCH);
        assertThat(record)
                .isEqualTo("D310487046010000000944030300100100000000172026112512050602000012500000050020261125\n");
        assertThat(record.strip()).hasSize(82);
        assertThat(Form.CLEARING_RECORD.header("METRO-1", DAY)).hasSize(1 + 32 + 8 + 1);
        assertThat(Form.CLEARING_RECORD.trailer(2, 2_500, 1_000).strip()).hasSize(1 + 10 + 14 + 14);
        assertThat(LUNCH.wantedFen(Form.CLEARING_RECORD)).isEqualTo(500);
        assertThat(LUNCH.wantedFen(Form.JSON_LINES)).isEqualTo(700);
    }
}
