package cn.suinian.settlement.reconciliation.export;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table one by one; numbers stay numbers. */
interface Table {
    /** The row of names. */
    void names(List<String> names) throws IOException;

    /** A row: text, whole numbers, or an empty text for nothing. */
    void row(List<Object> cells) throws IOException;

    /** A page is full. */
    void flush() throws IOException;

    /** Nothing follows. */
    void end() throws IOException;
}
