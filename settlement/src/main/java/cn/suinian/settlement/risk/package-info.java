/**
 * Finds taps that look wrong, after they were committed, and keeps a flag with its evidence for those who pay vendors.
 *
 * <p>Never on the tap path: a flag needs the taps before and after, some of which arrive days later, and a reader at a
 * gate has no use for a suspicion. {@link cn.suinian.settlement.risk.RiskScan} looks at what was received since its
 * watermark, together with what lies around it in the time of the taps; two taps are compared when the later one to
 * arrive is looked at, whichever was made first. When a day was cleared, all of it is looked at once more.
 *
 * <p>Taps become visible in another order than they were received. So the watermark never passes a transaction that
 * still writes taps, nor the last minute (taps that wait in a lane, clocks of nodes that disagree); what is looked at
 * twice gives the same flags, and a key refuses the second.
 *
 * <p>Taps have no index by holder, because every tap would pay for it. Taps that arrive promptly lie beside their
 * neighbours in the order of receipt, which a BRIN finds: a pass over them reads some hours. Late taps make PostgreSQL
 * read the whole partition of their date; they have a pass and a watermark of their own, so that they may be looked at
 * more seldom. Rows come sorted and are streamed: the heap holds one window of one trail. The figures are in
 * docs/operations.md.
 *
 * <p>Rejected: a table of last taps by holder, kept by the scan (every tap written twice, and wrong as soon as a late
 * one arrives); state in memory (gone with the node that has it).
 *
 * <p>Imports core's values, its policies and JDBC.
 */
package cn.suinian.settlement.risk;
