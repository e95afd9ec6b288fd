/**
 * What each tap must be answered, worked out a second time and as plainly as possible.
 *
 * <p>{@link cn.suinian.load.reference.Reference} is told the same facts as the gateway (the city file, the calendar)
 * and judges taps one after the other, holder by holder. It favours reading over speed: sets of dates instead of
 * counters, a list of entries instead of one open journey, every TAC computed anew. The gateway's decision code and
 * this were written apart from one text (DESIGN section 6, DOMAIN A3); where they differ, one of them misread it.
 *
 * <p>The rules, in short. TRANSIT: the city pays the whole fare of any living holder of 60 or more. MEAL: Shenzhen
 * hukou only; 15 yuan for the categories and for centenarians, 5 yuan from 70 to 99; on workdays from 10:30 to 13:30,
 * once a day, five times a week, paid by the district of hukou, and the canteen gets 2 yuan for each subsidised meal.
 * Whoever has no entitlement pays in full, at any hour, and is never refused for it.
 *
 * <p>It knows nothing of a holder's death or of a card that changes while the run goes on: the city file does not say.
 */
package cn.suinian.load.reference;
