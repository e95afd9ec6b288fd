/**
 * A Merkle tree over any number of rows with memory for its height alone, in the shape of RFC 6962 section 2.1 with SM3
 * in the place of SHA-256: pure.
 *
 * <p>A leaf is hashed behind a byte 0, a node behind a byte 1, so that no row can pass for a node. The tree over n
 * leaves splits at the largest power of two below n; therefore a chunk of 4,096 rows is a subtree, the tree over the
 * roots of the chunks is the tree over the rows, and a difference is found in the chunk that has it.
 *
 * <p>Rejected: duplicating the last leaf of an odd level (two lists of rows with one root, CVE-2012-2459), one running
 * hash (says that something differs, never where).
 *
 * <p>Imports crypto's SM3.
 */
package cn.suinian.settlement.seal.merkle;
