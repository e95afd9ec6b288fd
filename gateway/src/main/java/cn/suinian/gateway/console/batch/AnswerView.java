package cn.suinian.gateway.console.batch;

import cn.suinian.core.card.bureau.BatchReport;
import cn.suinian.core.card.bureau.RowFault;
import cn.suinian.core.refusal.Refusal;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of the bureau on its way, ready to print. */
public final class AnswerView {

    private static final int FAULTS_SHOWN = 20;

    private final FormView form;
    private final AnswerJob job;
    private final AnswerJob.State state;

    AnswerView(FormView form, AnswerJob job) {
        this.form = form;
        this.job = job;
        this.state = job.state();
    }

    /** A line that changes nothing. */
    public record Fault(String line, String problem) {}

    /** The form that takes it in. */
    public FormView form() {
        return form;
    }

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(BatchText phrase) {
        return frame().say(phrase);
    }

    /** Where the order's page is. */
    public String orderPath() {
        return "/batches/" + job.batchId();
    }

    /** The page with the form that takes a file. */
    public String againPath() {
        return orderPath() + "/answer";
    }

    /** This job's page, or one below it. */
    public String path(String below) {
        return againPath() + "/" + job.id() + below;
    }

    /** What it does now, or did. */
    public String title() {
        return say(
                switch (state.stage()) {
                    case CHECKING -> BatchText.CHECKING;
                    case CHECKED -> BatchText.CHECKED;
                    case TAKING -> BatchText.TAKING;
                    case TAKEN -> BatchText.TAKEN;
                    case FAILED -> BatchText.FAILED;
                });
    }

    /** Whether it is still at it. */
    public boolean running() {
        return state.stage() == AnswerJob.Stage.CHECKING || state.stage() == AnswerJob.Stage.TAKING;
    }

    /** Whether it can be taken in now. */
    public boolean takeable() {
        return state.stage() == AnswerJob.Stage.CHECKED
                && state.report() != null
                && !state.report().importedBefore();
    }

    /** Whether it was taken in. */
    public boolean taken() {
        return state.stage() == AnswerJob.Stage.TAKEN;
    }

    /** Whether it failed. */
    public boolean failed() {
        return state.stage() == AnswerJob.Stage.FAILED;
    }

    /** How much of it is read. */
    public int percent() {
        return job.file().percent();
    }

    /** The same in words. */
    public String progress() {
        return frame().say(
                        BatchText.PROGRESS, percent(), Figures.count(job.file().lines()));
    }

    /** Why it failed, and what to do. */
    public String failure() {
        Refusal refusal = state.refusal();
        if (refusal != null) {
            return frame().language() == Language.ZH ? refusal.zh() : refusal.en();
        }
        return frame().say(BatchText.FAILED_REFERENCE, String.valueOf(state.reference()));
    }

    /** Whether this very file was taken in before. */
    public boolean before() {
        return state.report() != null && state.report().importedBefore();
    }

    /** What it comes to. */
    public Map<String, String> counts() {
        Map<String, String> counts = new LinkedHashMap<>();
        BatchReport report = state.report();
        if (report != null) {
            counts.put(say(BatchText.LINES), Figures.count(report.lines()));
            counts.put(say(BatchText.WOULD_BE_MADE), Figures.count(report.made()));
            counts.put(say(BatchText.WOULD_FAIL), Figures.count(report.failed()));
            counts.put(say(BatchText.ALREADY), Figures.count(report.already()));
            counts.put(say(BatchText.DUPLICATE), Figures.count(report.duplicate()));
            counts.put(say(BatchText.UNKNOWN), Figures.count(report.unknown()));
            counts.put(say(BatchText.UNREADABLE), Figures.count(report.unreadable()));
            counts.put(say(BatchText.MISSING), Figures.count(report.missing()));
        }
        return counts;
    }

    /** The first lines that change nothing. */
    public List<Fault> faults() {
        return all().stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> new Fault(
                        Integer.toString(fault.line()),
                        frame().language() == Language.ZH
                                ? fault.problem().zh()
                                : fault.problem().en()))
                .toList();
    }

    /** Says how many more there are; null: none. */
    public @Nullable String moreFaults() {
        int more = all().size() - FAULTS_SHOWN;
        return more > 0 ? frame().say(BatchText.FAULTS_MORE, Figures.count(more)) : null;
    }

    private List<RowFault> all() {
        return state.report() == null ? List.of() : state.report().faults();
    }
}
