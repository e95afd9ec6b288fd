package cn.suinian.core.card.stock;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.refusal.RefusedException;

/** Cards with numbers that follow each other, both ends included. */
public record CardRun(int first, int last) {

    /** Refused with {@link StockRefusal#SERIALS_INVALID} unless the numbers are some and in order. */
    public CardRun {
        if (first < 0 || last > CardNumber.MAX_SERIAL || first > last) {
            throw new RefusedException(StockRefusal.SERIALS_INVALID, "serials");
        }
    }

    /** How many cards. */
    public int count() {
        return last - first + 1;
    }
}
