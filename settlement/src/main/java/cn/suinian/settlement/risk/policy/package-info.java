/**
 * What looks wrong about taps that were made: the policies, without SQL and without a clock.
 *
 * <p>Taps come in as trails. A holder's trail has the taps of one holder in the order in which they were made, a
 * terminal's trail those of one terminal; each policy walks along one trail and remembers no more of it than its window
 * is wide, so a day of any size costs no heap. What a policy says about a tap depends only on the taps shortly before
 * it: a trail may be walked again, from an earlier or a later start, and the same taps give the same flags.
 *
 * <p>A flag is a question, not a verdict. Nobody is refused for one, and it carries the numbers by which a clerk can
 * check it: metres, seconds, the other tap's key. It names nobody.
 *
 * <p>Rejected: a score learnt from past taps (nobody could explain to a holder or a vendor why); comparing every tap of
 * a holder with every other (the two beside each other say as much: if each leg could be travelled, so could the
 * whole).
 */
package cn.suinian.settlement.risk.policy;
