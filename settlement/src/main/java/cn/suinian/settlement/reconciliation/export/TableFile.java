package cn.suinian.settlement.reconciliation.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that somebody takes away.
 *
 * @param sheet what the sheet of a workbook is called, in the language of whoever reads it
 */
public record TableFile(TableFormat format, String sheet) {
    Table to(OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvTable(out);
            case XLSX -> new XlsxTable(out, sheet);
        };
    }
}
