package cn.suinian.gateway.console.card;

import cn.suinian.core.card.stock.StockCard;
import java.util.Optional;

/**
 * The card that a page proposes to hand over.
 *
 * @param serial as the form carries it; empty: none is proposed
 * @param digits its last six, as they stand on the card
 */
public record NewCard(String serial, String digits) {

    static NewCard of(Optional<StockCard> proposed) {
        return proposed.map(card -> new NewCard(Integer.toString(card.serial()), CardInHand.lastDigits(card.serial())))
                .orElse(new NewCard("", ""));
    }

    /** Whether there is one. */
    public boolean there() {
        return !serial.isEmpty();
    }

    /** The digits in two groups, to be read aloud. */
    public String grouped() {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }
}
