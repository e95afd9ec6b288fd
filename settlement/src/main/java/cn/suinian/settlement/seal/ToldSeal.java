package cn.suinian.settlement.seal;

import cn.suinian.settlement.businessday.DayProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Says how far a seal is where other processes see it. Telling is a courtesy: the seal goes on without. */
final class ToldSeal implements SealListener, AutoCloseable {
    private static final long ROWS_APART = 16L * Chunk.ROWS;

    private final DataSource database;
    private final LocalDate day;
    private final String by;
    private @Nullable Connection beside;
    private boolean silent;
    private @Nullable Section section;
    private long nextAt;

    ToldSeal(DataSource database, LocalDate day, String by) {
        this.database = database;
        this.day = day;
        this.by = by;
    }

    @Override
    public void hashed(Section hashed, long rows) {
        if (silent || (hashed == section && rows < nextAt)) {
            return;
        }
        section = hashed;
        nextAt = rows + ROWS_APART;
        try {
            if (beside == null) {
                beside = database.getConnection();
            }
            DayProgress.say(beside, day, "SEAL_" + hashed, rows, 0, rows + " rows hashed", by);
        } catch (SQLException untold) {
            silent = true;
        }
    }

    @Override
    public void close() throws SQLException {
        if (beside == null) {
            return;
        }
        try (Connection last = beside) {
            DayProgress.over(last, day);
        } catch (SQLException gone) {
            silent = true;
        }
    }
}
