/**
 * The account: one row per person that carries every limit a tap uses up.
 *
 * <p>Limits belong to the person, not to the card, so a new card brings no second lunch. Everything here is a value
 * with a pure "with": the lane that owns the holder works on copies and the database decides by version whether they
 * become true. Counters and lunches are kept as 64-bit windows instead of counts, so that late and out-of-order taps
 * are judged exactly and an update rewrites one short row.
 *
 * <p>Rejected: a usage row per limit and period (a tap would touch a second table and an index), and JSON (wider, and
 * parsed on every tap).
 *
 * <p>Imports nothing of the other rooms.
 */
package cn.suinian.core.account;
