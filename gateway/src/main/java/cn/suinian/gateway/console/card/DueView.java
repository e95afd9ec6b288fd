package cn.suinian.gateway.console.card;

import cn.suinian.core.card.office.CardState;
import cn.suinian.gateway.console.page.Frame;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of cards that are due, ready to print. */
public final class DueView {

    /** How many cards a page has. */
    static final int PAGE = 50;

    private final CardWords words;
    private final List<CardState> cards;
    private final boolean more;
    private final boolean first;
    private final LocalDate today;

    /**
     * A page.
     *
     * @param read one card more than the page has, when there are more
     */
    DueView(Frame frame, List<CardState> read, boolean first, LocalDate today) {
        this.words = new CardWords(frame);
        this.more = read.size() > PAGE;
        this.cards = more ? read.subList(0, PAGE) : read;
        this.first = first;
        this.today = today;
    }

    /** A card. */
    public record Row(
            String number, String path, String holderPath, String status, String tone, String expiresOn, String left) {}

    /** The frame of the page. */
    public Frame frame() {
        return words.frame();
    }

    /** A phrase. */
    public String say(CardText phrase) {
        return words.say(phrase);
    }

    /** Whether it begins with the earliest. */
    public boolean first() {
        return first;
    }

    /** The cards. */
    public List<Row> rows() {
        return cards.stream()
                .map(card -> new Row(
                        CardWords.masked(card.serial()),
                        "/cards/" + card.serial(),
                        "/holders/" + card.holderId(),
                        words.status(card.status()),
                        CardWords.tone(card.status()),
                        card.expiresOn().toString(),
                        left(card.expiresOn())))
                .toList();
    }

    private String left(LocalDate expiresOn) {
        long days = ChronoUnit.DAYS.between(today, expiresOn);
        if (days == 0) {
            return say(CardText.DAY_TODAY);
        }
        return days > 0 ? words.say(CardText.DAYS_LEFT, days) : words.say(CardText.DAYS_OVER, -days);
    }

    /** Where the list goes on; null: this is the end. */
    public @Nullable String nextPath() {
        CardState last = cards.isEmpty() ? null : cards.get(cards.size() - 1);
        return more && last != null ? "/cards/due?after=" + last.expiresOn() + "." + last.serial() : null;
    }
}
