/**
 * What vendors state of their days, with the differences that the demo plants in it, and what each must be found as.
 *
 * <p>{@link cn.suinian.load.statement.Sales} makes of the taps that the demo sent what each vendor's own till knows of
 * them; {@link cn.suinian.load.statement.Planting} writes statements from that, true but for the faults it puts in, and
 * says of each fault which break it is, to the fen. Nothing of it is read back from the system: whoever plants a fault
 * knows its figures, so an agreement of both says something. Hundreds of random faults are the business of the
 * settlement module's own property test; here are a few of each kind, so that a person can follow every one of them.
 *
 * <p>{@link cn.suinian.load.statement.Form} writes the bytes as the documents describe them; it shares no line with the
 * reader. Pure: no HTTP, no SQL, no clock. May import {@code frame}, {@code city}, {@code plan}, {@code reference}.
 */
package cn.suinian.load.statement;
