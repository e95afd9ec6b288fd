package cn.suinian.core.holder.bulk;

/** What became of a row. The names are kept in the database. */
enum RowOutcome {
    STAGED,
    FIT,
    WRONG,
    KNOWN,
    ALIKE,
    TWICE,
    REGISTERED,
    LEFT_OUT
}
