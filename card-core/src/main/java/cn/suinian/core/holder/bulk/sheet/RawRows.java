package cn.suinian.core.holder.bulk.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; no more than a few are in memory. */
interface RawRows extends AutoCloseable {
    SheetFormat format();

    /** Whether days are counted from 1904. */
    boolean from1904();

    /** The next row; null at the end. */
    @Nullable
    RawRow next() throws IOException;

    @Override
    void close() throws IOException;
}
