/**
 * Reference data: what changes seldom and every tap needs. Terminals, vendors, rules and the calendar are read whole,
 * kept in memory as one immutable snapshot, and read again when the database says that one of them changed.
 *
 * <p>Nothing here may decide alone that a card works: whatever could turn an approval into a decline at once lives with
 * the account and is guarded by its version. A rule is published some minutes before it takes effect, so that every
 * node has it by then.
 *
 * <p>Rejected: a cache with an expiry per row (two taps of one second could see two different rule books), and a
 * message bus between nodes (a second thing to keep alive; PostgreSQL already tells everyone).
 *
 * <p>Imports entitlement, holder, postgres, terminal and vendor.
 */
package cn.suinian.core.reference;
