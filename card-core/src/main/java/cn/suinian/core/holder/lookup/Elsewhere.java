package cn.suinian.core.holder.lookup;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;

/**
 * The live card of a holder whom another district serves: enough to report it lost, and where to go for the rest.
 *
 * @param name masked
 */
public record Elsewhere(String name, District servedBy, int cardSerial, CardStatus cardStatus) {

    /** The number of the card, masked. */
    public String card() {
        return new CardNumber(cardSerial).masked();
    }
}
