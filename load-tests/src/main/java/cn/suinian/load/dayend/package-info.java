/**
 * The day end as two people do it at the console: four vendors' statements with planted differences and everybody
 * else's without, every break resolved, payments with two signatures, a payment that comes back, the seal, and an
 * audit that finds one changed fen, a tap that is gone, an edited journal entry and a root that was replaced.
 *
 * <p>{@link cn.suinian.load.dayend.DayEnd} is the order of it; each desk does one kind of work through the console's
 * own forms, so what it can do a person can do, and what the page does not offer it cannot. Figures are compared
 * where they leave the house: the table of breaks as a file, the payment order to the bank, the published JSON. What
 * they must be is computed by {@code statement} from what was planted.
 *
 * <p>The bank is played here too: {@link cn.suinian.load.dayend.BankAnswer} writes the pain.002 that a bank would
 * send. Rejected: reading the database for figures, which would make the system its own witness. Only the tampering
 * at the end goes to the database, since nothing else lets anybody do that.
 *
 * <p>May import {@code console}, {@code statement}, {@code audit}, {@code stage}, {@code screen} and what those use.
 */
package cn.suinian.load.dayend;
