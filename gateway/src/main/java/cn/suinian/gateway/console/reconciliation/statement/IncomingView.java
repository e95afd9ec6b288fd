package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.Incoming;
import cn.suinian.settlement.reconciliation.RunReport;
import cn.suinian.settlement.statement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A statement on its way in, ready to print. */
public final class IncomingView {
    private final Frame frame;
    private final VendorNames vendors;
    private final Incoming job;
    private final @Nullable OtherStatements others;

    IncomingView(Frame frame, VendorNames vendors, Incoming job, @Nullable OtherStatements others) {
        this.frame = frame.at(IncomingJobs.path(job.jobId()));
        this.vendors = vendors;
        this.job = job;
        this.others = others;
    }

    /** What else there is of the day; null: that does not matter yet. */
    public @Nullable OtherStatements others() {
        return others;
    }

    public Frame frame() {
        return frame;
    }

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String path() {
        return IncomingJobs.path(job.jobId());
    }

    /** Whose, and of which day. */
    public String subject() {
        return vendors.name(job.vendorId()) + " · " + job.day();
    }

    public boolean running() {
        return job.stage().running();
    }

    public boolean failed() {
        return job.stage() == Incoming.Stage.FAILED;
    }

    /** Whether it failed once everything was taken in. */
    public boolean comparingFailed() {
        return failed() && (job.statement() != null || !job.takes());
    }

    /** What is done: a file is taken in, or a day is only compared again. */
    public String title() {
        return say(job.takes() ? ReconcileText.UPLOAD : StatementText.COMPARE_TITLE);
    }

    /** Whether a file is read. */
    public boolean takes() {
        return job.takes();
    }

    /** The names of the steps. */
    public List<String> steps() {
        if (held()) {
            return List.of(say(StatementText.STEP_SEND), say(StatementText.STEP_TAKE), say(StatementText.STEP_HELD));
        }
        if (uncompared()) {
            String last = say(StatementText.STEP_NOT_YET);
            return job.takes()
                    ? List.of(say(StatementText.STEP_SEND), say(StatementText.STEP_TAKE), last)
                    : List.of(last);
        }
        if (!job.takes()) {
            return List.of(say(StatementText.STEP_COMPARE), say(StatementText.STEP_DONE));
        }
        return List.of(
                say(StatementText.STEP_SEND),
                say(StatementText.STEP_TAKE),
                say(StatementText.STEP_COMPARE),
                say(StatementText.STEP_DONE));
    }

    /** Which step it is at. */
    public int step() {
        if (!job.takes()) {
            return job.stage() == Incoming.Stage.DONE ? steps().size() : 1;
        }
        return switch (job.stage()) {
            case WAITING, TAKING, FAILED -> 2;
            case COMPARING -> 3;
            case DONE -> steps().size();
        };
    }

    /** What is going on, in a sentence. */
    public String line() {
        return say(
                switch (job.stage()) {
                    case WAITING -> StatementText.WAITING_LINE;
                    case TAKING -> StatementText.TAKING_LINE;
                    case COMPARING -> StatementText.COMPARING_LINE;
                    case DONE -> doneLine();
                    case FAILED -> comparingFailed() ? StatementText.FAILED_COMPARING : StatementText.FAILED;
                });
    }

    private StatementText doneLine() {
        if (job.before()) {
            return StatementText.AGAIN_LINE;
        }
        if (job.refusal() != null) {
            return StatementText.NOT_COMPARED;
        }
        Statement statement = job.statement();
        if (statement == null || job.report() != null) {
            return StatementText.DONE_LINE;
        }
        return switch (statement.state()) {
            case HELD -> StatementText.HELD_DONE;
            case READY -> StatementText.ACCEPTED_SINCE;
            case WITHDRAWN -> StatementText.WITHDRAWN_SINCE;
        };
    }

    /** Whether the statement waits for somebody. */
    public boolean held() {
        Statement statement = job.statement();
        return statement != null && statement.state() == Statement.State.HELD;
    }

    /** Whether it came to an end and the day could not be compared, as when it is not cleared yet. */
    private boolean uncompared() {
        return job.stage() == Incoming.Stage.DONE && job.refusal() != null;
    }

    /** Why it waits, a sentence for each total that differs. */
    public List<String> heldFor() {
        Statement statement = job.statement();
        return statement == null ? List.of() : HeldWords.of(statement, frame.language());
    }

    /** Whether the file had been taken in before. */
    public boolean before() {
        return job.before();
    }

    public int percent() {
        return job.percent();
    }

    /** How far it is, in words. */
    public String progress() {
        return say(
                StatementText.PROGRESS,
                Integer.toString(job.percent()),
                Figures.count(job.lines()),
                Figures.count(job.bad()));
    }

    /** Why it failed or was not compared, and what to do; empty: nothing is wrong. */
    public String why() {
        Refusal refusal = job.refusal();
        if (refusal != null) {
            return frame.language() == Language.ZH ? refusal.zh() : refusal.en();
        }
        if (!failed()) {
            return "";
        }
        StatementText said = comparingFailed() ? StatementText.COMPARING_REFERENCE : StatementText.FAILED_REFERENCE;
        return say(said, Objects.toString(job.reference(), ""));
    }

    /** What came of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        Statement statement = job.statement();
        if (statement != null) {
            facts.put(say(StatementText.ROWS), Figures.count(statement.counts().good()));
            facts.put(say(StatementText.BAD), Figures.count(statement.counts().bad()));
            facts.put(say(ReconcileText.AMOUNT), Words.money(statement.counts().amountFen()));
            facts.put(say(ReconcileText.SUBSIDY), Words.money(statement.counts().subsidyFen()));
        }
        RunReport report = job.report();
        if (report != null) {
            facts.put(say(StatementText.COMPARED_ROWS), Figures.count(report.rows()));
            facts.put(say(StatementText.GROUPED), Figures.count(report.grouped()));
            facts.put(say(StatementText.OPENED), Figures.count(report.opened()));
            facts.put(say(StatementText.CHANGED), Figures.count(report.changed()));
            facts.put(say(StatementText.HEALED), Figures.count(report.healed()));
            facts.put(say(StatementText.BY_RULE), Figures.count(report.resolved()));
            facts.put(say(StatementText.LEFT_OPEN), Figures.count(report.openBreaks()));
            facts.put(say(ReconcileText.AT_RISK), Words.money(report.riskFen()));
        }
        return facts;
    }

    /** The statement's page; empty: there is none yet. */
    public String statementPath() {
        Statement statement = job.statement();
        return statement == null ? "" : "/reconciliation/statements/" + statement.statementId();
    }

    /** Breaks of the vendor's day. */
    public String breaksPath() {
        return new Address("/reconciliation/breaks")
                .with("vendor", job.vendorId())
                .with("from", job.day())
                .with("to", job.day())
                .toString();
    }

    /** The form to send another file for the same vendor and day. */
    public String againPath() {
        return new Address("/reconciliation/statements/new")
                .with("vendor", job.vendorId())
                .with("day", job.day())
                .toString();
    }

    /** The vendor's day. */
    public String dayPath() {
        return "/reconciliation/days/" + job.day() + "/" + job.vendorId();
    }
}
