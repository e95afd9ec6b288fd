package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.holder.bulk.sheet.RawRow.RawCell;
import cn.suinian.core.refusal.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of a workbook. */
final class XlsxRows implements RawRows {
    private static final int MOST_COLUMNS = 256;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private XlsxRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    /**
     * Opens a workbook that was looked through.
     *
     * @throws RefusedException when it must not be read, or cannot be
     */
    static XlsxRows open(byte[] content) {
        try {
            XlsxGuard.check(content);
            return new XlsxRows(new ReadableWorkbook(new ByteArrayInputStream(content)));
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) { // the reader throws what it likes
            throw new RefusedException(SheetRefusal.FILE_BROKEN, "file");
        }
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.XLSX;
    }

    @Override
    public boolean from1904() {
        return workbook.isDate1904();
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        try {
            return rows.hasNext() ? raw(rows.next()) : null;
        } catch (RuntimeException broken) { // the reader throws what it likes
            throw new IOException("the sheet breaks off", broken);
        }
    }

    private static RawRow raw(Row row) {
        List<RawCell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? RawCell.EMPTY : raw(cell));
        }
        return new RawRow(row.getRowNum(), cells);
    }

    private static RawCell raw(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return new RawCell(plain(number), number);
        }
        return value == null ? RawCell.EMPTY : RawCell.of(value.toString());
    }

    /** A number as somebody would have typed it; one with a thousand zeros is not written out. */
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > 40
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
