package cn.suinian.settlement.statement.format;

/** Which form the lines of a statement have; the names are stored. */
public enum StatementFormat {
    /** {@code H,VENDOR,DAY}, a line of column names, rows, {@code T,rows,amount,subsidy}. */
    CSV,
    /** An object a line; header and trailer have a member {@code record}. */
    JSON_LINES,
    /** Records of fixed places that begin with H, D or T: the transit clearing record. */
    FIXED
}
