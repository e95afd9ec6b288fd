package cn.suinian.gateway.console.card;

import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.Carried;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an elder takes home with a new card, ready to print. */
public final class ReceiptView {

    private final CardWords words;
    private final CardRecord card;
    private final Whose whose;
    private final Account account;
    private final String office;
    private final String hotline;

    /** What somebody has used, and in lines what is left of it. */
    record Account(Carried carried, List<String> left) {}

    ReceiptView(Frame frame, CardRecord card, Whose whose, Account account, String office, String hotline) {
        this.words = new CardWords(frame);
        this.card = card;
        this.whose = whose;
        this.account = account;
        this.office = office;
        this.hotline = hotline;
    }

    /** The frame of the page. */
    public Frame frame() {
        return words.frame();
    }

    /** A phrase. */
    public String say(CardText phrase) {
        return words.say(phrase);
    }

    /** Whether it took the place of another card. */
    public boolean replacement() {
        return card.replaces() != null;
    }

    /** The steps that led here. */
    public List<String> steps() {
        return List.of(say(CardText.STEP_OLD), say(CardText.STEP_NEW), say(CardText.STEP_DONE));
    }

    /** What the slip is called. */
    public String title() {
        return say(replacement() ? CardText.REPLACE_RECEIPT : CardText.ISSUE_RECEIPT);
    }

    /** Whose card, which, and until when. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(CardText.HOLDER), words.holder(whose));
        facts.put(say(CardText.NUMBER), CardWords.masked(card.card().serial()));
        facts.put(say(CardText.EXPIRES), card.card().expiresOn().toString());
        facts.put(
                say(CardText.GIVEN_AT),
                Figures.dateTime(card.stood().get(card.stood().size() - 1).since()));
        if (card.replaces() != null) {
            String old = CardWords.masked(card.replaces().oldSerial());
            facts.put(say(CardText.OLD_CARD), words.say(CardText.OLD_CARD_LINE, old));
        }
        return facts;
    }

    /** What it opens. */
    public List<String> goodFor() {
        return words.goodFor(whose);
    }

    /** What the person has used by now. */
    public List<String> moved() {
        return words.moved(account.carried());
    }

    /** What is left of it. */
    public List<String> left() {
        return account.left();
    }

    /** What to do when it is lost, and where. */
    public String advice() {
        return words.advice(CardText.IF_LOST, hotline, whose.servedBy());
    }

    /** The counter; null: the visitor has none. */
    public @Nullable String office() {
        return office.isEmpty() ? null : office;
    }

    /** Where the holder's page is. */
    public String holderPath() {
        return whose.path();
    }

    /** Where the card's page is. */
    public String cardPath() {
        return "/cards/" + card.card().serial();
    }
}
