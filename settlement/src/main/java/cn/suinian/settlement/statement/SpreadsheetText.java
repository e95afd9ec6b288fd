package cn.suinian.settlement.statement;

/** What others wrote, for a cell of a spreadsheet (OWASP, "CSV Injection"). */
public final class SpreadsheetText {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The text with an apostrophe in front where a spreadsheet would take it for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
