package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
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
    private final String office;
    private final String hotline;

    LossView(FormView form, CardRecord card, Whose whose, String office, String hotline) {
        this.form = form;
        this.words = new CardWords(form.frame());
        this.card = card;
        this.whose = whose;
        this.office = office;
        this.hotline = hotline;
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
        return words.facts(whose, card.card());
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
        return frame().visitor().may(Permission.CARD_REPLACE);
    }

    /** For the slip that the elder takes home. */
    public Map<String, String> slip() {
        Map<String, String> slip = new LinkedHashMap<>();
        slip.put(say(CardText.HOLDER), words.holder(whose));
        slip.put(say(CardText.NUMBER), CardWords.masked(card.card().serial()));
        slip.put(say(CardText.STOPPED_SINCE), Figures.dateTime(card.card().since()));
        slip.put(say(CardText.STOPPED_RECORDED), Figures.dateTime(card.now().recordedAt()));
        return slip;
    }

    /** What to do when it turns up. */
    public String advice() {
        return words.say(CardText.LOSS_ADVICE, hotline);
    }

    /** The counter; null: the visitor has none. */
    public @Nullable String office() {
        return office.isEmpty() ? null : office;
    }
}
