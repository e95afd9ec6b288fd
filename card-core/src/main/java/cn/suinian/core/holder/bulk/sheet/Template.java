package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.holder.person.ConsentVersions;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook to fill in: heads in both languages over cells that are text, and what may stand in them. */
public final class Template {
    private static final int ROWS = 2_000;
    private static final String TEXT = "@";

    private Template() {}

    /** Writes it as XLSX; the output is not closed. */
    public static void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Suinian", "1.0")) {
            people(workbook.newWorksheet("持卡人 holders"));
            words(workbook.newWorksheet("填写说明 help"));
        }
    }

    private static void people(Worksheet sheet) {
        int at = 0;
        for (BulkColumn column : BulkColumn.values()) {
            sheet.value(0, at, column.zh() + " " + column.en());
            sheet.style(0, at).bold().wrapText(true).set();
            sheet.width(at, column == BulkColumn.DOCUMENT_NUMBER || column == BulkColumn.BANK_ACCOUNT ? 26 : 18);
            at++;
        }
        // Else a spreadsheet takes a document for a number and drops its last digits.
        sheet.range(1, 0, ROWS, at - 1).style().format(TEXT).set();
        sheet.freezePane(0, 1);
    }

    private static void words(Worksheet sheet) {
        sheet.width(0, 34);
        sheet.width(1, 90);
        int row = 0;
        for (BulkColumn column : BulkColumn.values()) {
            sheet.value(row, 0, column.zh() + " " + column.en());
            sheet.value(row, 1, hint(column));
            row++;
        }
    }

    private static String hint(BulkColumn column) {
        return switch (column) {
            case NAME -> "必填，与证件一致。 Required, as on the document.";
            case DOCUMENT_KIND ->
                "居民身份证 / 港澳台居民居住证 / 回乡证 / 台胞证。 resident card / residence permit / home-return permit / "
                        + "Taiwan pass.";
            case DOCUMENT_NUMBER -> "必填，单元格须为文本格式。 Required; keep the cell a text.";
            case SEX, BORN_ON, BIRTH_EVIDENCE ->
                "只有回乡证和台胞证须填；日期如 1949-12-31。 For home-return permit and Taiwan pass only; " + "1949-12-31.";
            case PHONE, BANK_ACCOUNT -> "选填。 Optional.";
            case DISTRICT -> "区名，例如福田；不填即为经办人所在区。 As Futian; blank: the clerk's own district.";
            case HUKOU, HUKOU_SINCE, HUKOU_EVIDENCE ->
                "有深圳户籍才填；填了户籍区就须写依据，例如户口簿。 With a Shenzhen hukou only; then say how " + "it is known.";
            case CATEGORY ->
                "特困人员 / 低保 / 低保边缘 / 三属五老 / 计划生育特殊家庭 / 失能。 special hardship / low income / low income margin / "
                        + "veteran or martyr kin / bereaved one child / moderately disabled.";
            case CATEGORY_FROM, CATEGORY_UNTIL, CATEGORY_EVIDENCE ->
                "填了人群类别就须写起始日期和依据。 With a category: from when, and how it is " + "known.";
            case GRADE -> "只有失能须填：中度 / 重度 / 完全。 For disability only: moderate / severe / full.";
            case CONSENT ->
                "必填，本人签署的同意书版本；现行版本为 " + ConsentVersions.CURRENT
                        + "。 Required: version of the consent that was signed; " + "the one in force is "
                        + ConsentVersions.CURRENT + ".";
        };
    }
}
