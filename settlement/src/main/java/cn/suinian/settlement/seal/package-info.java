/**
 * Sealing a business day: a Merkle root over its taps, reversals, clearing lines and journal, chained to the day
 * before, signed with SM2; and finding out, at any time later, whether and where a row is another one.
 *
 * <p>The leaf of a row is PostgreSQL's own text of it ({@code ROW(...)::text} over named columns, ISO dates, UTC),
 * so anybody with psql and an SM3 can recompute a seal; null and empty differ in it, and a column added later
 * changes no sealed row. Rows stream in the order of their keys through a tree that keeps a hash for each level.
 * Beside the roots, chunks of 4,096 rows keep their own root and 8 bytes of each row's hash: 25.6 MB for a day of
 * 3.2 million taps, a thirtieth of the taps themselves, for which {@code verify} names the row and not only the day.
 *
 * <p>What protects what: the rows by the roots, the roots by the seal's hash, the hash by the signature, the days by
 * the chain, the end of the chain by the audit trail, which has an entry for each seal and is itself chained.
 * Whoever owns the database can rewrite all of it but a signature; the keystore says whether the key of a signature
 * is ours.
 *
 * <p>A seal is one transaction: killed, it never was; run again, it finds itself done. Only a day that can no longer
 * change is sealed, and no day before the one that precedes it.
 *
 * <p>Rejected: hashing COPY's output (its format follows all columns of the table), leaves of 32 bytes (four times
 * the room, for a collision that would have to be made to hide which of two changed rows was the first).
 *
 * <p>Imports businessday's states, and core.
 */
package cn.suinian.settlement.seal;
