package cn.suinian.settlement.reconciliation.export;

import cn.suinian.settlement.statement.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of as many sheets as it takes. */
final class XlsxTable implements Table {
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private final Workbook book;
    private List<String> names = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int at;

    XlsxTable(OutputStream stream) {
        this.book = new Workbook(stream, "Suinian", "1.0");
    }

    @Override
    public void names(List<String> given) throws IOException {
        names = given;
        begin();
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        Worksheet current = at > ROWS_OF_A_SHEET || sheet == null ? begin() : sheet;
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof Number number) {
                current.value(at, i, number);
            } else {
                current.value(at, i, SpreadsheetText.harmless(cell.toString()));
            }
        }
        at++;
    }

    @Override
    public void flush() throws IOException {
        if (sheet != null) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        book.finish();
    }

    private Worksheet begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        Worksheet begun = book.newWorksheet(Integer.toString(sheets));
        for (int i = 0; i < names.size(); i++) {
            begun.value(0, i, names.get(i));
        }
        at = 1;
        sheet = begun;
        return begun;
    }
}
