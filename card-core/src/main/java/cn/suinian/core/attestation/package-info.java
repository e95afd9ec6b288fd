/**
 * Attestations as they arrive: what an authority says of holders, such as a certificate of fitness, and for how long.
 *
 * <p>A statement is known by holder, kind and first moment. The same again changes nothing; a later one with another
 * end moves the end, which is how an authority takes one back. Which one is later is said in it and not told from the
 * order of arrival: a repeat that was held up must not undo what was taken back since. Whatever stood for a time is
 * kept. Storing one moves the account's version (a trigger of the table), so every node judges the very next tap by it.
 *
 * <p>Statements are stored in the order of their holders, as the lanes post: whoever locks several accounts locks them
 * in one order.
 *
 * <p>Imports nothing of the other rooms; what a decision makes of an attestation is in {@code holder}.
 */
package cn.suinian.core.attestation;
