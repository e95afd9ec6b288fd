package cn.suinian.core.holder.bulk.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the file has it.
 *
 * @param rowNo from 1
 * @param cells null: the row could not be divided
 */
record RawRow(int rowNo, @Nullable List<RawCell> cells) {

    /**
     * A cell.
     *
     * @param number what a spreadsheet holds as a number; null: a text
     */
    record RawCell(String text, @Nullable BigDecimal number) {
        static final RawCell EMPTY = new RawCell("", null);

        static RawCell of(String text) {
            return new RawCell(text, null);
        }

        @Override
        public String toString() {
            return "a cell";
        }
    }

    @Override
    public String toString() {
        return "row " + rowNo;
    }
}
