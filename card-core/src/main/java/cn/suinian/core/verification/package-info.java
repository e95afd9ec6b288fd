/**
 * Whether a database is sound: what must be true of it at any time, as sentences with a query each.
 *
 * <p>A {@link cn.suinian.core.verification.Check} is a sentence, the query whose rows speak against it, and what to do
 * about them. Every module has a {@link cn.suinian.core.verification.CheckList}, found by {@link
 * java.util.ServiceLoader}: the tests check the same lists after each test that had a database, and {@code suinian
 * verify} runs them on a living one. So a check is written once and is exercised thousands of times before an operator
 * needs it. {@link cn.suinian.core.verification.Verification} runs them one by one in a single snapshot: a tap that is
 * posted meanwhile is in all of them or in none, and nobody waits for a lock.
 *
 * <p>The queries are written apart from the code that makes the rows true: sums and bits are computed again from the
 * taps, not read through the classes that wrote them. They scan whole tables on purpose: an index that lost a row would
 * otherwise hide what it lost.
 *
 * <p>Constraints of the tables are checked too. A constraint says nothing of rows that were there before it, or of a
 * restored copy that was loaded without it.
 *
 * <p>One check no query can make, that of the audit trail's hashes; it is Java over the same snapshot.
 *
 * <p>Imports audit.
 */
package cn.suinian.core.verification;
