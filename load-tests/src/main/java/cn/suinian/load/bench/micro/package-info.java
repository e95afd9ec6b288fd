/**
 * What single steps of a tap cost, in nanoseconds and bytes: {@code ./suinian bench --micro}.
 *
 * <p>The bench says what a whole tap costs; here are the parts of it that only calculate, each called as the gateway
 * calls it: {@link cn.suinian.load.bench.micro.Decisions}, {@link cn.suinian.load.bench.micro.Proofs} and {@link
 * cn.suinian.load.bench.micro.Texts}. One input again and again, on warm code and in warm caches: a part can cost more
 * among the others, hardly less.
 * Bytes are the steadier figure, once the code is compiled: no neighbour on the machine disturbs them.
 *
 * <p>{@link cn.suinian.load.bench.micro.Micro} runs JMH (https://github.com/openjdk/jmh) and shows one
 * table. State is in fields that are not final, for a constant would be calculated when the code is compiled.
 *
 * <p>May import {@code core} and {@code gateway}, since they are what is measured, and {@code frame} and {@code
 * screen}; nobody may import it. So it runs in a process of its own, with the gateway's libraries in front on its class
 * path, and who starts it knows it by its name only. Terminals and cards are played by {@code frame}: a MAC that
 * is right here was made by other code than the code that checks it.
 */
package cn.suinian.load.bench.micro;
