/**
 * The denylist as terminals get it: which cards must not be let through, version by version.
 *
 * <p>The truth is the table {@code denylist_change}, written by triggers when a card's status changes or its holder
 * dies. A version is taken under a lock that is held until the commit, so versions become visible in their order, and
 * what was once read up to a version stays right for ever. So a node keeps the list in memory and asks only for what
 * came since, in one statement that also says which version is the latest: a loss that is committed is on the list at
 * the very next call, at any node, and a call when nothing changed costs one look at an index.
 *
 * <p>Rejected: NOTIFY alone (a listener may be down for a moment, and the list would be stale without anybody knowing);
 * asking the database for the whole list at each call (50,000 rows for every terminal that starts); history in memory
 * (what a card was in between helps nobody: the last change of each card answers every question).
 *
 * <p>The list is for terminals without a connection. No decision is made from it here: decisions look at the card.
 */
package cn.suinian.core.denylist;
