/**
 * What terminals send, read strictly: every field known, none twice, each of its type and in its range, and the first
 * thing that is wrong named by its path. Nothing here knows a network or a database; a body is bytes, what comes out is
 * a value or a refusal.
 *
 * <p>A token reader instead of object mapping: the tap is the hot path, and strictness is easier to see in a reader
 * than in annotations. A list is read item by item, so that one bad item does not stop its neighbours.
 *
 * <p>Imports core and {@code gateway.http}.
 */
package cn.suinian.gateway.terminal.body;
