package cn.suinian.core.verification;

import java.time.Duration;
import java.util.List;

/**
 * What a check found.
 *
 * @param rows how many rows its query returned
 * @param examples the first of them as text, or why the check could not be made
 * @param took how long the query ran
 */
public record Finding(Check check, State state, long rows, List<String> examples, Duration took) {

    /** How the check ended. */
    public enum State {
        /** No row. */
        HOLDS,
        /** Rows of a check that only gives notice. */
        NOTICED,
        /** Rows that speak against the database. */
        BROKEN,
        /** A table it speaks of does not exist in this database. */
        SKIPPED,
        /** The query failed. */
        FAILED
    }

    /** Whether the database can be called sound as far as this check goes. */
    public boolean isGood() {
        return switch (state) {
            case HOLDS, NOTICED, SKIPPED -> true;
            case BROKEN, FAILED -> false;
        };
    }
}
