/**
 * One weekday of the city, written down before the first tap is sent: who taps where and when, and what goes wrong.
 *
 * <p>{@link cn.suinian.load.plan.DayPlanner} writes each holder's day from a seed, so a run can be repeated tap by tap.
 * Most of a day is ordinary: buses, metro journeys, a lunch. Some holders are given a {@link
 * cn.suinian.load.plan.Story} on top: the same tap sent again, a replayed counter, a forged TAC, a second lunch, taps
 * that were stored offline for days. Each step carries what the {@code reference} room says it must be answered.
 *
 * <p>A holder's steps are sent in their order, one at a time; the holders run beside each other. So the expected answer
 * of every step is known in advance although the run is concurrent. Nothing in a plan sits on an edge that the protocol
 * leaves open (the closing second of the lunch window, the last second of the late limit): edges are the business of
 * the decision's own tests.
 *
 * <p>May import {@code frame}, {@code city} and {@code reference}. Sends nothing itself.
 */
package cn.suinian.load.plan;
