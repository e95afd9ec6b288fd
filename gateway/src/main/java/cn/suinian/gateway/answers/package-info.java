/**
 * What terminals are told besides the answer to a tap, written as JSON: previews, reversals and explanations.
 *
 * <p>Each is made from one value of core and from nothing else, so the same value gives the same bytes whenever and by
 * whichever node it is written. Written by hand and not by object mapping: the order of the fields is part of what
 * {@code docs/protocol.md} shows, and what is left out is left out on purpose.
 *
 * <p>Imports core and {@code gateway.http}.
 */
package cn.suinian.gateway.answers;
