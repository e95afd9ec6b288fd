package cn.suinian.settlement.reconciliation.breaks;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.reconciliation.Stand.AUDITOR;
import static cn.suinian.settlement.reconciliation.Stand.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.reconciliation.export.TableFormat;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is taken away of breaks and of rows that agree can be added up and read without the console. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class BreakTablesTest extends DayOfBreaks {
    private static final BreakFilter ALL = BreakFilter.parse("");
    private static final int DAY = 3;
    private static final int RISK = 8;
    private static final int TAP_DATE = 13;
    private static final int OPENED = 19;
    private static final int BY = 21;

    @TempDir
    Path folder;

    @Test
    void moneyOfAWorkbookIsNumbersAndItsDaysAreDays() throws Exception {
        byte[] xlsx = breaks(BreakFilter.OPEN, TableFormat.XLSX);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx), new ReadingOptions(true, false))) {
            Sheet sheet = book.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("差错");
            List<Row> rows = sheet.read();
            assertThat(rows).hasSize(5);
            assertThat(rows.stream().skip(1).map(row -> row.getCell(RISK).getType()))
                    .containsOnly(CellType.NUMBER);
            assertThat(rows.stream()
                            .skip(1)
                            .map(row -> row.getCellAsNumber(RISK).orElseThrow())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("11.90");
            Row first = rows.get(1);
            assertThat(first.getCell(RISK).getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(first.getCellAsDate(DAY).orElseThrow().toLocalDate()).isEqualTo(DAY_1);
            assertThat(first.getCellAsDate(TAP_DATE).orElseThrow().toLocalDate())
                    .isEqualTo(DAY_1);
            assertThat(first.getCell(OPENED).getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm");
        }
        assertThat(part(xlsx, "xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"", "topLeftCell=\"A2\"")
                .doesNotContain("<f>");
    }

    @Test
    void whoResolvedABreakWhyAndWhatWasAdjustedStandAtTheEnd() throws Exception {
        stand.desk.reject(CLERK, ActOn.of(one(BreakKind.MISSING_HERE), "=HYPERLINK(1)"));
        approve(one(BreakKind.AMOUNT_OVER), 50);
        approve(one(BreakKind.AMOUNT_UNDER), -40);
        String csv = new String(breaks(ALL, TableFormat.CSV), UTF_8);
        assertThat(csv).startsWith("\uFEFF差错号 break,").contains("我方无记录 Missing here");
        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith("版本 version,处理人 resolved by,处理原因 reason,已调账金额 adjusted");
        assertThat(csv.lines())
                .anyMatch(line -> line.endsWith(",clerk,'=HYPERLINK(1),"))
                .anyMatch(line -> line.endsWith(",clerk · chief,looked into,0.50"))
                .anyMatch(line -> line.endsWith(",clerk · chief,looked into,-0.40"))
                .anyMatch(line -> line.contains(" Expected,") && line.endsWith(",,,"));
        byte[] xlsx = breaks(ALL, TableFormat.XLSX);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getFirstSheet().read())
                    .anyMatch(row ->
                            "'=HYPERLINK(1)".equals(row.getCellAsString(BY + 1).orElse("")))
                    .anyMatch(row -> row.getCell(BY + 2).getType() == CellType.NUMBER
                            && row.getCellAsNumber(BY + 2).orElseThrow().doubleValue() == -0.40);
        }
        assertThat(part(xlsx, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void rowsThatAgreeAreWrittenInBothForms() throws Exception {
        take(row(2, 400));
        stand.run(METRO, DAY_1);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        assertThat(stand.export.writeMatched(AUDITOR, METRO, DAY_1, TableFormat.CSV.named("相符"), csv))
                .isEqualTo(1);
        assertThat(csv.toString(UTF_8))
                .contains("METRO-1,地铁一号线,2026-11-16,2026-11-16,2026-11-16,440300010001,2,2,4.00");
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        stand.export.writeMatched(AUDITOR, METRO, DAY_1, TableFormat.XLSX.named("相符"), xlsx);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            Row row = book.getFirstSheet().read().get(1);
            assertThat(row.getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("4.00");
            assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(DAY_1);
        }
    }

    private byte[] breaks(BreakFilter filter, TableFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(stand.export.writeBreaks(AUDITOR, filter, format.named("差错"), out))
                .isEqualTo(4);
        return out.toByteArray();
    }

    /** A part of the workbook as it stands in the file. */
    private String part(byte[] xlsx, String name) throws IOException {
        Path file = Files.write(folder.resolve("breaks.xlsx"), xlsx);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        }
    }
}
