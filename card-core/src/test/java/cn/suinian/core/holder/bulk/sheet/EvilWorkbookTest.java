package cn.suinian.core.holder.bulk.sheet;

import static cn.suinian.core.holder.bulk.sheet.PeopleSheetTest.refusal;
import static cn.suinian.core.holder.bulk.sheet.PeopleSheetTest.rows;
import static cn.suinian.core.holder.bulk.sheet.Workbooks.cell;
import static cn.suinian.core.holder.bulk.sheet.Workbooks.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks that were made to hurt; each is small, and refused before it grows. */
class EvilWorkbookTest {
    private static final String OVERBLOWN = "FILE_OVERBLOWN at file";
    private static final String HEADS =
            "<row r=\"1\">" + cell("A1", "姓名") + cell("B1", "证件号码") + cell("C1", "同意书版本") + "</row>";
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    @Test
    void anHonestOneIsRead() {
        assertThat(rows(Workbooks.withRows(HEADS + "<row r=\"2\">" + cell("A2", "测试甲") + "</row>")))
                .hasSize(1);
    }

    @Test
    void oneThatUnpacksToGigabytesIsRefused() {
        byte[] bomb = Workbooks.withSheet(out -> {
            write(out, SHEET);
            byte[] blank = " <x/>".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 3_000; i++) {
                out.write(blank);
            }
        });
        assertThat(bomb).hasSizeLessThan(4 << 20);
        assertThat(refusal(bomb)).isEqualTo(OVERBLOWN);
    }

    @Test
    void oneTextOfHundredsOfMegabytesIsRefused() {
        byte[] bomb = Workbooks.withSheet(out -> {
            write(out, SHEET + HEADS + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>");
            byte[] text = "A".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                out.write(text);
            }
        });
        assertThat(refusal(bomb)).isEqualTo(OVERBLOWN);
    }

    @Test
    void aTextInManyPiecesAndAnEndlessAttributeAreRefused() {
        assertThat(refusal(Workbooks.withRows(
                        HEADS + "<row r=\"2\">" + cell("A2", "<![CDATA[<<<<<<<<<<]]>".repeat(4_000)) + "</row>")))
                .isEqualTo(OVERBLOWN);
        assertThat(refusal(Workbooks.withRows(HEADS + "<row r=\"2\" spans=\"" + "1".repeat(200_000) + "\"/>")))
                .isEqualTo(OVERBLOWN);
    }

    @Test
    void cellsAtAddressesThatNoSheetHasAreRefused() {
        for (String address : new String[] {"ZZZZZZ2", "&#90;ZZZZZZ2", "A99999999999", "2", "a2", "-1"}) {
            assertThat(refusal(Workbooks.withRows(HEADS + "<row r=\"2\">" + cell(address, "x") + "</row>")))
                    .as(address)
                    .isEqualTo(OVERBLOWN);
        }
        assertThat(refusal(Workbooks.withRows(HEADS + "<row r=\"99999999\">" + cell("A2", "x") + "</row>")))
                .isEqualTo(OVERBLOWN);
    }

    @Test
    void aRowOfMillionsOfCellsIsRefused() {
        byte[] bomb = Workbooks.withSheet(out -> {
            write(out, SHEET + HEADS + "<row r=\"2\">");
            byte[] cells = "<c/>".repeat(50_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(cells);
            }
            write(out, "</row></sheetData></worksheet>");
        });
        assertThat(bomb).hasSizeLessThan(100 << 10);
        assertThat(refusal(bomb)).isEqualTo(OVERBLOWN);
    }

    @Test
    void theBoundOfARowIsNotUndoneByAnotherInsideItAndCountsForEachRowAlone() {
        String cells = "<c/>".repeat(300);
        assertThat(refusal(
                        Workbooks.withRows(HEADS + "<row r=\"2\">" + cells + "<row r=\"3\">" + cells + "</row></row>")))
                .isEqualTo(OVERBLOWN);
        String wide = cell("A2", "测试甲") + "<c/>".repeat(400);
        assertThat(rows(Workbooks.withRows(
                        HEADS + "<row r=\"2\">" + wide + "</row><row r=\"3\">" + wide.replace("A2", "A3") + "</row>")))
                .hasSize(2);
    }

    @Test
    void entitiesAreNotOpened() {
        byte[] laughs = Workbooks.withSheet(out -> write(
                out,
                "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>" + SHEET + HEADS + "<row r=\"2\">"
                        + cell("A2", "&b;") + "</row></sheetData></worksheet>"));
        assertThat(refusal(laughs)).isIn(OVERBLOWN, "FILE_BROKEN at file");
    }

    @Test
    void formulasThatCostMoreThanTheyAreWorthAreRefused() {
        assertThat(refusal(Workbooks.withRows(
                        HEADS + "<row r=\"2\"><c r=\"A2\"><f>" + "A1+".repeat(500) + "1</f><v>1</v></c></row>")))
                .isEqualTo(OVERBLOWN);
        StringBuilder arrays = new StringBuilder(HEADS);
        for (int i = 2; i < 200; i++) {
            arrays.append(
                    "<row r=\"" + i + "\"><c r=\"A" + i + "\"><f t=\"array\" ref=\"A1:A9\">1</f><v>1</v></c></row>");
        }
        assertThat(refusal(Workbooks.withRows(arrays.toString()))).isEqualTo(OVERBLOWN);
    }

    @Test
    void thousandsOfPartsAreRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        assertThat(refusal(out.toByteArray())).isEqualTo(OVERBLOWN);
    }

    @Test
    void whateverIsBrokenIsRefusedAndNeverAnError() {
        byte[] good = Workbooks.withRows(HEADS + "<row r=\"2\">" + cell("A2", "测试甲") + "</row>");
        Random random = new Random(20261123);
        for (int round = 0; round < 400; round++) {
            byte[] broken = good.clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
            }
            byte[] cut = java.util.Arrays.copyOf(
                    broken, random.nextBoolean() ? broken.length : random.nextInt(5, broken.length));
            try {
                rows(cut);
            } catch (cn.suinian.core.refusal.RefusedException refused) {
                assertThat(refused.field()).isEqualTo("file");
            }
        }
    }
}
