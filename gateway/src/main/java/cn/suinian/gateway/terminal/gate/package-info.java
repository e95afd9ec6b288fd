/**
 * The gate that every request of a terminal passes, whatever it asks: who is it, is its clock right, does it ask too
 * often; and on the way out the MAC of the reply. Who was seen is noted and written down in the background, never in a
 * tap's way.
 *
 * <p>Failures become HTTP in one place, {@link cn.suinian.gateway.terminal.gate.Exchange} with {@link
 * cn.suinian.gateway.terminal.gate.Failures}. The limits count only terminals that have proved themselves: a stranger
 * cannot use up what is another's.
 *
 * <p>Imports core and {@code gateway.http}.
 */
package cn.suinian.gateway.terminal.gate;
