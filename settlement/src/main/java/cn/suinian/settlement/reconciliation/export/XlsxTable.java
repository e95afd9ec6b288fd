package cn.suinian.settlement.reconciliation.export;

import cn.suinian.settlement.statement.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of as many sheets as it takes. */
final class XlsxTable implements Table {
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private final Workbook book;
    private final String called;
    private List<String> names = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int at;

    XlsxTable(OutputStream stream, String called) {
        this.called = called;
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
            write(current, i, cells.get(i));
        }
        at++;
    }

    private void write(Worksheet current, int column, Object cell) {
        if (cell instanceof Number number) {
            current.value(at, column, number);
        } else if (cell instanceof Money money) {
            current.value(at, column, BigDecimal.valueOf(money.fen(), 2));
            current.style(at, column).format("#,##0.00").set();
        } else if (cell instanceof LocalDate day) {
            current.value(at, column, day);
            current.style(at, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof LocalDateTime time) {
            current.value(at, column, time);
            current.style(at, column).format("yyyy-mm-dd hh:mm").set();
        } else {
            current.value(at, column, SpreadsheetText.harmless(cell.toString()));
        }
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
        Worksheet begun = book.newWorksheet(sheets == 1 ? called : called + " " + sheets);
        begun.freezePane(0, 1);
        for (int i = 0; i < names.size(); i++) {
            begun.value(0, i, names.get(i));
        }
        at = 1;
        sheet = begun;
        return begun;
    }
}
