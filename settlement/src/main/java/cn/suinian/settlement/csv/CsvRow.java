package cn.suinian.settlement.csv;

import cn.suinian.core.money.Fen;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row, with its line end. */
public final class CsvRow {

    /** By which spreadsheets know UTF-8; the first thing in a file. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** An amount, written as yuan with two decimals. */
    public record Yuan(long fen) {
        @Override
        public String toString() {
            return Fen.yuan(fen);
        }
    }

    private CsvRow() {}

    /** Of these cells; null is an empty one. */
    public static String of(@Nullable Object... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean counted = value instanceof Number || value instanceof Yuan;
        if (!counted && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
