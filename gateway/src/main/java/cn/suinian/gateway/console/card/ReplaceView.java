package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.CardTerm;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of replacing a card, ready to print. */
public final class ReplaceView {

    private final FormView form;
    private final CardWords words;
    private final CardRecord card;
    private final Whose whose;
    private final @Nullable ReplaceCause cause;
    private final NewCard newCard;

    ReplaceView(FormView form, CardRecord card, Whose whose, @Nullable ReplaceCause cause, NewCard newCard) {
        this.form = form;
        this.words = new CardWords(form.frame());
        this.card = card;
        this.whose = whose;
        this.cause = cause;
        this.newCard = newCard;
    }

    /** Why a card can be replaced today: only as expired when it can no longer be renewed. */
    static List<ReplaceCause> causes(CardRecord card) {
        if (card.renewal() == CardTerm.Renewal.TOO_LATE) {
            return List.of(ReplaceCause.EXPIRED);
        }
        return card.card().status() == CardStatus.LOST
                ? List.of(ReplaceCause.LOST)
                : List.of(ReplaceCause.DAMAGED, ReplaceCause.LOST);
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

    /** The steps, in order. */
    public List<String> steps() {
        return List.of(say(CardText.STEP_OLD), say(CardText.STEP_NEW), say(CardText.STEP_DONE));
    }

    /** The old card. */
    public Map<String, String> facts() {
        Map<String, String> facts = words.facts(whose, card.card());
        if (cause != null) {
            facts.put(say(CardText.WHY), words.cause(cause));
        }
        return facts;
    }

    /** Why it can be replaced. */
    public List<Option> reasons() {
        return causes(card).stream()
                .map(each -> new Option(each.name(), words.cause(each)))
                .toList();
    }

    /** The reason that was given; empty: none yet. */
    public String cause() {
        return cause == null ? "" : cause.name();
    }

    /** The card that is proposed. */
    public NewCard newCard() {
        return newCard;
    }

    /** The status that the clerk saw. */
    public String seen() {
        return form.typed().find("seen").orElse(card.card().status().name());
    }

    /** Where this card's page, or one below it, is. */
    public String path(String below) {
        return "/cards/" + card.card().serial() + below;
    }

    /** Whether the card has ended already. */
    public boolean ended() {
        return !card.card().live();
    }

    /** The card that took its place already; null: none. */
    public @Nullable String successorPath() {
        return card.replacedBy() == null ? null : "/cards/" + card.replacedBy().newSerial();
    }

    /** Whether it has to be renewed before it can be replaced. */
    public boolean renewFirst() {
        return card.expired() && card.renewal() == CardTerm.Renewal.OPEN;
    }

    /** Whether its holder is dead. */
    public boolean deceased() {
        return whose.deceased();
    }
}
