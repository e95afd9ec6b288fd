package cn.suinian.core.holder.bulk.sheet;

import java.util.EnumMap;
import java.util.Map;

/**
 * A row of a file, cleaned. Personal data: never log it.
 *
 * @param rowNo as the spreadsheet numbers it
 * @param cells what was given, by column
 * @param problems what is wrong with cells that could not be read at all
 */
public record SheetRow(int rowNo, Map<BulkColumn, String> cells, Map<BulkColumn, RowProblem> problems) {
    private static final String BETWEEN = "\u001F";
    private static final String WITHIN = "\u001E";

    public SheetRow {
        cells = Map.copyOf(cells);
        problems = Map.copyOf(problems);
    }

    /** What stands in a column, without blanks around it; empty: nothing was given. */
    public String text(BulkColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** The row as one text, to be sealed; columns by name, since a row may wait for longer than a release lives. */
    public String packed() {
        StringBuilder packed = new StringBuilder();
        cells.forEach((column, text) ->
                packed.append(column.name()).append(WITHIN).append(text).append(BETWEEN));
        problems.forEach((column, problem) -> packed.append(column.name())
                .append(WITHIN)
                .append(WITHIN)
                .append(problem.name())
                .append(BETWEEN));
        return packed.toString();
    }

    /** A row that was packed. */
    public static SheetRow unpacked(int rowNo, String packed) {
        Map<BulkColumn, String> cells = new EnumMap<>(BulkColumn.class);
        Map<BulkColumn, RowProblem> problems = new EnumMap<>(BulkColumn.class);
        for (String part : packed.split(BETWEEN, 0)) {
            if (!part.isEmpty()) {
                int end = part.indexOf(WITHIN);
                BulkColumn column = BulkColumn.valueOf(part.substring(0, end));
                String text = part.substring(end + 1);
                if (text.startsWith(WITHIN)) {
                    problems.put(column, RowProblem.valueOf(text.substring(1)));
                } else {
                    cells.put(column, text);
                }
            }
        }
        return new SheetRow(rowNo, cells, problems);
    }

    /** A row of which nothing can be read. */
    static SheetRow unreadable(int rowNo) {
        return new SheetRow(rowNo, Map.of(), Map.of(BulkColumn.NAME, RowProblem.ROW_UNREADABLE));
    }

    @Override
    public String toString() {
        return "row " + rowNo;
    }
}
