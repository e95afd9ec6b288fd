/**
 * Faults for real: two gateway nodes and their database as processes, under load over HTTP, while something is
 * killed, frozen or cut, round after round; then an audit of every request that was ever sent.
 *
 * <p>{@link cn.suinian.load.chaos.Chaos} is a main class. A {@link cn.suinian.load.chaos.Fleet} is a keeper
 * process that owns the embedded PostgreSQL and starts it again when it dies, and two nodes with the terminal
 * role. Every byte between terminals, nodes and database goes through a {@link cn.suinian.load.chaos.Relay} of
 * this process, which can cut, stall, slow and swallow. {@link cn.suinian.load.chaos.Rider}s tap as protocol v1
 * asks: a tap without an answer is sent again, the same bytes, through either node. The {@link
 * cn.suinian.load.chaos.TapLedger} keeps what each was told.
 *
 * <p>The audit ({@link cn.suinian.load.chaos.ChaosAudit}) is a pure function over that ledger and the rows of the
 * tap table, so that a test can plant a lost, doubled or altered tap and see it found. It shares no code with the
 * gateway; at the end the gateway's own {@code verify} must agree.
 *
 * <p>Which faults strike, and when, follows from the seed; what the processes make of it does not, for they are
 * real. A failing round therefore keeps its directory besides printing the command. The seeded simulator is the
 * place for exact repetition. Rejected: iptables and tc (root, and the machine's network is not ours), a FUSE disk
 * (root), stopping containers (a container engine is not everywhere). The full disk is a limit on the size of
 * files that the server's own processes may write, so that nobody else's disk is touched.
 *
 * <p>May import every room but {@code demo}, {@code replay} and {@code profile}.
 */
package cn.suinian.load.chaos;
