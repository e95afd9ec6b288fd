/**
 * The denylist on its way to terminals: as bytes, with the SM2 signature over just these bytes, and with the tag by
 * which a terminal says what it has (docs/protocol.md, "The denylist").
 *
 * <p>Writing and signing a list of 50,000 cards takes some tens of milliseconds, and 20,000 terminals want the same
 * one. So each pair of versions (what a terminal has, what is the latest) is written and signed once, on a worker
 * thread, and kept while there is room.
 *
 * <p>Imports core and {@code gateway.http}.
 */
package cn.suinian.gateway.denylist;
