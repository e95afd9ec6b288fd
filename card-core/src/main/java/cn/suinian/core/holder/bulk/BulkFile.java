package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.bulk.sheet.SheetFormat;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of people.
 *
 * @param name what it was called; may be anything
 * @param ignored heads of columns that were not read, one after the other
 * @param rows with anything in them
 * @param district whose people may be registered from it; null: the whole city's
 * @param startedAs who let the registration begin; null: nobody yet
 * @param passed rows of the check or of the run that are done
 * @param starterGone whether it was stopped because whoever let it begin may not register any more
 */
public record BulkFile(
        long fileNo,
        String name,
        String ignored,
        SheetFormat format,
        int bytes,
        int rows,
        @Nullable District district,
        String receivedAs,
        Instant receivedAt,
        @Nullable String startedAs,
        BulkState state,
        Instant stateSince,
        int passed,
        @Nullable Instant passBeganAt,
        @Nullable Instant chunkAt,
        boolean starterGone,
        boolean purged,
        Tally tally) {

    /** Rows of the check or of the run: the run has only those that were fit. */
    public int toPass() {
        return switch (state) {
            case CHECKING, CHECKED -> rows;
            case RUNNING, DONE, CANCELLED, STOPPED -> startedAs == null ? rows : passed + tally.fit();
        };
    }

    /** Rows a second since the check or the run began; 0: nothing is known yet. */
    public long perSecond() {
        if (passBeganAt == null || chunkAt == null) {
            return 0;
        }
        long millis = Duration.between(passBeganAt, chunkAt).toMillis();
        return millis <= 0 ? 0 : passed * 1000L / millis;
    }

    @Override
    public String toString() {
        return "file " + fileNo + ", " + state;
    }
}
