package cn.suinian.core.account;

/**
 * What a tap may change of a person: one narrow row, moved by compare-and-swap on its version.
 *
 * @param holderId whose it is
 * @param version moves with every change that could alter a decision
 * @param liveCardSerial the one card whose counters the window follows
 */
public record Account(
        long holderId, long version, int liveCardSerial, ReplayWindow counters, MealDays meals, JourneyHalf half) {

    /** With this counter of the live card used. */
    public Account withCounters(ReplayWindow next) {
        return new Account(holderId, version, liveCardSerial, next, meals, half);
    }

    /** With these lunches. */
    public Account withMeals(MealDays next) {
        return new Account(holderId, version, liveCardSerial, counters, next, half);
    }

    /** With this half journey waiting. */
    public Account withHalf(JourneyHalf next) {
        return new Account(holderId, version, liveCardSerial, counters, meals, next);
    }

    /** As it stands once a batch that changed it is committed. */
    public Account committed() {
        return new Account(holderId, version + 1, liveCardSerial, counters, meals, half);
    }
}
