/**
 * Vendors and terminals as staff keep them: registered, changed, suspended, and given their keys.
 *
 * <p>Rooms {@code vendor} and {@code terminal} hold what a tap needs of them and import nothing; this is where they
 * are written. A change is told to every node by the trigger's NOTIFY and counts at the next request. Each row has a
 * version: whoever saves a page that shows an older one is told that somebody changed it.
 *
 * <p>A terminal's key follows from its number and the master key, so nothing secret is stored here; handing one out
 * is an act of its own, with a reason, on record before the key is shown.
 *
 * <p>Imports audit, crypto, postgres, refusal, staff, terminal and vendor.
 */
package cn.suinian.core.registry;
