/**
 * What monitoring wants to know of settlement, and nobody else: is a day late, has a vendor gone silent, does a benefit
 * cost more a head than it did.
 *
 * <p>Everything is judged by cleared days against the same weekday of the four weeks before, from figures that clearing
 * and {@link cn.suinian.settlement.watch.HeadCount} have added up already: a look costs milliseconds and never reads
 * taps. Rejected: the taps of today (a vendor who sends a file at night would be silent every morning), and days in a
 * row (a canteen is closed on every weekend, and nobody wants to be woken for that).
 *
 * <p>Imports JDBC and nothing of ours.
 */
package cn.suinian.settlement.watch;
