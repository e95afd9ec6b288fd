package cn.suinian.gateway.console.card;

import cn.suinian.core.card.office.CardState;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handing a card over, ready to print. */
public final class IssueView {

    private final FormView form;
    private final CardWords words;
    private final Whose whose;
    private final NewCard newCard;
    private final @Nullable CardState live;

    IssueView(FormView form, Whose whose, NewCard newCard, @Nullable CardState live) {
        this.form = form;
        this.words = new CardWords(form.frame());
        this.whose = whose;
        this.newCard = newCard;
        this.live = live;
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

    /** To whom it goes. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(CardText.HOLDER), words.holder(whose));
        return facts;
    }

    /** The card that is proposed. */
    public NewCard newCard() {
        return newCard;
    }

    /** The holder's number. */
    public String holderId() {
        return Long.toString(whose.holderId());
    }

    /** Where the holder's page is. */
    public String holderPath() {
        return whose.path();
    }

    /** Whether this person is dead. */
    public boolean deceased() {
        return whose.deceased();
    }

    /** Whether this person withdrew their consent. */
    public boolean withdrawn() {
        return whose.withdrawn();
    }

    /** Where a new consent is recorded. */
    public String correctPath() {
        return whose.path() + "/correct";
    }

    /** The card that this person has already; null: none. */
    public @Nullable String livePath() {
        return live == null ? null : "/cards/" + live.serial();
    }

    /** Its number, masked. */
    public String liveNumber() {
        return live == null ? "" : CardWords.masked(live.serial());
    }
}
