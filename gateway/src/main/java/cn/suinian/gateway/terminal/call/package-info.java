/**
 * What a terminal may ask for: a class for each call, which reads its body, hands it to the core and writes the answer.
 * A decline is an answer with status 200; only a request that cannot be answered is refused.
 *
 * <p>Answers are made from what is stored and from nothing else, so that asking again gives the same bytes.
 *
 * <p>Imports core, {@code gateway.answers}, {@code gateway.denylist}, {@code gateway.http} and, of the terminal API,
 * the gate and the bodies; the table of routes imports this, never the other way round.
 */
package cn.suinian.gateway.terminal.call;
