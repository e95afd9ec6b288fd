/**
 * What cleared days came to, for charts: taps, meals and subsidies by hour, day, district and canteen.
 *
 * <p>Everything is read from what clearing added up, so that a look costs milliseconds however many taps there were.
 * Clearing knows no hours, so {@link cn.suinian.settlement.figures.HourCount} adds each cleared day up once more, by
 * hour, when nobody waits for it; its sums are those of the day's lines (a test compares them). A day that was not
 * counted yet is told apart from one without taps.
 *
 * <p>Rejected: hours as a column of clearing lines (24 times the rows that payments, seals and statements read, for a
 * picture), and reading the taps at each look, which is a second of two processors for a large day.
 *
 * <p>Imports businessday's refusals, core's money, postgres and staff; tables of clearing are read in SQL.
 */
package cn.suinian.settlement.figures;
