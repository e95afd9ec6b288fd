package cn.suinian.gateway.console.reconciliation.statement;

import static cn.suinian.core.staff.Permission.RECONCILE_ACT;

import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.Incoming;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.StatementRefusal;
import cn.suinian.settlement.statement.Statements;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a statement in: the form, and how far it is. */
public final class IncomingPages {
    private static final String NEW = "/reconciliation/statements/new";
    private static final String JOB = "/reconciliation/incoming/:job";

    private final ReconciliationOffice office;
    private final IncomingJobs jobs;

    public IncomingPages(ReconciliationOffice office, IncomingJobs jobs) {
        this.office = office;
        this.jobs = jobs;
    }

    /** Every route; before those of one statement, whose number "new" is not. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(NEW, RECONCILE_ACT, this::ask),
                ConsoleRoute.act(NEW, RECONCILE_ACT, this::send, this::ask)
                        .taking(BodyLimit.oneFile(SentFile.MOST_BYTES)),
                ConsoleRoute.get(JOB, RECONCILE_ACT, visit -> show(visit, "reconciliation/incoming.jte")),
                ConsoleRoute.get(
                        JOB + "/progress", RECONCILE_ACT, visit -> show(visit, "reconciliation/progress.jte")));
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Typed typed = visit.typed().all().isEmpty()
                ? Typed.of(Map.of(
                        "vendor", visit.query("vendor").orElse(""),
                        "day", visit.query("day").orElse("")))
                : visit.typed();
        int vendor = Words.small(Typed.wholeNumber(typed.text("vendor")));
        Optional<LocalDate> day = Words.day(typed.text("day"));
        OtherStatements others = vendor > 0 && day.isPresent() ? others(visit, vendor, day.get(), 0) : null;
        UploadView view = new UploadView(visit.form(typed, problems), names(visit), others);
        return Answer.page("reconciliation/upload.jte", Map.of("view", view));
    }

    private Answer send(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        int vendor = Words.small(Typed.wholeNumber(typed.text("vendor")));
        Optional<LocalDate> day = Words.day(typed.text("day"));
        Optional<Upload> file = typed.file("file");
        Problems problems = Problems.NONE;
        if (vendor < 0 || !names(visit).has(vendor)) {
            problems = problems.and("vendor", ReconcileText.VENDOR_MISSING);
        }
        if (day.isEmpty()) {
            problems = problems.and("day", ReconcileText.DAY_WRONG);
        }
        if (file.isEmpty()) {
            problems = typed.fileFields().contains("file")
                    ? problems.and("file", StatementRefusal.FILE_EMPTY.zh(), StatementRefusal.FILE_EMPTY.en())
                    : problems.and("file", StatementText.FILE_MISSING);
        }
        problems.stopIfAny();
        Upload sent = file.orElseThrow();
        Optional<IncomingJob> job = jobs.take(
                visit.actor(), new Statements.For(vendor, day.orElseThrow()), sent.fileName(), sent.content());
        if (job.isEmpty()) {
            Problems.NONE.and(null, StatementText.JOBS_FULL).stopIfAny();
        }
        return Answer.to(IncomingJobs.path(job.orElseThrow().id()));
    }

    private Answer show(Visit visit, String template) throws SQLException {
        Optional<Incoming> found = jobs.find(visit.actor(), visit.path("job"));
        if (found.isEmpty()) {
            return Answer.page("reconciliation/gone.jte", Map.of("frame", visit.frame()));
        }
        Incoming job = found.get();
        Statement statement = job.statement();
        OtherStatements others =
                job.takes() && statement != null && !job.stage().running()
                        ? others(visit, job.vendorId(), job.day(), statement.statementId())
                        : null;
        return Answer.page(template, Map.of("view", new IncomingView(visit.frame(), names(visit), job, others)));
    }

    private OtherStatements others(Visit visit, int vendorId, LocalDate day, int except) throws SQLException {
        return OtherStatements.find(office.statements(), visit.actor(), vendorId, day, except);
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
