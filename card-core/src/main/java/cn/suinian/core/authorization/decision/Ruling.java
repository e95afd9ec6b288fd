package cn.suinian.core.authorization.decision;

import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.WorkCalendar;

/**
 * What is the same for every tap of a batch.
 *
 * @param rules the city's rules
 * @param calendar workdays and holidays
 * @param limits how late is too late
 */
public record Ruling(RuleBook rules, WorkCalendar calendar, Limits limits) {

    /**
     * How late is too late.
     *
     * @param lateDays a tap older than this many days when it arrives is declined
     * @param onlineSeconds a tap that arrives this soon is online: its card is judged by what is known on arrival
     * @param goodFaithHours for how long after a card was listed a terminal with an older list is excused
     * @param reversalHours a tap older than this can no longer be reversed
     */
    public record Limits(int lateDays, int onlineSeconds, int goodFaithHours, int reversalHours) {
        /** What runs when nothing is set. */
        public static final Limits DEFAULT = new Limits(7, 300, 72, 24);
    }
}
