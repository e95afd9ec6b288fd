package cn.suinian.settlement.reconciliation.export;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table one by one; numbers, money and days stay what they are where the file can hold them. */
interface Table {
    /** The row of names. */
    void names(List<String> names) throws IOException;

    /** A row: text, whole numbers, {@link Money}, days, times of Shenzhen, or an empty text for nothing. */
    void row(List<Object> cells) throws IOException;

    /** A page is full. */
    void flush() throws IOException;

    /** Nothing follows. */
    void end() throws IOException;
}
