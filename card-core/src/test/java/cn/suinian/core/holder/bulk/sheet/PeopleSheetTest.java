package cn.suinian.core.holder.bulk.sheet;

import static cn.suinian.core.holder.bulk.sheet.BulkColumn.BANK_ACCOUNT;
import static cn.suinian.core.holder.bulk.sheet.BulkColumn.BORN_ON;
import static cn.suinian.core.holder.bulk.sheet.BulkColumn.CONSENT;
import static cn.suinian.core.holder.bulk.sheet.BulkColumn.DOCUMENT_KIND;
import static cn.suinian.core.holder.bulk.sheet.BulkColumn.DOCUMENT_NUMBER;
import static cn.suinian.core.holder.bulk.sheet.BulkColumn.NAME;
import static cn.suinian.core.holder.bulk.sheet.BulkColumn.PHONE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.core.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class PeopleSheetTest {
    private static final String HEADS = "姓名,证件类型,证件号码,联系电话,同意书版本\n";
    private static final String ROW = "测试甲,居民身份证,440000194001010019,13800000000,2026-01\n";

    @Test
    void readsUtf8WithAndWithoutItsMarkAndGb18030() throws Exception {
        String text = HEADS + ROW.replace("测试甲", "测试㐂");
        for (byte[] content : List.of(
                text.getBytes(UTF_8), ("\uFEFF" + text).getBytes(UTF_8), text.getBytes(Charset.forName("GB18030")))) {
            try (PeopleSheet sheet = PeopleSheet.open(content)) {
                SheetRow row = sheet.next();
                assertThat(row.text(NAME)).isEqualTo("测试㐂");
                assertThat(row.rowNo()).isEqualTo(2);
                assertThat(sheet.next()).isNull();
            }
        }
        assertThat(PeopleSheet.open(text.getBytes(Charset.forName("GB18030"))).format())
                .isEqualTo(SheetFormat.CSV_GB18030);
    }

    @Test
    void knowsHeadsInBothLanguagesAndSaysWhichItDoesNotRead() throws Exception {
        String text = "Name;Document Number;CONSENT version;Remarks;联系电话 phone\n测试甲;440000194001010019;1;x;138\n";
        try (PeopleSheet sheet = PeopleSheet.open(text.getBytes(UTF_8))) {
            assertThat(sheet.ignored()).containsExactly("Remarks");
            assertThat(sheet.next().text(PHONE)).isEqualTo("138");
        }
        String idCard = "社区老人名单\n姓名,身份证号码,同意书版本\n测试甲,440000194001010019,1\n";
        try (PeopleSheet sheet = PeopleSheet.open(idCard.getBytes(UTF_8))) {
            SheetRow row = sheet.next();
            assertThat(row.text(DOCUMENT_KIND)).isEqualTo("居民身份证");
            assertThat(row.rowNo()).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatIsNoListOfPeople() {
        assertThat(refusal(new byte[0])).isEqualTo("FILE_EMPTY at file");
        assertThat(refusal("姓名,电话\n测试,1\n".getBytes(UTF_8))).isEqualTo("HEADER_MISSING at file");
        assertThat(refusal((HEADS.strip() + ",手机\n" + ROW).getBytes(UTF_8))).isEqualTo("HEADER_TWICE at file");
        assertThat(refusal((HEADS + "\n , ,\n").getBytes(UTF_8))).isEqualTo("ROWS_NONE at file");
        assertThat(refusal((HEADS + ROW).getBytes(UTF_16LE))).isEqualTo("FILE_TYPE at file");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}))
                .isEqualTo("FILE_OLD_OR_LOCKED at file");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("FILE_BROKEN at file");
        assertThat(refusal("%PDF-1.7\n%\u00e2\u00e3".getBytes(Charset.forName("ISO-8859-1"))))
                .isIn("FILE_TYPE at file", "HEADER_MISSING at file");
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        assertThat(refusal(noise)).isEqualTo("FILE_TYPE at file");
    }

    @Test
    void aRowMoreThanAllowedIsTooMany() {
        String most = HEADS + ROW.repeat(PeopleSheet.MOST_ROWS);
        assertThat(rows(most.getBytes(UTF_8))).hasSize(PeopleSheet.MOST_ROWS);
        assertThat(refusal((most + ROW).getBytes(UTF_8))).isEqualTo("ROWS_TOO_MANY at file");
    }

    @Test
    void oneQuoteOutOfPlaceSpoilsItsOwnRow() {
        String text = HEADS + "\"测试乙,居民身份证,x,y,z\n" + ROW.repeat(20) + "测试\"丙,a,b,c,d\n" + ROW;
        List<SheetRow> rows = rows(text.getBytes(UTF_8));
        assertThat(rows).hasSize(23);
        assertThat(rows.get(0).problems()).containsValue(RowProblem.ROW_UNREADABLE);
        assertThat(rows.get(21).rowNo()).isEqualTo(23);
        assertThat(rows.subList(1, 21))
                .allSatisfy(row -> assertThat(row.text(NAME)).isEqualTo("测试甲"));
        assertThat(rows.get(22).text(NAME)).isEqualTo("测试甲");
    }

    @Test
    void aCellMayHoldALineBreakAndAQuote() {
        String text = "姓名,备注,证件号码,同意书版本\n测试甲,\"一,\n\"\"二\"\"\",440000194001010019,1\n测试乙,,x,1\n";
        List<SheetRow> rows = rows(text.getBytes(UTF_8));
        assertThat(rows).extracting(row -> row.text(DOCUMENT_NUMBER)).containsExactly("440000194001010019", "x");
        assertThat(rows).extracting(SheetRow::rowNo).containsExactly(2, 3);
    }

    @Test
    void aLineWithoutEndAndACellWithoutEndAreBounded() {
        String long1 = "x".repeat(600);
        List<SheetRow> rows = rows((HEADS + long1 + ",a,b,c,d\n" + "y".repeat(3_000_000) + "\n" + ROW).getBytes(UTF_8));
        assertThat(rows.get(0).problems()).containsEntry(NAME, RowProblem.CELL_TOO_LONG);
        assertThat(rows.get(1).problems()).containsValue(RowProblem.ROW_UNREADABLE);
        assertThat(rows.get(2).text(NAME)).isEqualTo("测试甲");
    }

    @Test
    void seesThatASpreadsheetLostDigits() {
        List<SheetRow> rows = rows(Workbooks.of(List.of(
                List.of("姓名", "证件号码", "银行账号", "联系电话", "出生日期", "同意书版本"),
                List.of("测试甲", 440000194001010019L, 6222021234567890123L, 13800000000L, 14611, "2026-01"),
                List.of(
                        "测试乙",
                        "440000194001010019",
                        "'6222021234567890123",
                        "=" + "\"13800000000\"",
                        19400101,
                        2026))));
        SheetRow lost = rows.get(0);
        assertThat(lost.problems())
                .containsOnlyKeys(DOCUMENT_NUMBER, BANK_ACCOUNT)
                .containsEntry(DOCUMENT_NUMBER, RowProblem.DIGITS_LOST);
        assertThat(lost.text(PHONE)).isEqualTo("13800000000");
        assertThat(lost.text(BORN_ON)).isEqualTo("1940-01-01");
        SheetRow kept = rows.get(1);
        assertThat(kept.problems()).isEmpty();
        assertThat(kept.text(BANK_ACCOUNT)).isEqualTo("6222021234567890123");
        assertThat(kept.text(PHONE)).isEqualTo("13800000000");
        assertThat(kept.text(BORN_ON)).isEqualTo("19400101");
        assertThat(kept.text(CONSENT)).isEqualTo("2026");
        assertThat(rows((HEADS + "测试,居民身份证,4.4E+17,1,1\n").getBytes(UTF_8))
                        .get(0)
                        .problems())
                .containsEntry(DOCUMENT_NUMBER, RowProblem.DIGITS_LOST);
        assertThat(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), LocalDate.of(1940, 1, 1)))
                .isEqualTo(14611);
    }

    @Test
    void readsFormulasByTheirValueAndOnlyTheFirstSheet() {
        byte[] content = Workbooks.withRows("<row r=\"1\">" + Workbooks.cell("A1", "姓名")
                + Workbooks.cell("B1", "证件号码") + Workbooks.cell("C1", "同意书版本") + "</row><row r=\"3\">"
                + Workbooks.cell("A3", "测试甲")
                + "<c r=\"B3\" t=\"str\"><f>CONCATENATE(\"a\",\"b\")</f><v>440000194001010019</v></c>"
                + "<c r=\"C3\"><v>1</v></c></row>");
        assertThat(rows(content)).singleElement().satisfies(row -> {
            assertThat(row.rowNo()).isEqualTo(3);
            assertThat(row.text(DOCUMENT_NUMBER)).isEqualTo("440000194001010019");
            assertThat(row.text(CONSENT)).isEqualTo("1");
        });
    }

    @Test
    void theTemplateIsAListOfNobody() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(out);
        assertThat(refusal(out.toByteArray())).isEqualTo("ROWS_NONE at file");
        try (PeopleSheet sheet = PeopleSheet.open(out.toByteArray())) {
            assertThat(sheet.ignored()).isEmpty();
        }
    }

    @Test
    void theTemplateNamesTheConsentThatIsSignedNow() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(out);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row last = workbook.getSheet(1).orElseThrow().read().get(BulkColumn.values().length - 1);
            assertThat(last.getCellText(1)).contains(ConsentVersions.CURRENT).doesNotContain("2026-01");
        }
    }

    @Test
    void aPackedRowComesBackAsItWas() {
        SheetRow row = new SheetRow(
                7,
                java.util.Map.of(NAME, "测试=甲", PHONE, ""),
                java.util.Map.of(DOCUMENT_NUMBER, RowProblem.DIGITS_LOST));
        assertThat(SheetRow.unpacked(7, row.packed())).isEqualTo(row);
    }

    static String refusal(byte[] content) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> rows(content));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.getMessage();
    }

    static List<SheetRow> rows(byte[] content) {
        List<SheetRow> rows = new ArrayList<>();
        try (PeopleSheet sheet = PeopleSheet.open(content)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return rows;
    }
}
