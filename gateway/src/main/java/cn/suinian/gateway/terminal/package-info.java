/**
 * The terminal API, protocol v1 (docs/protocol.md): who is asking, what do they ask, and the signed answer.
 *
 * <p>A request is read whole (at most 16 KiB, a batch 1 MiB) and in time, its terminal proven by MAC and asked not to
 * ask too often, its body parsed strictly, and only then does anything happen. Every check that can fail names the
 * field and says what would be right. Failures become HTTP in one place,
 * {@link cn.suinian.gateway.terminal.gate.Failures}; a decline is not a failure but a reply with status 200.
 *
 * <p>What may be asked is a table, {@link cn.suinian.gateway.terminal.TerminalApi}: a line and a class for each call. A
 * table of a page and a token reader instead of a router and object mapping: this is the hot path, paths have one
 * variable at most, and strictness (unknown, repeated and out-of-range fields) is easier to see in a reader than in
 * annotations.
 *
 * <p>What is seen of terminals waits in memory and is written in the background, never in a tap's way: a table that is
 * written at every tap would double what a commit has to flush.
 *
 * <p>Imports core and {@code gateway.http}.
 */
package cn.suinian.gateway.terminal;
