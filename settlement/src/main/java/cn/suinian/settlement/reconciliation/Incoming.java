package cn.suinian.settlement.reconciliation;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.settlement.statement.Statement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A statement on its way in, or a day that is compared again, as far as it is.
 *
 * @param takes whether a statement is taken in, and not only a day compared
 * @param percent how much of the file is read
 * @param statement once it is taken in; null: not yet, or only a comparison
 * @param before whether it had been taken in before
 * @param report of the comparison; null: there was none
 * @param refusal why it failed, or was not compared; null: it was not refused
 * @param reference of a failure in the log, when it is ours
 */
public record Incoming(
        String jobId,
        int vendorId,
        LocalDate day,
        boolean takes,
        Stage stage,
        int percent,
        long lines,
        long bad,
        @Nullable Statement statement,
        boolean before,
        @Nullable RunReport report,
        @Nullable Refusal refusal,
        @Nullable String reference) {

    /** The same with its statement as it is by now. */
    public Incoming with(Statement asItIs) {
        return new Incoming(
                jobId, vendorId, day, takes, stage, percent, lines, bad, asItIs, before, report, refusal, reference);
    }

    /** How far it is; the names are stored. */
    public enum Stage {
        WAITING,
        TAKING,
        COMPARING,
        DONE,
        FAILED;

        public boolean running() {
            return this == WAITING || this == TAKING || this == COMPARING;
        }
    }
}
