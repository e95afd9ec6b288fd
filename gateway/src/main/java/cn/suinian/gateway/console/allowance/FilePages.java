package cn.suinian.gateway.console.allowance;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.allowance.word.TakenWords;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.BankResults;
import cn.suinian.settlement.allowance.PayFile;
import cn.suinian.settlement.allowance.ResultCheck.Report;
import cn.suinian.settlement.allowance.RunExports;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes to the bank, what comes back from it, and what staff take home of a run. */
final class FilePages {

    /** Eighty thousand results are 2.4 MB. */
    static final int FILE_BYTES = 8 << 20;

    private static final String FILE = RunPages.RUN + "/file";
    private static final String RESULTS = RunPages.RUN + "/results";
    private static final String EXPORT = RunPages.RUN + "/export";
    private static final int UNPROCESSABLE = 422;

    private static final int MOST_NAMED = 10;

    private final AllowanceOffice office;

    FilePages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        Permission may = Permission.ALLOWANCE_PREPARE;
        return List.of(
                ConsoleRoute.form(FILE, may, this::askForFile).proved(),
                ConsoleRoute.act(FILE, may, this::file, this::askForFile).proved(),
                ConsoleRoute.form(RESULTS, may, this::askForResults),
                ConsoleRoute.act(RESULTS, may, this::results, this::askForResults)
                        .taking(BodyLimit.oneFile(FILE_BYTES)),
                ConsoleRoute.form(EXPORT, Permission.ALLOWANCE_VIEW, this::askForExport),
                ConsoleRoute.act(EXPORT, Permission.ALLOWANCE_VIEW, this::export, this::askForExport));
    }

    private Answer askForFile(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(withEncoding(visit), problems);
        RunView run = view(visit, form);
        RunPages.requireState(run.run(), State.PAY_FILE, State.RECONCILED);
        return Answer.page(
                "allowance/file.jte",
                Map.of(
                        "form",
                        form,
                        "view",
                        run,
                        "encodings",
                        encodings(),
                        "taken",
                        TakenWords.of(
                                office.payFile()
                                        .lastTaken(visit.actor(), run.run().runNo()),
                                form.frame().language())));
    }

    private Answer file(Visit visit) throws SQLException {
        PayFile.Encoding encoding = encoding(visit);
        AllowanceRun run = office.reads().getRun(visit.actor(), NotThere.number(visit, "run"));
        RunPages.requireState(run, State.PAY_FILE, State.RECONCILED);
        String name = "suinian-allowance-" + run.month() + "-" + run.district() + "-" + run.runNo() + ".csv";
        return Answer.stream(
                name,
                "text/csv; charset=" + encoding.charset().name(),
                out -> office.payFile().write(visit.actor(), run.runNo(), encoding, out));
    }

    private Answer askForResults(Visit visit, Problems problems) throws SQLException {
        return results(visit, problems, null);
    }

    private Answer results(Visit visit, Problems problems, @Nullable Report report) throws SQLException {
        FormView form = visit.form(withEncoding(visit), problems);
        RunView run = view(visit, form);
        RunPages.requireState(run.run(), State.PAY_FILE, State.RECONCILED);
        ResultsView view = new ResultsView(form, run, encodings(), Optional.ofNullable(report));
        return report == null
                ? Answer.page("allowance/results.jte", Map.of("view", view))
                : Answer.page(UNPROCESSABLE, "allowance/results.jte", Map.of("view", view));
    }

    private Answer results(Visit visit) throws SQLException {
        Optional<Upload> file = visit.typed().file("file");
        if (file.isEmpty()) {
            Problems.NONE.and("file", AllowanceText.FILE_WANTED).stopIfAny();
        }
        PayFile.Encoding encoding = encoding(visit);
        long runNo = NotThere.number(visit, "run");
        byte[] content = file.orElseThrow().content().getBytes();
        Report report = office.resultCheck().check(visit.actor(), runNo, encoding, new ByteArrayInputStream(content));
        if (report.wrong() > 0) {
            return results(visit, Problems.NONE, report);
        }
        BankResults.Taken taken =
                office.results().take(visit.actor(), runNo, encoding, new ByteArrayInputStream(content));
        String said = visit.frame().say(RunText.RESULTS_SAID, taken.lines(), taken.added());
        List<Long> collected = taken.collected();
        if (collected.isEmpty()) {
            return Answer.to(RunView.path(runNo)).saying(Flash.done(said));
        }
        String numbers = collected.stream()
                .limit(MOST_NAMED)
                .map(number -> Long.toString(number))
                .collect(Collectors.joining(", "));
        String owed = visit.frame().say(RunText.RETURNED_AND_COLLECTED, collected.size(), numbers);
        return Answer.to(RunView.path(runNo)).saying(Flash.note(said + " " + owed));
    }

    private Answer askForExport(Visit visit, Problems problems) throws SQLException {
        FormView form = visit.form(problems);
        return Answer.page("allowance/export.jte", Map.of("form", form, "view", view(visit, form)));
    }

    private Answer export(Visit visit) throws SQLException {
        Optional<RunExports.Part> part = visit.typed().choice("part", RunExports.Part.class);
        if (part.isEmpty()) {
            Problems.NONE.and("part", RunText.PART_WANTED).stopIfAny();
        }
        AllowanceRun run = office.reads().getRun(visit.actor(), NotThere.number(visit, "run"));
        String reason = visit.typed().text("reason");
        String name = "suinian-allowance-" + run.month() + "-" + run.district() + "-" + run.runNo() + "-"
                + part.orElseThrow().name().toLowerCase(Locale.ROOT) + ".csv";
        return Answer.stream(
                name,
                "text/csv; charset=utf-8",
                out -> office.exports()
                        .write(visit.actor(), run.runNo(), part.orElseThrow(), reason, CodeText::both, out));
    }

    private RunView view(Visit visit, FormView form) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return new RunView(
                form.frame(),
                office.history().tell(visit.actor(), runNo),
                Map.of(),
                office.withheld().tell(visit.actor(), runNo));
    }

    /** GB18030 is what the banks here read. */
    private static Typed withEncoding(Visit visit) {
        return visit.typed().find("encoding").isPresent()
                ? visit.typed()
                : visit.typed().with("encoding", PayFile.Encoding.GB18030.name());
    }

    private static PayFile.Encoding encoding(Visit visit) {
        Optional<PayFile.Encoding> encoding = visit.typed().choice("encoding", PayFile.Encoding.class);
        if (encoding.isEmpty()) {
            Problems.NONE.and("encoding", RunText.ENCODING_WANTED).stopIfAny();
        }
        return encoding.orElseThrow();
    }

    private static List<Option> encodings() {
        return Arrays.stream(PayFile.Encoding.values())
                .map(each -> new Option(each.name(), each.charset().name()))
                .toList();
    }
}
