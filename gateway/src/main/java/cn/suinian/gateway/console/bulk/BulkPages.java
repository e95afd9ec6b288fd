package cn.suinian.gateway.console.bulk;

import cn.suinian.core.holder.bulk.AlikeRow;
import cn.suinian.core.holder.bulk.BulkFile;
import cn.suinian.core.holder.bulk.BulkRefusal;
import cn.suinian.core.holder.bulk.BulkRegistration;
import cn.suinian.core.holder.bulk.BulkRegistration.Receipt;
import cn.suinian.core.holder.bulk.BulkState;
import cn.suinian.core.holder.bulk.Fault;
import cn.suinian.core.holder.bulk.sheet.PeopleSheet;
import cn.suinian.core.holder.bulk.sheet.Template;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bulk registration: send a list, see what it comes to, let it begin, decide on namesakes. */
public final class BulkPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final int FILES_A_PAGE = 20;
    private static final int ALIKE_A_PAGE = 10;

    /** Lists that are read at one moment, since each may be 50 MiB, and a workbook unpacks to five times that. */
    private static final int READ_AT_ONCE = 1;

    private final BulkRegistration bulk;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    public BulkPages(BulkRegistration bulk) {
        this.bulk = bulk;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        Permission may = Permission.HOLDER_REGISTER;
        return Stream.of(
                        ConsoleRoute.form("/bulk", may, this::files),
                        ConsoleRoute.act("/bulk", may, this::receive, this::files)
                                .taking(BodyLimit.oneFile(PeopleSheet.MOST_BYTES)),
                        ConsoleRoute.get("/bulk/template", may, this::template),
                        ConsoleRoute.form("/bulk/:file", may, this::file),
                        ConsoleRoute.form("/bulk/:file/stage", may, this::stage),
                        ConsoleRoute.act("/bulk/:file/start", may, this::start, this::file),
                        ConsoleRoute.form("/bulk/:file/cancel", may, this::askToCancel),
                        ConsoleRoute.act("/bulk/:file/cancel", may, this::cancel, this::file),
                        ConsoleRoute.get("/bulk/:file/errors", may, this::errors),
                        ConsoleRoute.form("/bulk/:file/alike", may, this::alike),
                        ConsoleRoute.act("/bulk/:file/rows/:row/other", may, this::other, this::alike),
                        ConsoleRoute.act("/bulk/:file/rows/:row/same", may, this::same, this::alike))
                .map(route -> NotThere.around(route, BulkPages::page))
                .toList();
    }

    /** How many files a node works on. */
    public long underWay(Actor visitor) throws SQLException {
        return bulk.countUnderWay(visitor);
    }

    private Answer files(Visit visit, Problems problems) throws SQLException {
        long before = visit.query("before").flatMap(BulkPages::number).orElse(Long.MAX_VALUE);
        List<BulkFile> found = bulk.list(visit.actor(), before, FILES_A_PAGE + 1);
        List<BulkFile> shown = found.subList(0, Math.min(found.size(), FILES_A_PAGE));
        String older = found.size() > FILES_A_PAGE
                ? "/bulk?before=" + shown.get(shown.size() - 1).fileNo()
                : null;
        String newer = before == Long.MAX_VALUE ? null : "/bulk";
        return page("bulk/files.jte", new FilesView(visit.form(problems), shown, older, newer));
    }

    private Answer receive(Visit visit) throws SQLException {
        Upload upload = visit.typed().file("file").orElse(null);
        if (upload == null) {
            Problems.NONE.and("file", BulkText.FILE_MISSING).stopIfAny();
            return files(visit, Problems.NONE);
        }
        if (!reading.tryAcquire()) {
            return Answer.error(ErrorPage.BUSY);
        }
        try {
            Receipt receipt = bulk.receive(
                    visit.actor(), upload.fileName(), upload.content().getBytes());
            Flash flash = receipt.again()
                    ? Flash.note(visit.frame().say(BulkText.RECEIVED_BEFORE))
                    : Flash.done(visit.frame().say(BulkText.RECEIVED));
            return Answer.to("/bulk/" + receipt.fileNo()).saying(flash);
        } finally {
            reading.release();
        }
    }

    private Answer template(Visit visit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Template.write(out);
        return Answer.download(visit.frame().say(BulkText.TEMPLATE_NAME), XLSX, Buffer.buffer(out.toByteArray()));
    }

    private Answer file(Visit visit, Problems problems) throws SQLException {
        return page("bulk/file.jte", view(visit, problems));
    }

    private Answer stage(Visit visit, Problems problems) throws SQLException {
        return page("bulk/stage.jte", view(visit, problems));
    }

    private FileView view(Visit visit, Problems problems) throws SQLException {
        BulkFile file = bulk.file(visit.actor(), fileNo(visit));
        List<Fault> faults = file.state().underWay()
                ? List.of()
                : bulk.firstFaults(visit.actor(), file.fileNo(), FileView.FIRST_FAULTS);
        return new FileView(visit.form(problems), file, faults);
    }

    private Answer start(Visit visit) throws SQLException {
        boolean stopped = bulk.file(visit.actor(), fileNo(visit)).state() == BulkState.STOPPED;
        bulk.start(visit.actor(), fileNo(visit));
        return Answer.to("/bulk/" + fileNo(visit))
                .saying(Flash.done(visit.frame().say(stopped ? BulkText.WENT_ON : BulkText.STARTED)));
    }

    private Answer askToCancel(Visit visit, Problems problems) throws SQLException {
        BulkFile file = bulk.file(visit.actor(), fileNo(visit));
        return file.state().over()
                ? Answer.error(ErrorPage.CHANGED_MEANWHILE)
                : page("bulk/cancel.jte", new FileView(visit.form(problems), file, List.of()));
    }

    private Answer cancel(Visit visit) throws SQLException {
        bulk.cancel(visit.actor(), fileNo(visit));
        return Answer.to("/bulk/" + fileNo(visit))
                .saying(Flash.done(visit.frame().say(BulkText.CANCEL_DONE)));
    }

    private Answer errors(Visit visit) throws SQLException, IOException {
        StringBuilder out = new StringBuilder();
        bulk.writeFaults(visit.actor(), fileNo(visit), out);
        return Answer.download(
                visit.frame().say(BulkText.ERRORS_NAME, fileNo(visit)), CSV, Buffer.buffer(out.toString()));
    }

    private Answer alike(Visit visit, Problems problems) throws SQLException {
        // The first form of a page takes what the act before has to say.
        FormView form = visit.form(problems);
        int after = visit.query("after")
                .flatMap(BulkPages::number)
                .map(Long::intValue)
                .orElse(0);
        List<AlikeRow> found = bulk.listAlike(visit.actor(), fileNo(visit), after, ALIKE_A_PAGE + 1);
        List<AlikeRow> shown = found.subList(0, Math.min(found.size(), ALIKE_A_PAGE));
        String more = found.size() > ALIKE_A_PAGE
                ? "/bulk/" + fileNo(visit) + "/alike?after="
                        + shown.get(shown.size() - 1).rowNo()
                : null;
        List<AlikeView.Choice> choices = shown.stream()
                .map(row -> new AlikeView.Choice(row, visit.form(Problems.NONE), visit.form(Problems.NONE)))
                .toList();
        return page("bulk/alike.jte", new AlikeView(form, fileNo(visit), choices, more));
    }

    private Answer other(Visit visit) throws SQLException {
        Set<Long> lookedAt = Arrays.stream(visit.typed().text("lookedAt").split(" ", -1))
                .flatMap(id -> number(id).stream())
                .collect(Collectors.toSet());
        int row = row(visit);
        long holder = bulk.registerOther(visit.actor(), fileNo(visit), row, lookedAt);
        return decided(visit, visit.frame().say(BulkText.OTHER_DONE, row, holder));
    }

    private Answer same(Visit visit) throws SQLException {
        int row = row(visit);
        bulk.leaveOut(visit.actor(), fileNo(visit), row);
        return decided(visit, visit.frame().say(BulkText.SAME_DONE, row));
    }

    private static Answer decided(Visit visit, String said) {
        return Answer.to("/bulk/" + fileNo(visit) + "/alike").saying(Flash.done(said));
    }

    /** A list that is not there, or is another district's, is a page that is not there. */
    private static Optional<ErrorPage> page(RefusedException refused) {
        if (refused.refusal() == BulkRefusal.NO_SUCH_FILE) {
            return Optional.of(ErrorPage.NOT_FOUND);
        }
        boolean movedOn = refused.refusal() == BulkRefusal.NOT_NOW || refused.refusal() == BulkRefusal.NOT_WAITING;
        return movedOn ? Optional.of(ErrorPage.CHANGED_MEANWHILE) : Optional.empty();
    }

    private static long fileNo(Visit visit) {
        return number(visit.path("file")).orElseThrow(() -> new RefusedException(BulkRefusal.NO_SUCH_FILE));
    }

    private static int row(Visit visit) {
        return number(visit.path("row"))
                .filter(row -> row <= 1 << 20)
                .map(Long::intValue)
                .orElseThrow(() -> new RefusedException(BulkRefusal.NO_SUCH_FILE));
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Answer page(String template, Object view) {
        return Answer.page(template, Map.of("view", view));
    }
}
