package cn.suinian.settlement.statement.format;

import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a statement line by line. The first line is its header; what cannot be a statement at all is refused there. */
public final class StatementReader {
    /** Most characters of a field. */
    public static final int LONGEST_FIELD = 60;

    private final BoundedLines lines;
    private final LineForm form;
    private final RowReading rows;
    private final Header header;
    private boolean ended;

    /**
     * Reads up to the first row.
     *
     * @throws NotAStatementException when there is no header, or not the columns that the mapping names
     */
    public StatementReader(InputStream in, StatementMapping mapping) throws IOException {
        this.lines = new BoundedLines(new InputStreamReader(in, mapping.charset()));
        this.form = LineForm.of(mapping);
        String first = lines.next();
        if (first == null) {
            throw NotAStatementException.empty();
        }
        this.header = form.header(first).orElseThrow(() -> NotAStatementException.header(mapping, first));
        form.columns(lines);
        this.rows = new RowReading(mapping, header.day());
    }

    /** What the statement is. */
    public Header header() {
        return header;
    }

    /** The next row, fault or trailer; null at the end. Empty lines are skipped. */
    public @Nullable StatementLine next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank() && !lines.cutOff()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        int number = lines.number();
        if (ended) {
            return new Fault(number, "", RowProblem.AFTER_TRAILER, "");
        }
        if (lines.cutOff()) {
            return new Fault(number, "", RowProblem.LINE_TOO_LONG, RowReading.shown(line));
        }
        StatementLine read = form.line(number, line, rows);
        ended = read instanceof Trailer;
        return read;
    }
}
