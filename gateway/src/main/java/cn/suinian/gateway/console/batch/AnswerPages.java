package cn.suinian.gateway.console.batch;

import static cn.suinian.gateway.console.stock.StockPages.forTheCity;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.card.bureau.CardBureau;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in what the bureau says: the file, the rehearsal, how far it is, and the real run. */
final class AnswerPages {

    /** A hundred thousand lines with the longest chip serials have 8 MB as CSV, and 15 MB as JSON. */
    static final int FILE_BYTES = 16 * 1024 * 1024;

    private static final String ANSWER = "/batches/:id/answer";
    private static final String JOB = "/batches/:id/answer/:job";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CardBureau bureau;
    private final AnswerJobs jobs;

    AnswerPages(CardBureau bureau, AnswerJobs jobs) {
        this.bureau = bureau;
        this.jobs = jobs;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(ANSWER, Permission.CARD_STOCK, forTheCity(visit -> ask(visit, Problems.NONE))),
                ConsoleRoute.act(ANSWER, Permission.CARD_STOCK, forTheCity(this::rehearse), this::ask)
                        .taking(BodyLimit.oneFile(FILE_BYTES)),
                ConsoleRoute.get(JOB, Permission.CARD_STOCK, forTheCity(visit -> show(visit, "batch/answer.jte"))),
                ConsoleRoute.get(
                        JOB + "/progress",
                        Permission.CARD_STOCK,
                        forTheCity(visit -> show(visit, "batch/answerjob.jte"))),
                ConsoleRoute.get(JOB + "/faults", Permission.CARD_STOCK, forTheCity(this::faults)),
                ConsoleRoute.act(JOB + "/take", Permission.CARD_STOCK, forTheCity(this::take), null));
    }

    private Answer ask(Visit visit, Problems problems) throws Exception {
        return BatchPages.about(visit, bureau, order -> {
            UploadView view = new UploadView(visit.form(problems), order.batch().id());
            return Answer.page("batch/upload.jte", Map.of("view", view));
        });
    }

    private Answer rehearse(Visit visit) throws Exception {
        return BatchPages.about(visit, bureau, order -> {
            Optional<Upload> file = visit.typed().file("file");
            if (file.isEmpty()) {
                Problems.NONE.and("file", BatchText.FILE_WANTED).stopIfAny();
            }
            Buffer content = file.orElseThrow().content();
            int batchId = order.batch().id();
            Optional<AnswerJob> job =
                    jobs.rehearse(visit.actor(), visit.session().staffId(), batchId, content);
            if (job.isEmpty()) {
                Problems.NONE.and(null, BatchText.JOBS_FULL).stopIfAny();
            }
            return Answer.to(
                    "/batches/" + batchId + "/answer/" + job.orElseThrow().id());
        });
    }

    private interface About {
        Answer job(AnswerJob job) throws Exception;
    }

    private Answer about(Visit visit, About about) throws Exception {
        return BatchPages.about(visit, bureau, order -> {
            int batchId = order.batch().id();
            Optional<AnswerJob> job =
                    jobs.find(visit.path("job"), visit.session().staffId(), batchId);
            return job.isPresent()
                    ? about.job(job.get())
                    : Answer.page("batch/gone.jte", Map.of("view", new UploadView(visit.form(Problems.NONE), batchId)));
        });
    }

    private Answer show(Visit visit, String template) throws Exception {
        return about(
                visit, job -> Answer.page(template, Map.of("view", new AnswerView(visit.form(Problems.NONE), job))));
    }

    private Answer take(Visit visit) throws Exception {
        return about(visit, job -> {
            jobs.take(visit.actor(), job);
            return Answer.to("/batches/" + job.batchId() + "/answer/" + job.id());
        });
    }

    private Answer faults(Visit visit) throws Exception {
        return about(visit, job -> {
            // Spreadsheets take a file without the mark for one of the old national encodings.
            StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
            if (job.state().report() != null) {
                job.state().report().writeFaults(csv);
            }
            return Answer.download(
                    "suinian-card-order-" + job.batchId() + "-faults.csv",
                    "text/csv; charset=utf-8",
                    Buffer.buffer(csv.toString().getBytes(UTF_8)));
        });
    }
}
