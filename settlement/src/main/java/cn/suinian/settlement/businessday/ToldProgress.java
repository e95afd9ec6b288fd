package cn.suinian.settlement.businessday;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the progress of a close where other processes see it, and passes it on. Telling is a courtesy: when the
 * database does not take it, the close goes on without.
 */
final class ToldProgress implements CloseListener, AutoCloseable {

    private final DataSource database;
    private final String by;
    private final CloseListener onward;
    private @Nullable Connection beside;
    private @Nullable LocalDate told;

    ToldProgress(DataSource database, String by, CloseListener onward) {
        this.database = database;
        this.by = by;
        this.onward = onward;
    }

    @Override
    public void reached(Progress progress) {
        try {
            tell(progress);
        } catch (SQLException untold) {
            told = null;
        }
        onward.reached(progress);
    }

    private void tell(Progress progress) throws SQLException {
        if (beside == null) {
            beside = database.getConnection();
        }
        if (progress.step() == CloseStep.CLEARED) {
            DayProgress.over(beside, progress.day());
            told = null;
            return;
        }
        List<CloseStep> steps = List.of(CloseStep.values());
        int done = steps.indexOf(progress.step());
        int of = steps.size() - 1;
        DayProgress.say(beside, progress.day(), progress.step().name(), done, of, progress.detail(), by);
        told = progress.day();
    }

    /** A close that was refused half-way is over too; one that was killed leaves what it said last. */
    @Override
    public void close() {
        if (beside == null) {
            return;
        }
        try (Connection last = beside) {
            if (told != null) {
                DayProgress.over(last, told);
            }
        } catch (SQLException gone) {
            told = null;
        }
    }
}
