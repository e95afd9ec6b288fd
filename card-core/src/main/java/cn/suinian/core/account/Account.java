package cn.suinian.core.account;

import java.time.LocalDate;

/**
 * What a tap may change of a person: one narrow row, moved by compare-and-swap on its version.
 *
 * @param holderId whose it is
 * @param version moves with every change that could alter a decision
 * @param liveCardSerial the one card whose counters the window follows
 * @param usage what was used of benefits with limits other than the lunches in {@code meals}
 * @param checkedOn day of the latest identity check, days since 1970-01-01; 0: never
 */
public record Account(
        long holderId,
        long version,
        int liveCardSerial,
        ReplayWindow counters,
        MealDays meals,
        JourneyHalf half,
        Usage usage,
        int checkedOn) {

    /** Of somebody who has tapped nothing yet. */
    public static Account unused(long holderId, int liveCardSerial) {
        return new Account(
                holderId, 1, liveCardSerial, ReplayWindow.NEW, MealDays.NONE, JourneyHalf.NONE, Usage.NONE, 0);
    }

    /** With this counter of the live card used. */
    public Account withCounters(ReplayWindow next) {
        return new Account(holderId, version, liveCardSerial, next, meals, half, usage, checkedOn);
    }

    /** With these lunches. */
    public Account withMeals(MealDays next) {
        return new Account(holderId, version, liveCardSerial, counters, next, half, usage, checkedOn);
    }

    /** With this half journey waiting. */
    public Account withHalf(JourneyHalf next) {
        return new Account(holderId, version, liveCardSerial, counters, meals, next, usage, checkedOn);
    }

    /** With this much used. */
    public Account withUsage(Usage next) {
        return new Account(holderId, version, liveCardSerial, counters, meals, half, next, checkedOn);
    }

    /** With an identity check on this day; the latest one counts, whichever arrives last. */
    public Account withCheckOn(LocalDate day) {
        int latest = Math.max(checkedOn, Math.toIntExact(day.toEpochDay()));
        return new Account(holderId, version, liveCardSerial, counters, meals, half, usage, latest);
    }

    /** As it stands once a batch that changed it is committed. */
    public Account committed() {
        return withVersion(version + 1);
    }

    private Account withVersion(long next) {
        return new Account(holderId, next, liveCardSerial, counters, meals, half, usage, checkedOn);
    }
}
