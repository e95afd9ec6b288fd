package cn.suinian.settlement.statement.format;

/** What amounts of a statement count. */
public enum AmountUnit {
    /** Whole fen. */
    FEN,
    /** Yuan with up to two decimals. */
    YUAN;

    private static final int LONGEST = 15;

    /** As fen; -1: it cannot be read; -2: it is below zero. */
    long fen(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return -1;
        }
        boolean negative = text.charAt(0) == '-';
        String digits = negative ? text.substring(1) : text;
        int point = this == YUAN ? digits.indexOf('.') : -1;
        String whole = point < 0 ? digits : digits.substring(0, point);
        String rest = point < 0 ? "" : digits.substring(point + 1);
        if (whole.isEmpty() || rest.length() > 2 || (point >= 0 && rest.isEmpty())) {
            return -1;
        }
        String all = this == FEN ? whole : whole + (rest + "00").substring(0, 2);
        if (!all.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        long fen = Long.parseLong(all);
        return negative && fen > 0 ? -2 : fen;
    }
}
