/**
 * The city in a box: a seeded simulator that drives the real lanes, trains and decisions against a model of the
 * database, in virtual time, on one thread. Everything that happens is drawn from one seed, so a failing seed repeats
 * to the byte.
 *
 * <p>{@link cn.suinian.core.simulation.Simulation} is the loop: one event (a tap, a copy, a crash, a counter's change),
 * then whatever becomes due until the next. {@link cn.suinian.core.simulation.City} makes the taps,
 * {@link cn.suinian.core.simulation.Office} changes the people, {@link cn.suinian.core.simulation.House} runs the nodes,
 * {@link cn.suinian.core.simulation.Storm} draws what becomes of each call to the database.
 * {@link cn.suinian.core.simulation.Watch} looks at every commit, every answer and every refusal; it compares with
 * {@link cn.suinian.core.simulation.Reference}, which is the rules once more, written for a reader.
 *
 * <p>Each seed has a temper of its own ({@link cn.suinian.core.simulation.Temper}): which faults occur at all and how
 * often, how many people, how long the queues. Seeds in which everything happens at once hide what needs quiet.
 *
 * <p>Lives among the tests and ships in no library. What is simulated and what is not: {@code docs/simulation.md}.
 */
package cn.suinian.core.simulation;
