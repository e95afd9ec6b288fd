package cn.suinian.settlement.seal;

/**
 * A chunk of a section as it was sealed.
 *
 * @param no from 0
 * @param rows 1 to 4,096; only the last has fewer
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it
record Chunk(int no, int rows, RowKey firstKey, byte[] root) {
    /** 2 to this rows are in a chunk. */
    static final int LEVEL = 12;

    static final int ROWS = 1 << LEVEL;
}
