package cn.suinian.settlement.allowance;

/** A field of a file of ours: quoted where it must be, and never a formula to whoever opens it in a workbook. */
final class Csv {

    private Csv() {}

    static String field(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
