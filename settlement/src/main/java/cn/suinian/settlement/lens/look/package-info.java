/**
 * The look at a business day before its money is paid: findings are written down, and the house holds what is bad
 * enough.
 *
 * <p>A day is looked at when it is cleared and the risk scan has been through it as a whole, so that the scores of its
 * flags are there to be added up. One transaction for a day: killed anywhere and run again it does the same, and it
 * may be run again at any time (late flags): what was found before stays, and nothing is held twice for one reason.
 *
 * <p>PostgreSQL counts, by vendor, minute, payer and service for hours, and by vendor for meals; the policies judge
 * the counts. Nothing grows with the number of taps but the scan of the day's partition. Rejected: judging hours in
 * SQL (the rule would live in a string), keeping the key of every tap outside hours (a mistyped hour would copy a day
 * of metro taps into the findings; whoever looks at a finding lists them from the taps).
 *
 * <p>Imports lens.policy, lens.hold and core's acts.
 */
package cn.suinian.settlement.lens.look;
