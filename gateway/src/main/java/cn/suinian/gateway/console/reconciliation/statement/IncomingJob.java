package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.settlement.reconciliation.Incoming;
import cn.suinian.settlement.reconciliation.Incoming.Stage;
import cn.suinian.settlement.reconciliation.RunReport;
import cn.suinian.settlement.statement.IngestProgress;
import cn.suinian.settlement.statement.Statement;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A statement on its way in, or a day that is compared again. */
final class IncomingJob implements IngestProgress {

    /**
     * How it stands.
     *
     * @param statement once it is taken in; null: not yet, or only a comparison
     * @param before whether it had been taken in before
     * @param report of the comparison; null: there was none
     * @param refusal why it failed, or was not compared; null: it was not refused
     * @param reference of a failure in the log, when it is ours
     */
    record State(
            Stage stage,
            @Nullable Statement statement,
            boolean before,
            @Nullable RunReport report,
            @Nullable Refusal refusal,
            @Nullable String reference) {}

    private final String id;
    private final int vendorId;
    private final LocalDate day;
    private final @Nullable SentFile file;
    private volatile long lines;
    private volatile long bad;
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Stage.WAITING, null, false, null, null, null));

    IncomingJob(String id, int vendorId, LocalDate day, @Nullable SentFile file) {
        this.id = id;
        this.vendorId = vendorId;
        this.day = day;
        this.file = file;
    }

    String id() {
        return id;
    }

    int vendorId() {
        return vendorId;
    }

    LocalDate day() {
        return day;
    }

    State state() {
        return state.get();
    }

    /** All of it, as of now. */
    Incoming now() {
        State now = state.get();
        return new Incoming(
                id,
                vendorId,
                day,
                file != null,
                now.stage,
                file == null ? 100 : file.percent(),
                lines,
                bad,
                now.statement,
                now.before,
                now.report,
                now.refusal,
                now.reference);
    }

    /** Whether a file of it is in memory. */
    boolean holdsFile() {
        return file != null && file.held();
    }

    @Override
    public void reached(long linesRead, long badLines) {
        lines = linesRead;
        bad = badLines;
    }

    void moved(Stage stage) {
        state.updateAndGet(was -> new State(stage, was.statement(), was.before(), was.report(), null, null));
    }

    void taken(Statement statement, boolean before) {
        state.updateAndGet(was -> new State(was.stage(), statement, before, null, null, null));
        forget();
    }

    void compared(@Nullable RunReport report, @Nullable Refusal whyNot) {
        state.updateAndGet(was -> new State(Stage.DONE, was.statement(), was.before(), report, whyNot, null));
    }

    void failed(@Nullable Refusal why, @Nullable String reference) {
        state.updateAndGet(was -> new State(Stage.FAILED, was.statement(), was.before(), null, why, reference));
        forget();
    }

    private void forget() {
        if (file != null) {
            file.forget();
        }
    }
}
