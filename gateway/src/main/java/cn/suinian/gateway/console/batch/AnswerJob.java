package cn.suinian.gateway.console.batch;

import cn.suinian.core.card.bureau.BatchReport;
import cn.suinian.core.refusal.Refusal;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One file of the bureau on its way: rehearsed, looked at, taken in. */
final class AnswerJob {

    /** How far it is. */
    enum Stage {
        CHECKING,
        CHECKED,
        TAKING,
        TAKEN,
        FAILED
    }

    /**
     * How it stands.
     *
     * @param report of the rehearsal, or of what was taken in
     * @param refusal why it failed, when that is the file's doing
     * @param reference of the failure in the log, when it is ours
     */
    record State(
            Stage stage,
            @Nullable BatchReport report,
            @Nullable Refusal refusal,
            @Nullable String reference) {}

    private final String id;
    private final long staffId;
    private final int batchId;
    private final AnswerFile file;
    private final AtomicReference<State> state = new AtomicReference<>(new State(Stage.CHECKING, null, null, null));

    AnswerJob(String id, long staffId, int batchId, AnswerFile file) {
        this.id = id;
        this.staffId = staffId;
        this.batchId = batchId;
        this.file = file;
    }

    String id() {
        return id;
    }

    int batchId() {
        return batchId;
    }

    AnswerFile file() {
        return file;
    }

    State state() {
        return state.get();
    }

    /** Whether it is this person's, and about this order. */
    boolean isOf(long who, int order) {
        return staffId == who && batchId == order;
    }

    /** From rehearsed on to being taken in; false: it is not there, or was sent on before. */
    boolean begin() {
        State before = state.get();
        if (before.stage() != Stage.CHECKED
                || !state.compareAndSet(before, new State(Stage.TAKING, before.report(), null, null))) {
            return false;
        }
        file.rewind();
        return true;
    }

    /** Whether its file is still needed. */
    boolean holdsFile() {
        return file.bytes() > 0;
    }

    void checked(BatchReport report) {
        state.set(new State(Stage.CHECKED, report, null, null));
    }

    void taken(BatchReport report) {
        state.set(new State(Stage.TAKEN, report, null, null));
        file.forget();
    }

    void refused(Refusal why) {
        state.set(new State(Stage.FAILED, null, why, null));
        file.forget();
    }

    void failed(String reference) {
        state.set(new State(Stage.FAILED, null, null, reference));
        file.forget();
    }
}
