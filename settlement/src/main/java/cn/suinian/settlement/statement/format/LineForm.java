package cn.suinian.settlement.statement.format;

import cn.suinian.settlement.statement.format.StatementLine.Header;
import java.io.IOException;
import java.util.Optional;

/** How header, rows and trailer look in one format. */
interface LineForm {
    /** The form of a mapping. */
    static LineForm of(StatementMapping mapping) {
        return switch (mapping.format()) {
            case CSV -> new CsvForm(mapping);
            case JSON_LINES -> new JsonForm(mapping);
            case FIXED -> new FixedForm(mapping);
        };
    }

    /** The first line as a header; empty: it is none. */
    Optional<Header> header(String line);

    /** Reads what stands between header and rows. */
    void columns(BoundedLines lines) throws IOException;

    /** A row, a fault or the trailer. */
    StatementLine line(int lineNo, String line, RowReading rows);
}
