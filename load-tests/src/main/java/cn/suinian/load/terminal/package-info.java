/**
 * A terminal that behaves as {@code docs/protocol.md} asks of a real one, and believes nothing it cannot verify.
 *
 * <p>{@link cn.suinian.load.terminal.SimulatedTerminal} keeps the protocol's retry rules. A 503 means "later, the same
 * tap again": same number, same TAC, same body; only {@code sent} and the MAC are new. A lost connection or a reply
 * whose MAC does not verify means the outcome is unknown, and again the same tap is the right question. Only when
 * patience is at an end does it ask once by look-up and then give up with an exception. What happened on the way is
 * counted in a {@link cn.suinian.load.terminal.Tally}, so that a run can say how rough it was.
 *
 * <p>The wire is {@code java.net.http.HttpClient} on HTTP/1.1 with kept-alive connections; at most as many are open as
 * there are threads sending. A hand-written socket client would cost a little less CPU and a lot more explanation.
 *
 * <p>May import {@code frame}; knows nothing of cities, plans or databases.
 */
package cn.suinian.load.terminal;
