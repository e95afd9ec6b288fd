package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.bulk.sheet.SheetRow;

/** A row that is waiting, opened. */
record StagedRow(long rowId, SheetRow row) {
    /** What the number of a file is multiplied with: more rows than a file can have. */
    static final long A_FILE = 1 << 20;

    static long rowId(long fileNo, int rowNo) {
        return fileNo * A_FILE + rowNo;
    }

    static int rowNo(long rowId) {
        return (int) (rowId % A_FILE);
    }
}
