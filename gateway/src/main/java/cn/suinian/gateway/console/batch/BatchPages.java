package cn.suinian.gateway.console.batch;

import static cn.suinian.gateway.console.stock.StockPages.forTheCity;

import cn.suinian.core.card.bureau.BatchCount;
import cn.suinian.core.card.bureau.BureauAnswers;
import cn.suinian.core.card.bureau.BureauFormat;
import cn.suinian.core.card.bureau.BureauRefusal;
import cn.suinian.core.card.bureau.CardBureau;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.console.stock.RangeAndCount;
import cn.suinian.gateway.console.stock.StockFormView;
import cn.suinian.gateway.office.Offices;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every page of orders at the bureau. */
public final class BatchPages {

    private static final String ORDERS = "/batches";
    private static final String ORDER = "/batches/order";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final CardBureau bureau;
    private final BureauAnswers answers;
    private final CardStock stock;
    private final AnswerPages answerPages;

    public BatchPages(Offices offices, Vertx vertx) {
        this.bureau = offices.bureau();
        this.answers = offices.bureauAnswers();
        this.stock = offices.stock();
        this.answerPages = new AnswerPages(bureau, new AnswerJobs(answers, vertx));
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> own = List.of(
                ConsoleRoute.get(ORDERS, Permission.CARD_STOCK, forTheCity(this::orders)),
                ConsoleRoute.get(ORDER, Permission.CARD_STOCK, forTheCity(visit -> ask(visit, Problems.NONE))),
                ConsoleRoute.act(ORDER, Permission.CARD_STOCK, forTheCity(this::order), this::ask),
                ConsoleRoute.get(
                        "/batches/:id", Permission.CARD_STOCK, forTheCity(visit -> page(visit, Problems.NONE))),
                ConsoleRoute.act("/batches/:id/export", Permission.CARD_STOCK, forTheCity(this::export), this::page));
        return Stream.concat(own.stream(), answerPages.routes().stream()).toList();
    }

    private Answer orders(Visit visit) throws Exception {
        OptionalInt before = visit.query("before").map(BatchPages::number).orElse(OptionalInt.empty());
        List<BatchCount> read =
                bureau.listOrders(visit.actor(), before.isPresent() ? before.getAsInt() : null, OrdersView.PAGE + 1);
        OrdersView view = new OrdersView(visit.frame(), read, before.isEmpty(), bureau.transportKeyCheck());
        return Answer.page("batch/list.jte", Map.of("view", view));
    }

    private Answer ask(Visit visit, Problems problems) throws Exception {
        StockFormView view = StockFormView.ofRanges(visit.form(problems), stock.listRanges(visit.actor()));
        return Answer.page("batch/order.jte", Map.of("view", view));
    }

    private Answer order(Visit visit) throws Exception {
        RangeAndCount wanted = RangeAndCount.of(visit.typed());
        int batchId = bureau.order(visit.actor(), wanted.rangeId(), wanted.count());
        return Answer.to("/batches/" + batchId).saying(Flash.done(visit.frame().say(BatchText.ORDERED_SAID)));
    }

    private Answer page(Visit visit, Problems problems) throws Exception {
        return about(visit, bureau, order -> {
            int batchId = order.batch().id();
            FormView form = visit.form(
                    visit.typed().find("format").isPresent()
                            ? visit.typed()
                            : visit.typed().with("format", BureauFormat.CSV.name()),
                    problems);
            OrderView view = new OrderView(
                    form,
                    order,
                    bureau.listWaiting(visit.actor(), batchId, OrderView.MOST + 1),
                    answers.listTaken(visit.actor(), batchId),
                    bureau.transportKeyCheck());
            return Answer.page("batch/page.jte", Map.of("view", view));
        });
    }

    private Answer export(Visit visit) throws Exception {
        Optional<BureauFormat> format = visit.typed().choice("format", BureauFormat.class);
        if (format.isEmpty()) {
            Problems.NONE.and("format", BatchText.CHOOSE_FORMAT).stopIfAny();
        }
        return about(visit, bureau, order -> {
            int batchId = order.batch().id();
            return switch (format.orElseThrow()) {
                case CSV ->
                    Answer.stream(
                            "suinian-card-order-" + batchId + ".csv",
                            "text/csv; charset=utf-8",
                            out -> bureau.export(visit.actor(), batchId, BureauFormat.CSV, out));
                case JSON_LINES ->
                    Answer.stream(
                            "suinian-card-order-" + batchId + ".jsonl",
                            "application/x-ndjson; charset=utf-8",
                            out -> bureau.export(visit.actor(), batchId, BureauFormat.JSON_LINES, out));
            };
        });
    }

    /** What a page says of an order. */
    @FunctionalInterface
    interface About {
        Answer order(BatchCount order) throws Exception;
    }

    /** A page about the order of this address; a number that is none is no page. */
    static Answer about(Visit visit, CardBureau bureau, About about) throws Exception {
        OptionalInt batchId = number(visit.path("id"));
        if (batchId.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        try {
            return about.order(bureau.getOrder(visit.actor(), batchId.getAsInt()));
        } catch (RefusedException refused) {
            if (refused.refusal() == BureauRefusal.BATCH_UNKNOWN) {
                return Answer.error(ErrorPage.NOT_FOUND);
            }
            throw refused;
        }
    }

    private static OptionalInt number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
