package cn.suinian.core.authorization.decision;

import cn.suinian.core.account.Account;
import cn.suinian.core.card.Card;
import cn.suinian.core.holder.Holder;
import java.util.List;

/**
 * What is known of a person when a tap is decided: read in one snapshot and guarded by the account's version.
 *
 * @param cards every card the person ever had
 */
public record Facts(Account account, Holder holder, List<Card> cards) {

    public Facts {
        cards = List.copyOf(cards);
    }

    /** The same person with the account moved on. */
    public Facts with(Account next) {
        return new Facts(next, holder, cards);
    }

    /** Whether this card is one of the person's; a card issued since they were read is not. */
    public boolean hasCard(int serial) {
        return cards.stream().anyMatch(card -> card.serial() == serial);
    }

    /**
     * One of the person's cards.
     *
     * @throws IllegalStateException when it is not theirs, which the card directory rules out
     */
    public Card card(int serial) {
        for (Card card : cards) {
            if (card.serial() == serial) {
                return card;
            }
        }
        throw new IllegalStateException("the card is not among its holder's cards");
    }
}
