package cn.suinian.gateway.console.batch;

import cn.suinian.core.card.bureau.BatchCount;
import cn.suinian.core.card.bureau.BureauFormat;
import cn.suinian.core.card.bureau.CardBatch;
import cn.suinian.core.card.bureau.TakenAnswer;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.stock.Serials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order at the bureau, ready to print. */
public final class OrderView {

    /** Most runs of missing cards on the page. */
    static final int MOST = 50;

    private final FormView form;
    private final BatchCount order;
    private final List<CardRun> missing;
    private final List<TakenAnswer> answers;
    private final Optional<String> keyCheck;

    OrderView(
            FormView form,
            BatchCount order,
            List<CardRun> missing,
            List<TakenAnswer> answers,
            Optional<String> keyCheck) {
        this.form = form;
        this.order = order;
        this.missing = missing;
        this.answers = answers;
        this.keyCheck = keyCheck;
    }

    /** An answer that was taken in. */
    public record Answer(
            String at,
            String by,
            String lines,
            String made,
            String failed,
            String already,
            String faults,
            String sm3) {}

    /** The form that lets the file go out. */
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

    /** What the page is called. */
    public String title() {
        return frame().say(BatchText.BATCH_TITLE, order.batch().id());
    }

    /** Where the order's page, or one below it, is. */
    public String path(String below) {
        return "/batches/" + order.batch().id() + below;
    }

    /** What was ordered. */
    public Map<String, String> facts() {
        CardBatch batch = order.batch();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(BatchText.SERIALS), Serials.text(batch.run()));
        facts.put(say(BatchText.CARDS), Figures.count(batch.run().count()));
        facts.put(say(BatchText.LAYOUT), batch.layout());
        facts.put(say(BatchText.KEY_VERSION), Integer.toString(batch.keyVersion()));
        facts.put(say(BatchText.ORDERED), Figures.dateTime(batch.orderedAt()) + " · " + batch.orderedBy());
        facts.put(
                say(BatchText.EXPORTED),
                batch.lastExportedAt() == null
                        ? say(BatchText.EXPORTED_NEVER)
                        : frame().say(
                                        BatchText.EXPORTED_LAST,
                                        Figures.count(batch.exportedTimes()),
                                        Figures.dateTime(batch.lastExportedAt())));
        return facts;
    }

    /** What became of the cards. */
    public Map<String, String> reconciled() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(BatchText.CARDS), Figures.count(order.batch().run().count()));
        facts.put(say(BatchText.MADE), Figures.count(order.made()));
        facts.put(say(BatchText.SPOILT), Figures.count(order.spoilt()));
        facts.put(say(BatchText.WAITING), Figures.count(order.waiting()));
        return facts;
    }

    /** Whether there is word of every card. */
    public boolean complete() {
        return order.waiting() == 0;
    }

    /** The numbers of which there is no word. */
    public List<String> missing() {
        return missing.stream().limit(MOST).map(Serials::text).toList();
    }

    /** Says that there are more runs; empty: there are none. */
    public String missingMore() {
        return missing.size() > MOST ? frame().say(BatchText.MISSING_MORE, MOST) : "";
    }

    /** Whether the order can leave the house. */
    public boolean keyed() {
        return keyCheck.isPresent();
    }

    /** By which key. */
    public String keyLine() {
        return frame().say(BatchText.KEY_SET, keyCheck.orElse(""));
    }

    /** Whether it left before. */
    public boolean exported() {
        return order.batch().exportedTimes() > 0;
    }

    /** How the file can be written. */
    public List<Option> formats() {
        return List.of(
                new Option(BureauFormat.CSV.name(), say(BatchText.CSV)),
                new Option(BureauFormat.JSON_LINES.name(), say(BatchText.JSON_LINES)));
    }

    /** What was taken in, the latest first. */
    public List<Answer> answers() {
        return answers.stream()
                .map(answer -> new Answer(
                        Figures.dateTime(answer.at()),
                        answer.by(),
                        Figures.count(answer.lines()),
                        Figures.count(answer.made()),
                        Figures.count(answer.failed()),
                        Figures.count(answer.already()),
                        Figures.count(answer.faults()),
                        answer.sm3().substring(0, 16)))
                .toList();
    }
}
