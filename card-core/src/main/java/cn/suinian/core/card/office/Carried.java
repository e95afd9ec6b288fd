package cn.suinian.core.card.office;

import cn.suinian.core.account.Usage;
import java.util.List;

/**
 * What a person has used by now: it stays with the person whatever becomes of the card.
 *
 * @param lunchToday whether today's subsidised lunch is taken
 * @param lunchesThisWeek subsidised lunches since Monday
 * @param halfJourney whether an entry waits for its exit, or an exit for its entry
 * @param used of every other benefit that is limited
 */
public record Carried(boolean lunchToday, int lunchesThisWeek, boolean halfJourney, List<Used> used) {

    /**
     * How often, or for how much, one benefit was used in the period that today is in.
     *
     * @param zh the benefit's name in Simplified Chinese
     * @param en the same in English
     * @param amount in fen when fen is set, otherwise times
     */
    public record Used(String zh, String en, Usage.Period period, long amount, boolean fen) {}

    public Carried {
        used = List.copyOf(used);
    }
}
