package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.holder.lookup.Elsewhere;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A card that is reported lost, before and after, ready to print. */
public final class LossView {

    private final FormView form;
    private final CardWords words;
    private final CardRecord card;
    private final Whose whose;
    private final @Nullable Elsewhere elsewhere;
    private final Desk desk;

    /** Where the loss is reported, and the telephone number to call. */
    record Desk(String office, String hotline) {}

    /**
     * A view.
     *
     * @param elsewhere the holder, when another district serves them: nothing but the name is said of them
     */
    LossView(FormView form, CardRecord card, Whose whose, @Nullable Elsewhere elsewhere, Desk desk) {
        this.form = form;
        this.words = new CardWords(form.frame());
        this.card = card;
        this.whose = whose;
        this.elsewhere = elsewhere;
        this.desk = desk;
    }

    /** The form. */
    public FormView form() {
        return form;
    }

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(CardText phrase) {
        return words.say(phrase);
    }

    /** Whose card it is, and which. */
    public Map<String, String> facts() {
        if (elsewhere == null) {
            return words.facts(whose, card.card());
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(CardText.HOLDER), elsewhere.name());
        facts.put(say(CardText.NUMBER), elsewhere.card());
        facts.put(say(CardText.STATUS), words.status(elsewhere.cardStatus()));
        return facts;
    }

    /** Where everything but the loss is done; null: here. */
    public @Nullable String servedBy() {
        return elsewhere == null
                ? null
                : words.say(CardText.SERVED_BY, Words.of(elsewhere.servedBy(), frame().language()));
    }

    /** Where the pages of this card begin; of somebody served elsewhere, where cards are found. */
    public String back() {
        return elsewhere == null ? path("") : "/holders";
    }

    /** What the clerk saw, as the form says. */
    public String seen() {
        return form.typed().find("seen").orElse(card.card().status().name());
    }

    /** Whether there is anything to stop. */
    public boolean stoppable() {
        return card.card().status() == CardStatus.ISSUED || card.card().status() == CardStatus.ACTIVE;
    }

    /** Who may report a loss. */
    public List<Option> reporters() {
        return Stream.of(LossReport.By.values())
                .map(by -> new Option(by.name(), say(reporter(by))))
                .toList();
    }

    private static CardText reporter(LossReport.By by) {
        return switch (by) {
            case HOLDER -> CardText.BY_HOLDER;
            case SOMEBODY_FOR_THE_HOLDER -> CardText.BY_SOMEBODY;
            case STAFF -> CardText.BY_STAFF;
        };
    }

    /** Where this card's page, or one below it, is. */
    public String path(String below) {
        return "/cards/" + card.card().serial() + below;
    }

    /** Where the holder's page is. */
    public String holderPath() {
        return whose.path();
    }

    /** The version of the denylist that says so to terminals. */
    public String listVersion() {
        return Figures.count(card.now().listVersion());
    }

    /** Whether the visitor may replace it. */
    public boolean mayReplace() {
        return elsewhere == null && frame().visitor().may(Permission.CARD_REPLACE);
    }

    /** For the slip that the elder takes home. */
    public Map<String, String> slip() {
        Map<String, String> slip = new LinkedHashMap<>();
        slip.put(say(CardText.HOLDER), elsewhere == null ? words.holder(whose) : elsewhere.name());
        slip.put(say(CardText.NUMBER), CardWords.masked(card.card().serial()));
        slip.put(say(CardText.STOPPED_SINCE), Figures.dateTime(card.card().since()));
        slip.put(say(CardText.STOPPED_RECORDED), Figures.dateTime(card.now().recordedAt()));
        return slip;
    }

    /** What to do when it turns up, and where. */
    public String advice() {
        return words.advice(
                CardText.LOSS_ADVICE, desk.hotline(), elsewhere == null ? whose.servedBy() : elsewhere.servedBy());
    }

    /** The counter; null: the visitor has none. */
    public @Nullable String office() {
        return desk.office().isEmpty() ? null : desk.office();
    }
}
