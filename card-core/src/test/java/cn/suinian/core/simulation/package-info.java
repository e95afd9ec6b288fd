/**
 * The city in a box: a seeded simulator that drives the real lanes, trains and decisions against a model of the
 * database, in virtual time, on one thread. Everything that happens is drawn from one seed, so a failing seed repeats
 * to the byte.
 *
 * <p>{@link cn.suinian.core.simulation.Simulation} is the loop: one event (a tap, a copy, a crash, a counter's change),
 * then whatever becomes due until the next. {@code City} makes the taps, {@code Office} changes the people,
 * {@code House} runs the nodes, {@code Storm} draws what becomes of each call to the database. {@code Watch} looks at
 * every commit, every answer and every refusal; {@code Comparison} holds them against {@code Reference}, which is the
 * rules once more, written for a reader.
 *
 * <p>Each seed has a temper of its own ({@link cn.suinian.core.simulation.Temper}): which faults occur at all and how
 * often, how many people, how long the queues. Seeds in which everything happens at once hide what needs quiet.
 *
 * <p>Lives among the tests and ships in no library. What is simulated and what is not: {@code docs/simulation.md}.
 */
package cn.suinian.core.simulation;
