package cn.suinian.settlement.reconciliation.export;

import java.io.IOException;
import java.io.OutputStream;

/** Which kind of file a table becomes. */
public enum TableFormat {
    /** Comma-separated, UTF-8. */
    CSV("text/csv; charset=utf-8", "csv"),
    /** A workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What its file's name ends with, without the dot. */
    public String extension() {
        return extension;
    }

    Table to(OutputStream out) throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(out);
            case XLSX -> new XlsxTable(out);
        };
    }
}
