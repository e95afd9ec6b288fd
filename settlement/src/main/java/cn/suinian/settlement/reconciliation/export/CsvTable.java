package cn.suinian.settlement.reconciliation.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.money.Fen;
import cn.suinian.settlement.statement.SpreadsheetText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV in UTF-8 with its mark, so that spreadsheets read it as such. */
final class CsvTable implements Table {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Writer out;
    private final CSVPrinter printer;

    CsvTable(OutputStream stream) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, UTF_8));
        out.write('\uFEFF');
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    }

    @Override
    public void names(List<String> names) throws IOException {
        printer.printRecord(names);
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(written(cell));
        }
        printer.println();
    }

    private static Object written(Object cell) {
        if (cell instanceof Money money) {
            return Fen.yuan(money.fen());
        }
        if (cell instanceof LocalDateTime at) {
            return TIME.format(at);
        }
        return cell instanceof String text ? SpreadsheetText.harmless(text) : cell;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
