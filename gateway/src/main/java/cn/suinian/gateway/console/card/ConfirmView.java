package cn.suinian.gateway.console.card;

import cn.suinian.core.card.office.CardRecord;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.route.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question before an act on a card, ready to print. */
public final class ConfirmView {

    private final FormView form;
    private final CardWords words;
    private final Act act;
    private final CardRecord card;
    private final Whose whose;
    private final Map<String, String> more = new LinkedHashMap<>();
    private @Nullable Phrase obstacle;
    private @Nullable Phrase obstacleLine;
    private boolean grave;
    private boolean reason;

    /**
     * What is asked.
     *
     * @param path the last part of its address
     */
    record Act(String path, CardText question, CardText consequence, CardText label) {}

    ConfirmView(FormView form, Act act, CardRecord card, Whose whose) {
        this.form = form;
        this.words = new CardWords(form.frame());
        this.act = act;
        this.card = card;
        this.whose = whose;
    }

    static Answer page(ConfirmView view) {
        return Answer.page("card/confirm.jte", Map.of("view", view));
    }

    /** Says why it cannot be done, instead of the question; null: it can. */
    ConfirmView unless(@Nullable Phrase why) {
        this.obstacle = why;
        return this;
    }

    /** The same, with what to do. */
    ConfirmView unless(@Nullable Phrase why, @Nullable Phrase line) {
        this.obstacleLine = line;
        return unless(why);
    }

    /** It cannot be undone. */
    ConfirmView gravely() {
        this.grave = true;
        return this;
    }

    /** It wants a reason. */
    ConfirmView withReason() {
        this.reason = true;
        return this;
    }

    /** One more fact. */
    ConfirmView with(CardText name, String value) {
        more.put(words.say(name), value);
        return this;
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

    /** What is asked. */
    public String question() {
        return words.say(act.question());
    }

    /** What comes of it. */
    public String consequence() {
        return words.say(act.consequence());
    }

    /** The button. */
    public String label() {
        return words.say(act.label());
    }

    /** Where the form goes. */
    public String action() {
        return cardPath() + "/" + act.path();
    }

    /** The card's page. */
    public String cardPath() {
        return "/cards/" + card.card().serial();
    }

    /** Whose card it is, and which. */
    public Map<String, String> facts() {
        Map<String, String> facts = words.facts(whose, card.card());
        facts.putAll(more);
        return facts;
    }

    /** The status that the clerk saw. */
    public String seen() {
        return form.typed().find("seen").orElse(card.card().status().name());
    }

    /** The last day that the clerk saw. */
    public String expiresOn() {
        return form.typed().find("expiresOn").orElse(card.card().expiresOn().toString());
    }

    /** Why it cannot be done; null: it can. */
    public @Nullable String obstacle() {
        return obstacle == null ? null : frame().say(obstacle);
    }

    /** What to do then. */
    public String obstacleLine() {
        return obstacleLine == null ? "" : frame().say(obstacleLine);
    }

    /** Whether it cannot be undone. */
    public boolean grave() {
        return grave;
    }

    /** Whether it wants a reason. */
    public boolean reason() {
        return reason;
    }
}
